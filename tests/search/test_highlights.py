from __future__ import annotations

import pytest

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
