"""Hosts while a watch runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.pipeline.watching_hosts import Hosts
from onrecord.store import hosts, watchfile
from tests.pipeline.watching_support import NOW, answer, fetched, nothing

A = "a.example"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    yield made
    made.close()


def known(db: sqlite3.Connection, text: bytes = b"") -> Hosts:
    made = Hosts(db, {A: 3.0}, lambda: 0.0)
    made.begin(A, NOW)
    made.end(A, answer(), NOW)
    made.learn(A, fetched(text), NOW)
    return made


def test_robots_come_first_and_are_asked_for_again(db: sqlite3.Connection) -> None:
    made = Hosts(db, {}, lambda: 0.0)
    assert made.wants_robots(A, NOW)
    made = known(db)
    assert not made.wants_robots(A, NOW + 3600)
    assert made.wants_robots(A, NOW + 86_401)


def test_one_at_once_and_as_far_apart_as_wanted(db: sqlite3.Connection) -> None:
    made = known(db, b"User-agent: *\nCrawl-delay: 7\nDisallow: /internal/")
    assert made.free(A, NOW + 6.9) == 0
    assert made.free(A, NOW + 7.0) == 1
    made.begin(A, NOW + 7)
    assert made.free(A, NOW + 99) == 0
    made.end(A, answer(), NOW + 8)
    assert made.ready_at(A) == NOW + 15
    assert made.forbidden(A, "https://a.example/internal/x") is not None
    assert made.forbidden(A, "https://a.example/news") is None


def test_who_comes_after_a_sudden_end_keeps_the_distance(db: sqlite3.Connection) -> None:
    made = known(db, b"User-agent: *\nCrawl-delay: 7")
    made.begin(A, NOW + 100)
    later = Hosts(db, {}, lambda: 0.0)  # nothing was ended
    assert later.ready_at(A) == NOW + 107
    assert not later.wants_robots(A, NOW + 200)


def test_trouble_is_waited_out(db: sqlite3.Connection) -> None:
    made = known(db)
    made.begin(A, NOW + 10)
    made.end(A, nothing(), NOW + 10)
    assert made.ready_at(A) == NOW + 40
    made.begin(A, NOW + 40)
    made.end(A, answer(b"", 503, retry_after="7200"), NOW + 40)
    assert made.ready_at(A) == NOW + 7240
    made.distrust(A, NOW + 7240)
    assert made.ready_at(A) > NOW + 7300


def test_no_robots_to_be_had_means_no_for_now(db: sqlite3.Connection) -> None:
    made = Hosts(db, {}, lambda: 0.0)
    made.begin(A, NOW)
    made.end(A, nothing(), NOW)
    made.learn(A, None, NOW)
    assert made.forbidden(A, "https://a.example/") == "robots.txt cannot be had"
    assert made.wants_robots(A, NOW + 3601)
    assert hosts.one(db, A).robots_status is None


def test_without_politeness(db: sqlite3.Connection) -> None:
    made = Hosts(db, {}, lambda: 0.0, polite=False, at_once=4)
    made.begin(A, NOW)
    assert made.free(A, NOW) == 3
    assert not made.wants_robots(A, NOW)
    made.end(A, answer(), NOW)
    assert made.free(A, NOW) == 4
    assert hosts.requests(db) == {}
