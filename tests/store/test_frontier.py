"""The frontier: what is due, and what a listing says anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.store import frontier, watchfile
from onrecord.store.frontier import Named

HOST = "a.example"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    frontier.watch(made, ["s"])
    yield made
    made.close()


def named(number: int, title: str | None = "T", **said: str) -> Named:
    return Named(f"https://{HOST}/{number}", HOST, title, said.get("date"), said.get("modified"))


def test_new_addresses_are_due_at_once_and_known_ones_stay(db: sqlite3.Connection) -> None:
    assert frontier.news(db, [named(1), named(2)], 0) == (2, 0)
    assert frontier.name(db, "s", 0, [named(1), named(2)], 10.0) == 2
    assert frontier.name(db, "s", 0, [named(1), named(3)], 20.0) == 1
    assert [p.due for p in frontier.due_pages(db, HOST, 20.0, 9)] == [10.0, 10.0, 20.0]
    assert frontier.next_due(db, HOST) == 10.0
    assert frontier.hosts(db) == [HOST]
    assert frontier.waiting(db, 15.0) == 2


def visited(db: sqlite3.Connection, due: float) -> frontier.Page:
    frontier.name(db, "s", 0, [named(1, date="2026-03-02", modified="2026-03-02")], 0.0)
    (page,) = frontier.due_pages(db, HOST, 0.0, 1)
    later = msgspec.structs.replace(page, due=due, fresh=False, statement="x/1", version=1)
    frontier.save_page(db, later, page.due)
    return later


@pytest.mark.parametrize(
    ("place", "entry", "due"),
    [
        (0, named(1, date="2026-03-02", modified="2026-03-02"), 900.0),
        (0, named(1, "Another", date="2026-03-02"), 50.0),
        (0, named(1, date="2026-03-03"), 50.0),
        (0, named(1, modified="2026-03-04"), 50.0),
        (0, named(1, None), 900.0),
        (1, named(1, "As the feed has it"), 900.0),
        (1, named(1, modified="2026-03-04"), 50.0),
    ],
)
def test_what_a_listing_says_anew_is_asked_for(
    db: sqlite3.Connection, place: int, entry: Named, due: float
) -> None:
    visited(db, 900.0)
    frontier.name(db, "s", place, [entry], 50.0)
    page = frontier.page(db, entry.url)
    assert page is not None
    assert page.due == due


def test_what_a_listing_said_during_a_visit_is_not_lost(db: sqlite3.Connection) -> None:
    page = visited(db, 100.0)
    frontier.name(db, "s", 0, [named(1, "Another")], 100.0)  # while it is asked for
    frontier.name(db, "s", 0, [named(1, "And again")], 90.0)
    frontier.save_page(db, msgspec.structs.replace(page, due=5_000.0), 100.0)
    found = frontier.page(db, page.url)
    assert found is not None
    assert (found.due, found.title) == (90.0, "And again")


def test_listings_move_with_the_day_and_go_on(db: sqlite3.Connection) -> None:
    frontier.plan(db, "s", 0, [("https://a.example/1", HOST)], 1.0)
    (listing,) = frontier.due_listings(db, HOST, 1.0, 9)
    frontier.further(db, listing, [("https://a.example/1?page=2", HOST)], 2.0)
    assert len(frontier.due_listings(db, HOST, 2.0, 9)) == 2
    frontier.plan(db, "s", 0, [("https://a.example/2", HOST)], 3.0)
    assert [each.url for each in frontier.listings(db, "s")] == ["https://a.example/2"]
    assert frontier.is_listing(db, "https://a.example/1")
    frontier.save_listing(db, msgspec.structs.replace(listing, due=77.0))
    assert frontier.next_due(db, HOST) == 2.0


def test_only_what_is_watched_is_due(db: sqlite3.Connection) -> None:
    frontier.name(db, "other", 0, [named(7)], 0.0)
    assert frontier.due_pages(db, HOST, 9.0, 9) == ()
    assert frontier.next_due(db, HOST) is None
    frontier.watch(db, ["s", "other"])
    assert len(frontier.due_pages(db, HOST, 9.0, 9)) == 1
    assert frontier.tally(db) == {"other": {"new": 1}}
    assert len(frontier.since(db, "other", 0.0)) == 1
