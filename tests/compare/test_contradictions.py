"""Pairs of claims: proposed by what they are about, looked at by rules, confirmed by vectors."""

from __future__ import annotations

from onrecord.compare.contradictions import contradictions
from onrecord.meaning.encoder import encoder
from tests.compare.test_claim import claim

FOR = claim("We support the construction of the Tolva dam", "2024-01-01")
AGAINST = claim("We oppose the construction of the Tolva dam", "2024-03-01", type="oppose")


def test_one_holder_over_time() -> None:
    (pair,) = contradictions([AGAINST, FOR], encoder())
    assert (pair.a.day, pair.b.day) == ("2024-01-01", "2024-03-01")
    assert pair.why.what == "stance"
    assert pair.one_speaker
    assert 0 <= pair.contradiction <= 1


def test_not_of_two_holders_of_one_text_or_of_two_things() -> None:
    other = claim(AGAINST.said.quote, "2024-03-01", type="oppose", holder="Ben Orr")
    assert contradictions([FOR, other], encoder()) == ()
    a = claim(FOR.said.quote, work=1)
    b = claim(AGAINST.said.quote, "2024-03-01", type="oppose", work=1)
    assert contradictions([a, b], encoder()) == ()
    harbour = claim("We oppose the construction of the harbour", "2024-03-01", type="oppose")
    assert contradictions([FOR, harbour], encoder()) == ()
    first = claim(FOR.said.quote, named=frozenset({"state/fr"}))
    second = claim(
        AGAINST.said.quote, "2024-03-01", type="oppose", named=frozenset({"state/de"})
    )  # fmt: skip
    assert contradictions([first, second], encoder()) == ()


def test_what_is_repeated_is_shown_once() -> None:
    again = claim(FOR.said.quote, "2024-02-01")
    assert len(contradictions([FOR, again, AGAINST], encoder())) == 1


def test_weaker_words_only_where_both_name_the_same_thing() -> None:
    words = ("We condemn the arrest of two journalists", "We regret the arrest of two journalists")
    plain = [
        claim(words[0], type="oppose"), claim(words[1], "2024-03-01", type="concern"),
    ]  # fmt: skip
    assert contradictions(plain, encoder()) == ()
    geneva = frozenset({"place/ch-geneva"})
    named = [
        claim(words[0], type="oppose", named=geneva),
        claim(words[1], "2024-03-01", type="concern", named=geneva),
    ]
    (pair,) = contradictions(named, encoder())
    assert (pair.why.what, pair.why.a, pair.why.b) == ("weaker", "condemn", "regret")


def test_nothing_without_an_encoder_or_claims() -> None:
    assert contradictions([FOR, AGAINST], None) == ()
    assert contradictions([], encoder()) == ()
