from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.search import analysis
from onrecord.search.highlights import Marker, needs_words
from onrecord.search.query.parser import parse


def marked(query: str, text: str, language: str | None = "en") -> list[str]:
    return [text[s:e] for s, e in Marker(parse(query), {}).marks(text, language)]


@pytest.mark.parametrize(
    ("query", "text", "language", "expected"),
    [
        ("sanction", "The 🚢 Sanctions; a sanction.", "en", ["Sanctions", "sanction"]),
        ("санкции", "Снятие санкций", "ru", ["санкций"]),
        ("securite", "La sécurité", "fr", ["sécurité"]),
        ('"water pact"', "water, a water pact", "en", ["water", "pact"]),
        ('"pact water"~2', "a water pact", "en", ["water", "pact"]),
        ("minist* port~1", "Ministers of the porta", "en", ["Ministers", "porta"]),
        ("渔业合作", "讨论渔业合作问题", "zh", ["渔业合作"]),
        ("port -ship", "a port, a ship", "en", ["port"]),
        ("port OR (ship crew)", "port ship crew", "en", ["port", "ship", "crew"]),
        ("speaker:port ship", "port ship", "en", ["ship"]),
        ("iran", "Iran's ports", "en", ["Iran's"]),
        ("war", "Reports warned", "en", []),
    ],
)
def test_marks(query: str, text: str, language: str, expected: list[str]) -> None:
    assert marked(query, text, language) == expected


def test_what_was_taken_for_a_word_is_marked() -> None:
    marker = Marker(parse("fery"), {"fery": ["ferry"]})
    assert marker.marks("the Ferry", "en") == [(4, 9)]


@pytest.mark.parametrize(
    ("query", "needed"),
    [
        ("ship crew", True),
        ('"ship crew" OR por*', True),
        ("country:kz ship", True),
        ("ship OR country:kz", False),
        ("-ship", False),
        ("date:2021 -ship", False),
        ("*", False),
    ],
)
def test_words_are_needed(query: str, needed: bool) -> None:
    assert needs_words(parse(query)) is needed


SAID = ("Sanctions", "sanción", "sanctions'", "ISO's", "dying", "die", "’s", "s", "Łódź", "łodzi",
        "война", "войны", "ships", "ship’s", "Straße", "strasse", "发言人", "sécurité", "securite",
        "e\u0301t", "gestemd", "_ship_", "1st", "—", "naïve")  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from([" ", ", ", "-", "\n"])), max_size=9),
    st.sampled_from([word for word in SAID if word[0].isalnum() and word != "发言人"]),
    st.sampled_from(["en", "fr", "de", "nl", "ru", "uk", "pl", None]),
)
def test_marks_are_the_words_that_share_a_term(
    said: list[tuple[str, str]], asked: str, language: str | None
) -> None:
    text, tag = "".join(word + gap for word, gap in said), analysis.tag(language)
    (token,) = analysis.tokens(asked)
    term = analysis.terms(token.word, tag)[0]
    every = [m.span() for m in analysis.words(text) if term in analysis.terms(m[0], tag)]
    assert Marker(parse(asked), {}).marks(text, language) == every


@given(st.lists(st.sampled_from(["Water", "PACT,", "pact's", "a", "вода", "é", "话"]), max_size=9))
def test_phrases_are_marked_wherever_their_words_stand_together(said: list[str]) -> None:
    text = " ".join(said)
    words = list(analysis.words(text))
    exact = [analysis.bare(word[0]) for word in words]
    every = {
        words[k].span()
        for n in range(len(words) - 1)
        if exact[n : n + 2] == ["water", "pact"]
        for k in (n, n + 1)
    }
    assert Marker(parse('"water pact"'), {}).marks(text, "en") == sorted(every)
