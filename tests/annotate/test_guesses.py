from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate
from onrecord.annotate.guesses import guesses
from onrecord.annotate.hits import printed
from onrecord.annotate.lexis import lexis
from onrecord.annotate.words import Words


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    words = Words(text, lexis(language))
    return [(printed(words, m.first, m.last), m.kind) for m in guesses(words, [None] * len(words))]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "the Norland Steel Corporation grew",
            [("Norland Steel Corporation", "organisation")],
        ),
        (
            "en",
            "the Ministry of Fish and Game of Norland",
            [("Ministry of Fish and Game of Norland", "organisation")],
        ),
        ("en", "on the Orva River in May", [("Orva River", "place")]),
        ("en", "However, nobody came", []),
        ("en", "Foreign Minister Ola Norr spoke", [("Ola Norr", "person")]),
        ("en", "see https://example.org/EemItM", []),
        ("de", "Die Regierung und das Ministerium berieten.", []),
        ("ru", "Норландская партия победила", []),
        ("ru", "вчера Норландская партия победила", [("Норландская партия", "organisation")]),
    ],
)
def test_runs_of_capitals(language: str, text: str, names: list[tuple[str, str]]) -> None:
    assert found(text, language) == names


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Он живёт на Орва-стрит сейчас", {"Орва-стрит": "place"}),
        ("Он говорил о Конгрессе и о мире", {"Конгрессе": "organisation"}),
        ("Об этом конгрессе и о Конгрессе", {}),
    ],
)
def test_words_of_places_and_bodies_where_only_names_have_capitals(
    text: str, kinds: dict[str, str]
) -> None:
    found = annotate(Document(text=text, language="ru"))
    assert {a.quote: a.value["kind"] for a in found} == kinds


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("en", "The Minister of Foreign Affairs Nadia Orvenne met us.", ["Nadia Orvenne"]),
        ("en", "The Minister of Fisheries of Kestria Nadia Orvenne met us.", ["Nadia Orvenne"]),
        (
            "en",
            "A clerk of the Ministry of Finance Tom Hale left.",
            ["Ministry of Finance", "Tom Hale"],
        ),
        ("es", "La ministra de Asuntos Exteriores Nadia Orvenne vino.", ["Nadia Orvenne"]),
    ],
)
def test_who_holds_an_office_is_apart_from_what_it_is_of(
    language: str, text: str, quotes: list[str]
) -> None:
    found = annotate(Document(text=text, language=language))
    assert [one.quote for one in found] == quotes


def test_a_family_after_a_comma_is_no_region() -> None:
    found = annotate(Document(text="For Trade, Peter Varga replied.", language="en"))
    assert [one.quote for one in found] == ["Peter Varga"]


def test_what_a_known_body_does_something_about_is_none_of_its_name() -> None:
    text = "We reached an agreement with the African Union on trade."
    assert [one.quote for one in annotate(Document(text=text, language="en"))] == ["African Union"]
