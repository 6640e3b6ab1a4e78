"""What a listing has taken out is due at once; what slid off its end is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.store import frontier, listed, watchfile
from onrecord.store.frontier import Named

HOST = "a.example"


def url(number: int) -> str:
    return f"https://{HOST}/{number}"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    frontier.watch(made, ["s"])
    frontier.plan(made, "s", 0, [(f"https://{HOST}/news/", HOST)], 0.0)
    named = [Named(url(n), HOST, None, None, None) for n in range(1, 6)]
    frontier.name(made, "s", 0, named, 0.0)
    for page in frontier.due_pages(made, HOST, 0.0, 9):
        kept = msgspec.structs.replace(
            page, fresh=False, outcome="read", statement=f"x/{page.n}", due=9000.0
        )
        frontier.save_page(made, kept, page.due)
    yield made
    made.close()


def due(db: sqlite3.Connection) -> list[str]:
    return [page.url for page in frontier.due_pages(db, HOST, 100.0, 9)]


def test_an_entry_that_was_taken_out_is_due_at_once(db: sqlite3.Connection) -> None:
    assert listed.note(db, 1, map(url, (5, 4, 3, 2)), 50.0) == ()
    assert listed.note(db, 1, map(url, (5, 3)), 100.0) == (HOST,)  # 2 slid off the end
    assert due(db) == [url(4)]
    assert listed.note(db, 1, map(url, (5, 3)), 200.0) == ()


def test_a_list_that_is_all_new_or_empty_takes_nothing_out(db: sqlite3.Connection) -> None:
    listed.note(db, 1, map(url, (3, 2)), 50.0)
    assert listed.note(db, 1, map(url, (5, 4)), 100.0) == ()
    assert listed.note(db, 1, (), 100.0) == ()
    assert due(db) == []


def test_what_is_known_to_be_gone_is_not_asked_for_again(db: sqlite3.Connection) -> None:
    page = frontier.page(db, url(4))
    assert page is not None
    frontier.save_page(db, msgspec.structs.replace(page, outcome="gone", gone_at=10.0), page.due)
    listed.note(db, 1, map(url, (5, 4, 3)), 50.0)
    assert listed.note(db, 1, map(url, (5, 3)), 100.0) == ()


@given(st.lists(st.integers(1, 20), unique=True), st.sets(st.integers(1, 20)))
def test_what_was_taken_out_stood_before_what_stays(before: list[int], now: set[int]) -> None:
    out = listed.took_out(before, now)
    stays = [n for n, page in enumerate(before) if page in now]
    assert {*out} == {p for n, p in enumerate(before) if p not in now and stays and n < stays[-1]}
