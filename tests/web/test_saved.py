"""Saved searches as pages show them."""

from __future__ import annotations

import pytest

from onrecord.alerts.records import Target
from onrecord.web.queries import Search
from onrecord.web.saved import address, conditions, hidden, moment, notes, place, search_of, shown
from onrecord.web.words import words
from tests.alerts.making import alert, search

SAY = words("en")


def test_the_search_that_was_saved_is_the_search_that_is_asked() -> None:
    saved = search(query="dam -lake", filters={"lang": ("en", "ru")}, since_day="2019")
    wanted = search_of(saved)
    assert wanted == Search(q="dam -lake", lang=["en", "ru"], since="2019")
    assert wanted.address() == "/search?q=dam+-lake&lang=en&lang=ru&since=2019"
    assert list(conditions(saved)) == ["lang:en", "lang:ru", "date:2019.."]


def test_a_filter_that_no_page_has_is_left_out() -> None:
    assert search_of(search(filters={"colour": ("red",)})) == Search(q="dam")


def test_an_alert_leads_to_its_words() -> None:
    assert place(alert()) == "/statements/a/2024-03-06/talks@1?at=10-26#at"
    (one,) = shown([alert()], SAY)
    assert one.pieces == (("The ", False), ("dam", True), (" is full.", False))


def test_what_there_is_to_say() -> None:
    edited = alert(before="the lake", after="the dam", reason="it answers 410", in_title=True)
    assert notes(edited, SAY) == (
        "The words stand in the title.",
        "Matches: dam",
        "Before: the lake",
        "After: the dam",
        "it answers 410",
    )


@pytest.mark.parametrize(
    ("kind", "given", "seen"),
    [
        ("webhook", "https://hook.example/secret-path?key=1", "hook.example"),
        ("email", "ann@desk.example", "...@desk.example"),
        ("desktop", "", ""),
    ],
)
def test_visitors_see_no_whole_address(kind: str, given: str, seen: str) -> None:
    target = Target(id="a", search="b", kind=kind, address=given, secret="s")  # type: ignore[arg-type]
    assert hidden(target).address == seen
    assert hidden(target).secret is None


def test_addresses_and_moments() -> None:
    assert address("a") == "/alerts/a"
    assert moment("2019") == "2019-01-01T00:00:00Z"
    assert moment("soon") is None
