"""The ledger: days that look alike are told apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import coverage, watchfile
from onrecord.store.coverage import Note


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    yield made
    made.close()


def test_days_that_look_alike_are_told_apart(db: sqlite3.Connection) -> None:
    coverage.count(db, "s", "2026-03-02", [Note("checked"), Note("seen", number=2)])
    coverage.count(db, "s", "2026-03-03", [Note("checked")])
    coverage.count(db, "s", "2026-03-04", [Note("unreadable", "no list", "https://a.example/")])
    coverage.count(db, "s", "2026-03-05", [Note("unfetched", "503", "https://a.example/")])
    coverage.count(db, "s", "2026-03-07", [Note("checked"), Note("failed", "404", "u")])
    days = coverage.days(db, "2026-02-01", "2026-03-07")["s"]
    assert [day.state for day in days] == [
        "statements", "none", "unreadable", "unfetched", "unwatched", "partly",
    ]  # fmt: skip
    assert days[2].reasons[0].reason == "no list"
    assert coverage.summed("s", days).seen == 2
    assert coverage.first_day(db, "s") == "2026-03-02"


def test_what_no_longer_holds_is_taken_back_on_its_own_day(db: sqlite3.Connection) -> None:
    coverage.count(db, "s", "2026-03-02", [Note("checked"), Note("failed", "503", "u")])
    later = [Note("failed", day="2026-03-02", number=-1), Note("read", day="2026-03-02")]
    coverage.count(db, "s", "2026-03-05", later)
    first = coverage.days(db, "2026-03-02", "2026-03-05")["s"][0]
    assert (first.failed, first.read) == (0, 1)
    assert first.reasons[0].number == 1  # that it failed is not forgotten


def test_what_is_usual_is_the_same_weekday_of_the_weeks_before() -> None:
    of = {
        "2026-03-02": {"checked": 1, "seen": 4},
        "2026-03-09": {"checked": 1, "seen": 2},
        "2026-03-16": {"unfetched": 1},
    }
    assert coverage.usual("2026-03-23", of) == 3.0
    assert coverage.usual("2026-03-09", of) is None


def test_a_trouble_opens_once_and_closes(db: sqlite3.Connection) -> None:
    wrong = {"expect.week": ("warning", "too few")}
    assert len(coverage.trouble(db, "s", wrong, 1.0)) == 1  # type: ignore[arg-type]
    assert coverage.trouble(db, "s", wrong, 2.0) == []  # type: ignore[arg-type]
    (still,) = coverage.troubles(db, "s")
    assert (still.opened_at, still.seen_at) == (1.0, 2.0)
    coverage.trouble(db, "s", {}, 3.0)
    assert coverage.troubles(db) == ()
    (closed,) = coverage.troubles(db, closed=True)
    assert closed.closed_at == 3.0
    assert len(coverage.trouble(db, "s", wrong, 4.0)) == 1  # type: ignore[arg-type]
