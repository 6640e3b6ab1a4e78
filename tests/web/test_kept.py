"""Words that an address selects, or that are looked for, in a reading."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.web import kept
from tests.support import reading

MADE = reading("> Ann Lee | We meet again in Geneva.\n? TASS | Why again?\n! Ann Lee | Because.")


def test_places_are_found_as_a_search_finds_them() -> None:
    places, wrong = kept.looked_for(MADE, "again")
    assert [MADE.text[start:end] for start, end in places] == ["again", "again"]
    assert wrong is None
    assert kept.looked_for(MADE, "  ") == ([], None)


def test_a_wrong_query_finds_nothing_and_says_why() -> None:
    places, wrong = kept.looked_for(MADE, "(again")
    assert places == []
    assert wrong == "this bracket is not closed"


def test_marks_are_counted() -> None:
    found = kept.marks([Span(0, 2), Span(3, 7)], Span(1, 4))
    assert [(mark.kind, mark.n) for mark in found] == [("found", 1), ("found", 2), ("at", None)]


def test_the_turn_of_a_place() -> None:
    at = MADE.text.index("Why")
    assert kept.turn_at(MADE, Span(at, at + 3)) == 1
    assert kept.turn_at(MADE, Span(len(MADE.text) + 5, len(MADE.text) + 9)) is None
