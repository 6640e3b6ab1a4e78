from __future__ import annotations

from onrecord.extract import participants, persons
from onrecord.extract.headlines import Headline
from onrecord.extract.page import Found, Line
from onrecord.extract.participants import Participants
from onrecord.languages.loader import language
from onrecord.records import Span


def find(title: str, *lines: Line, issuer: Found | None = None, tag: str = "en") -> Participants:
    words = language(tag)
    page = (Line(text=title, part="header"), *lines)
    found = Found(value=title, method="heading", line=0, span=Span(0, len(title)))
    named = persons.of_text(title, words)
    return participants.find(page, Headline(found, (0,)), named, issuer, words)


def test_title_and_byline_name_one_person() -> None:
    byline = Line(text="Ada B. Vale, Secretary of State", part="header")
    people, found = find("Secretary Vale’s Call with French Foreign Minister Orr", byline)
    assert [(p.name, p.role, p.country) for p in people] == [
        ("Ada B. Vale", "Secretary of State", None),
        ("Orr", "French Foreign Minister", "FR"),
    ]
    first, second = found["participants.0"], found["participants.1"]
    assert (first.line, first.method, first.quote) == (1, "byline", byline.text)
    assert second.quote == "French Foreign Minister Orr"


def test_a_byline_counts_only_in_the_header() -> None:
    people, _ = find("Harbours", Line(text="Ada Vale, Secretary of State"))
    assert people == ()


def test_a_feeds_creators_take_part() -> None:
    issuer = Found(value="Ada Vale, Secretary of State, Ben Orr, Prime Minister", method="feed")
    people, found = find("Harbours", issuer=issuer)
    assert [p.name for p in people] == ["Ada Vale", "Ben Orr"]
    assert found["participants.1"].method == "feed"


def test_a_name_takes_the_case_of_its_label() -> None:
    people, _ = find(
        "Брифинг Министра иностранных дел А.Б.Орлова",
        Line(text="А.Б.Орлов: Добрый день."),
        tag="ru",
    )
    assert people[0].name == "А.Б.Орлов"


def test_the_text_introduces_the_persons_of_the_title_in_full() -> None:
    text = Line(text="Secretary of State Ada Vale met the Minister of Ports, Ben Orr, in Bern.")
    people, found = find("Secretary Vale’s Meeting with Minister Orr", text)
    assert [(p.name, p.role) for p in people] == [
        ("Ada Vale", "Secretary of State"),
        ("Ben Orr", "Minister of Ports"),
    ]
    assert (found["participants.1"].method, found["participants.1"].line) == ("text", 1)


def test_the_line_under_the_title_names_persons_in_full() -> None:
    line = Line(text="Led by Secretary Ada Vale and Minister Orr", kind="heading", level=2)
    words = language("en")
    headline = Headline(Found(value="Ports", method="heading", line=0, span=Span(0, 5)), (0,))
    people, found = participants.find(
        (Line(text="Ports", part="header"), line), headline, (), None, words, subtitle=1
    )
    assert [p.name for p in people] == ["Ada Vale"]
    assert found["participants.0"].method == "subtitle"
