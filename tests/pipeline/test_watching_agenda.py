"""What is asked next, and how long nothing is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.pipeline.watching_agenda import LONGEST_WAIT, Agenda, Errand, Task
from onrecord.pipeline.watching_hosts import Hosts
from onrecord.store import frontier, watchfile
from onrecord.store.frontier import Listing, Named, Page
from tests.pipeline.watching_support import fetched

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
    assert agenda.robots(A) == f"http://{A}/robots.txt"
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


def test_a_robots_txt_that_stands_elsewhere_is_asked_for_there(db: sqlite3.Connection) -> None:
    hosts = Hosts(db, {}, lambda: 0.0)
    agenda = Agenda(db, hosts)
    agenda.look()
    (task,) = agenda.tasks(A, 200.0, 1)
    hosts.begin(A, 200.0)
    agenda.begun(task)
    agenda.ended(task)
    leads = fetched(b"", 301, url=f"http://{A}/robots.txt", location="http://b.example/r.txt")
    agenda.learn(task, leads, 200.0)
    assert agenda.due(200.0) == ["b.example"]  # it waits, and does not turn in circles
    assert agenda.tasks(A, 200.0, 1) == []
    (errand,) = agenda.tasks("b.example", 200.0, 1)
    assert errand == Task("b.example", None, Errand(A, "http://b.example/r.txt", 1))
    hosts.begin("b.example", 200.0)
    agenda.begun(errand)
    agenda.ended(errand)
    agenda.learn(errand, fetched(b"User-agent: *\nDisallow: /2"), 200.0)
    assert agenda.due(200.0) == [A]
    assert hosts.forbidden(A, f"http://{A}/2") is not None
    assert hosts.forbidden(A, f"http://{A}/1") is None


def test_a_robots_txt_that_leads_nowhere_forbids_nothing(db: sqlite3.Connection) -> None:
    hosts = Hosts(db, {}, lambda: 0.0)
    agenda = Agenda(db, hosts)
    agenda.look()
    asked = 0
    while hosts.wants_robots(A, 200.0):
        (task,) = agenda.tasks(A, 200.0, 1)
        hosts.begin(A, 200.0)
        agenda.begun(task)
        agenda.ended(task)
        agenda.learn(task, fetched(b"", 302, location=f"http://{A}/robots.txt?{asked}"), 200.0)
        asked += 1
    assert asked == 6  # five redirects are followed
    assert hosts.forbidden(A, f"http://{A}/1") is None
