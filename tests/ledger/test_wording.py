"""How near two passages are in their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.wording import Rarity, content, unnamed

PASSAGES = [
    content(text, "en") for text in ("the old bridge", "the new bridge", "the ferry", "the")
]


def test_the_rarer_the_heavier() -> None:
    rarity = Rarity(PASSAGES)
    assert rarity.weight("en:ferri") > rarity.weight("en:bridg") > rarity.weight("en:the") >= 0
    assert rarity.share("en:the") > rarity.share("en:bridg") == 0


@given(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef")))
def test_nearness_is_a_share_and_the_same_both_ways(a: set[str], b: set[str]) -> None:
    rarity = Rarity([frozenset("abc"), frozenset("cde"), frozenset("f")])
    one, two = frozenset(a), frozenset(b)
    assert rarity.nearness(one, two) == rarity.nearness(two, one)
    assert 0 <= rarity.nearness(one, two) <= rarity.held(one, two) + 1e-9 or not one
    assert rarity.held(one, one) in (0.0, 1.0)


def test_names_are_left_out_where_nouns_have_no_capital() -> None:
    assert unnamed("Ada Brook talks", "en") == content("talks", "en")
    assert content("Brücke", "de") <= unnamed("Die Brücke", "de")
