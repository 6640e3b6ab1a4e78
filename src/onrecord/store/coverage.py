"""The ledger of what a watch saw, source by source and day by day (UTC), and the troubles that are
open. Three things are told apart that look alike: no statement, a listing that could not be read,
and one that was not fetched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.records import Record, Severity

Measure = Literal[
    "checked", "unreadable", "unfetched", "seen", "captured", "read", "failed", "revisited",
    "unchanged", "changed", "removed", "restored", "lost",
]  # fmt: skip
State = Literal["statements", "partly", "none", "unreadable", "unfetched", "unwatched"]

_LONGEST_REASON = 300
_WEEKS = 8  # before a day, of which the same weekday says what is usual
_LEAST = 2  # such weekdays


class Reason(Record, frozen=True, kw_only=True):
    """Why something failed, how often, and one address where it did. `measure`: what it was counted
    as."""

    measure: str
    reason: str
    number: int
    url: str


class Day(Record, frozen=True, kw_only=True):
    """What a source gave on a day. `state`: in a word. `expected`: how many statements are usual on
    this weekday, by the weeks before. `checked`, `unreadable`, `unfetched`: how often its listings
    were read, could not be read, could not be fetched. `seen`: statements that listings named for
    the first time; of these `captured`, `read`, `failed` by now. `revisited`: pages asked again on
    this day, of which were `unchanged`, `changed`, `removed`, `restored`; `lost`: those that gave
    no answer or no statement."""

    source: str
    day: str
    state: State
    expected: float | None = None
    checked: int = 0
    unreadable: int = 0
    unfetched: int = 0
    seen: int = 0
    captured: int = 0
    read: int = 0
    failed: int = 0
    revisited: int = 0
    unchanged: int = 0
    changed: int = 0
    removed: int = 0
    restored: int = 0
    lost: int = 0
    reasons: tuple[Reason, ...] = ()


class Trouble(Record, frozen=True, kw_only=True):
    """Something that is wrong with a source, from when on, and until when."""

    source: str
    name: str
    severity: Severity
    message: str
    opened_at: float
    seen_at: float
    closed_at: float | None = None


class Note(NamedTuple):
    """One thing to be counted; with the reason and address, where it is a failure. `day`: where it
    belongs, if not to today; `number`: less than nothing where what was counted no longer holds."""

    measure: Measure
    reason: str | None = None
    url: str = ""
    day: str | None = None
    number: int = 1


_COUNTS = tuple(
    name for name in Day.__struct_fields__
    if name not in ("source", "day", "state", "expected", "reasons")
)  # fmt: skip


def count(db: sqlite3.Connection, source: str, day: str, notes: Iterable[Note]) -> None:
    """Counts what happened, within the caller's transaction."""
    for note in notes:
        db.execute(
            "INSERT INTO coverage VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET number = number + excluded.number",
            (source, note.day or day, note.measure, note.number),
        )
        if note.reason:
            db.execute(
                "INSERT INTO reasons VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET"
                " number = number + 1, url = excluded.url",
                (source, day, note.measure, note.reason[:_LONGEST_REASON], note.url),
            )


def days(db: sqlite3.Connection, first: str, last: str) -> dict[str, tuple[Day, ...]]:
    """Each source's days from a first to a last one, in order, from its own first day on. A day on
    which nobody watched is there too."""
    before = (date.fromisoformat(first) - timedelta(weeks=_WEEKS)).isoformat()
    counted = _counted(db, before, last)
    reasons = _reasons(db, first, last)
    begun = dict(db.execute("SELECT source, min(day) FROM coverage GROUP BY source"))
    return {
        source: tuple(
            _day(source, day, of, reasons.get((source, day), ()))
            for day in _between(max(first, begun[source]), last)
        )
        for source, of in sorted(counted.items())
    }


def _counted(db: sqlite3.Connection, first: str, last: str) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for source, day, measure, number in db.execute(
        "SELECT source, day, measure, number FROM coverage WHERE day BETWEEN ? AND ?", (first, last)
    ):
        found.setdefault(source, {}).setdefault(day, {})[measure] = number
    return found


def _reasons(
    db: sqlite3.Connection, first: str, last: str
) -> dict[tuple[str, str], tuple[Reason, ...]]:
    found: dict[tuple[str, str], tuple[Reason, ...]] = {}
    for source, day, measure, reason, number, url in db.execute(
        "SELECT source, day, measure, reason, number, url FROM reasons WHERE day BETWEEN ? AND ?"
        " ORDER BY number DESC, measure, reason",
        (first, last),
    ):
        one = Reason(measure=measure, reason=reason, number=number, url=url)
        found[source, day] = (*found.get((source, day), ()), one)
    return found


def _between(first: str, last: str) -> Iterable[str]:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day.isoformat()
        day += timedelta(days=1)


def _day(
    source: str, day: str, of: Mapping[str, Mapping[str, int]], reasons: tuple[Reason, ...]
) -> Day:
    counts = {name: of.get(day, {}).get(name, 0) for name in _COUNTS}
    return Day(
        source=source,
        day=day,
        state=state(counts),
        expected=usual(day, of),
        reasons=reasons,
        **counts,
    )


def summed(source: str, of: Sequence[Day]) -> Day:
    """Several days as one, without their reasons."""
    counts = {name: sum(getattr(day, name) for day in of) for name in _COUNTS}
    return Day(source=source, day="", state=state(counts), **counts)


def state(counts: Mapping[str, int]) -> State:
    """What a day was, in a word.

    >>> state({"checked": 3}), state({"checked": 3, "seen": 1}), state({"unreadable": 2})
    ('none', 'statements', 'unreadable')
    """
    if counts.get("checked"):
        if counts.get("failed"):
            return "partly"
        return "statements" if counts.get("seen") else "none"
    if counts.get("unreadable"):
        return "unreadable"
    return "unfetched" if counts.get("unfetched") else "unwatched"


def usual(day: str, of: Mapping[str, Mapping[str, int]]) -> float | None:
    """How many statements are seen on such a weekday: the mean of those days in the weeks before on
    which the listing was read; `None` for too few of them."""
    at = date.fromisoformat(day)
    past = [of.get((at - timedelta(weeks=n)).isoformat(), {}) for n in range(1, _WEEKS + 1)]
    seen = [counts.get("seen", 0) for counts in past if counts.get("checked")]
    return round(sum(seen) / len(seen), 1) if len(seen) >= _LEAST else None


def sums(db: sqlite3.Connection, source: str, first: str, last: str) -> dict[str, int]:
    """What was counted of a source from a first to a last day, by measure."""
    return dict(
        db.execute(
            "SELECT measure, sum(number) FROM coverage WHERE source = ? AND day BETWEEN ? AND ?"
            " GROUP BY measure",
            (source, first, last),
        )
    )


def first_day(db: sqlite3.Connection, source: str | None = None) -> str | None:
    """The first day that was watched."""
    row = db.execute(
        "SELECT min(day) FROM coverage WHERE ?1 IS NULL OR source = ?1", (source,)
    ).fetchone()
    found: str | None = row[0]
    return found


def trouble(
    db: sqlite3.Connection, source: str, found: Mapping[str, tuple[Severity, str]], now: float
) -> list[Trouble]:
    """What is wrong with a source now, by name: what was not known opens, what is no longer wrong
    closes. Gives those that opened."""
    names = tuple(found)
    marks = ",".join("?" * len(names))
    db.execute(
        "UPDATE troubles SET closed_at = ? WHERE source = ? AND closed_at IS NULL"
        f" AND name NOT IN ({marks})",
        (now, source, *names),
    )
    known = {t.name for t in troubles(db, source)}
    for name, (severity, message) in found.items():
        db.execute(
            "INSERT INTO troubles (source, name, severity, message, opened_at, seen_at)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (source, name) WHERE closed_at IS NULL"
            " DO UPDATE SET message = ?4, severity = ?3, seen_at = ?5",
            (source, name, severity, message, now),
        )
    return [each for each in troubles(db, source) if each.name not in known]


def troubles(
    db: sqlite3.Connection, source: str | None = None, closed: bool = False
) -> tuple[Trouble, ...]:
    """What is wrong with a source, or with any; `closed`: also what was."""
    rows = db.execute(
        "SELECT source, name, severity, message, opened_at, seen_at, closed_at FROM troubles"
        " WHERE (?1 IS NULL OR source = ?1) AND (?2 OR closed_at IS NULL)"
        " ORDER BY closed_at IS NOT NULL, severity = 'info', opened_at DESC, n",
        (source, closed),
    )
    names = Trouble.__struct_fields__
    return tuple(Trouble(**dict(zip(names, row, strict=True))) for row in rows)
