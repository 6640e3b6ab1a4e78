"""Names that nobody knows act in the news."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


def names(text: str, language: str = "en", country: str | None = None) -> list[str | None]:
    read = reading(Document(text=text, language=language, country=country))
    return [m.name for _, parties in named(read) for p in parties for m in p.members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the coast Qorvath attacked Melmar.", ["Qorvath", "Melmar"]),
        ("Qorvath has criticised Melmar.", ["Qorvath", "Melmar"]),
        ("Tul Qorvath attacked Melmar.", ["Tul Qorvath", "Melmar"]),
        ("Qorvath and Melmar have met.", ["Qorvath", "Melmar"]),
        ("The harbour of Tul Qorvath was attacked.", ["Tul Qorvath"]),
        ("Blizzards closed the road.", []),
        ("QORVATH ATTACKED MELMAR", []),
        ("They met on Tuesday in March.", []),
    ],
)
def test_who_is_a_stranger(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_in_statements_and_where_nouns_have_capitals_nobody_is() -> None:
    assert names("Today Qorvath attacked Melmar.", country="NO") == []
    assert names("Heute griff Qorvath an.", "de") == []


def test_known_names_stay_as_they_are() -> None:
    assert names("Yesterday France attacked Qorvath.") == ["France", "Qorvath"]
