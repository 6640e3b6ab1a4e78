from __future__ import annotations

import pytest

from onrecord.extract.offices import Reader
from onrecord.languages.loader import language


def read(text: str, tag: str = "en") -> list[tuple[str, str | None]]:
    reader = Reader(text, language(tag))
    return [
        (
            text[office.start : office.end],
            text[office.name.start : office.name.end] if office.name else None,
        )
        for office in reader.offices()
    ]


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Meeting with Agriculture Minister Ada Vale", "Agriculture Minister", "Ada Vale"),
        (
            "talks with Minister of Foreign Affairs of Kazakhstan Ada Vale",
            "Minister of Foreign Affairs of Kazakhstan",
            "Ada Vale",
        ),
        (
            "President of the European Commission Ada von der Vale",
            "President of the European Commission",
            "Ada von der Vale",
        ),
        (
            "Deputy Prime Minister and Minister of Trade and Industry Orr at sea",
            "Deputy Prime Minister and Minister of Trade and Industry",
            "Orr",
        ),
        ("Mayor of New York Ada Vale", "Mayor of New York", "Ada Vale"),
        ("U.S. Special Envoy for Chad Orr Travels", "U.S. Special Envoy for Chad", "Orr"),
        ("Secretary Vale’s Call", "Secretary", "Vale"),
        ("President Dr. Ada “Addie” Vale Before Lunch", "President", "Ada “Addie” Vale"),
    ],
)
def test_an_office_ends_where_its_name_begins(text: str, office: str, name: str) -> None:
    assert (office, name) in read(text)


def test_one_office_ends_before_the_next_person() -> None:
    assert read("Secretary Ada B. Vale And Indonesian Foreign Minister Ben Orr Before Dinner") == [
        ("Secretary", "Ada B. Vale"),
        ("Indonesian Foreign Minister", "Ben Orr"),
    ]


def test_an_office_without_a_name() -> None:
    assert read("Address by the President of Kenya on unity") == [("President of Kenya", None)]


def test_the_former_office_is_marked() -> None:
    (office,) = Reader("Death of Former President Vale", language("en")).offices()
    assert office.former


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ukrainian Foreign Minister Vale", "UA"),
        ("President of South Africa Vale", "ZA"),
        ("Special Envoy for Chad Vale", None),
        ("Ambassador of France to Germany Vale", "FR"),
        ("Harbour Minister Vale", None),
    ],
)
def test_whose_office_it_is(text: str, country: str | None) -> None:
    reader = Reader(text, language("en"))
    assert reader.country(next(reader.offices())) == country
