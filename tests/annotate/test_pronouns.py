"""Tests of annotate.pronouns: for whom pronouns and nouns of several stand."""

from __future__ import annotations

import pytest

from onrecord.annotate.actors import named
from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading


def last_subject(text: str, country: str | None, language: str = "en") -> list[str | None]:
    read = reading(Document(text=text, language=language, country=country, date="2019-10-09"))
    _, found = named(read)[-1]
    return [member.iso or member.name for member in found[0].members] if found else []


@pytest.mark.parametrize(
    ("text", "country", "who"),
    [
        ("Norway met Sweden in Oslo. They agreed.", "FI", ["NO", "SE"]),
        ("Norway met Sweden in Oslo. The ministers discussed trade.", "NO", ["NO", "SE"]),
        ("Norway met Sweden. It rained. The ministers discussed trade.", "NO", ["NO", "SE"]),
        ("Norway met Sweden. The ministers of Finland left.", "FR", ["FI"]),
        ("The minister met Japan. He left.", "NO", ["NO"]),
        ("The right of citizens counts. He left.", "NO", []),
        ("Kenya and Japan left. They agreed.", "FI", ["KE", "JP"]),
        ("Norway supports Mali. He agreed.", "FI", ["NO"]),
        ("We condemn the attacks in Mali. They stopped.", "FI", []),
        ("Kenya and Japan left. She agreed.", "FI", []),
        ("They agreed.", "FI", []),
    ],
)
def test_for_whom_it_stands(text: str, country: str, who: list[str]) -> None:
    assert last_subject(text, country) == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Norwegen sprach mit Schweden. Die Minister sprachen \u00fcber den Handel."),
        ("fr", "La Norv\u00e8ge a rencontr\u00e9 la Su\u00e8de. Les ministres ont discut\u00e9."),
        ("es", "Noruega se reuni\u00f3 con Suecia. Los ministros conversaron."),
    ],
)
def test_the_ministers_are_those_who_met(language: str, text: str) -> None:
    assert last_subject(text, "NO", language) == ["NO", "SE"]
