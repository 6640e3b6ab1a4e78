"""What is asked next, and how long nothing is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.pipeline.watching_agenda import LONGEST_WAIT, Agenda, Task
from onrecord.pipeline.watching_hosts import Hosts
from onrecord.store import frontier, watchfile
from onrecord.store.frontier import Listing, Named, Page

A = "a.example"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    frontier.watch(made, ["s"])
    frontier.plan(made, "s", 0, [(f"http://{A}/list", A)], 100.0)
    named = [Named(f"http://{A}/{n}", A, None, None, None) for n in range(3)]
    frontier.name(made, "s", 0, named, 50.0)
    (first, *_) = frontier.due_pages(made, A, 50.0, 3)
    frontier.save_page(made, msgspec.structs.replace(first, fresh=False), first.due)
    yield made
    made.close()


def test_listings_then_new_pages_then_old_ones(db: sqlite3.Connection) -> None:
    agenda = Agenda(db, Hosts(db, {}, lambda: 0.0, polite=False, at_once=9))
    agenda.look()
    kinds = [type(task.row) for task in agenda.tasks(A, 200.0, 9)]
    assert kinds == [Listing, Page, Page, Page]
    rows = [task.row for task in agenda.tasks(A, 200.0, 9)]
    assert [row.fresh for row in rows if isinstance(row, Page)] == [True, True, False]


def test_robots_go_before_all(db: sqlite3.Connection) -> None:
    agenda = Agenda(db, Hosts(db, {}, lambda: 0.0))
    agenda.look()
    assert agenda.tasks(A, 200.0, 1) == [Task(A, None)]
    assert agenda.scheme(A) == "http"
    assert agenda.tasks(A, 10.0, 1) == []


def test_what_is_under_way_is_not_begun_again(db: sqlite3.Connection) -> None:
    agenda = Agenda(db, Hosts(db, {}, lambda: 0.0, polite=False, at_once=9))
    agenda.look()
    first = agenda.tasks(A, 200.0, 2)
    for task in first:
        agenda.begun(task)
    assert not {*first} & {*agenda.tasks(A, 200.0, 9)}
    assert agenda.busy == (A,)
    agenda.ended(first[0])
    assert first[0] in agenda.tasks(A, 200.0, 9)


def test_how_long_there_is_nothing_to_do(db: sqlite3.Connection) -> None:
    agenda = Agenda(db, Hosts(db, {}, lambda: 0.0))
    assert agenda.idle(0.0, None) == LONGEST_WAIT
    agenda.look()
    assert agenda.next_at == 50.0
    assert agenda.idle(10.0, None) == 40.0
    assert agenda.idle(10.0, 15.0) == 5.0
    assert not agenda.awaited(10.0)
    assert agenda.awaited(60.0)
