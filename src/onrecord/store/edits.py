"""Silent edits: where a statement stood with one text, and then with another; and pages that were
taken away. When it was seen: between the last capture with the old text and the first with the new.

A place is an address in one medium: what a feed prints is not held against the page. Places are
walked in the order of time, not of adding. Of a capture of which only the words are known to be the
same (marks and capitals may be others) nothing is concluded. What differs between two texts is
compared once for each pair, above this room, and kept here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.store import changes, identity, naming
from onrecord.store.addresses import normal

TABLES = """
CREATE TABLE edits (
  n INTEGER PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statements (n),
  old INTEGER NOT NULL REFERENCES versions (n), new INTEGER NOT NULL REFERENCES versions (n),
  last INTEGER NOT NULL REFERENCES captures (n), first INTEGER NOT NULL REFERENCES captures (n),
  address TEXT NOT NULL
);
CREATE INDEX edits_statement ON edits (statement);
CREATE INDEX edits_pair ON edits (old, new);
CREATE TABLE comparisons (
  old INTEGER NOT NULL REFERENCES versions (n), new INTEGER NOT NULL REFERENCES versions (n),
  weight INTEGER NOT NULL, told TEXT NOT NULL, PRIMARY KEY (old, new)
) WITHOUT ROWID;
"""

_MARK = "edits"
_FORM = "edits by"
_HTML = "html"  # in one spelling or another
NOTHING = -1  # the weight of two texts that differ in nothing that one can read
_SEEN = (
    "SELECT a.capture, c.fetched_at, v.n, coalesce(a.address, c.uri), c.uri,"
    " json_extract(v.origin, '$.media_type'), a.method FROM versions v"
    " JOIN appearances a ON a.version = v.n JOIN captures c ON c.n = a.capture"
    " WHERE v.statement = ? ORDER BY c.fetched_at, a.capture, a.item"
)


class Step(NamedTuple):
    """From one text to another, in one place: rows of the versions, of the last capture with the
    old one, and of the first with the new one."""

    old: int
    new: int
    last: int
    first: int
    address: str


class _Seen(NamedTuple):
    version: int
    capture: int


def make(db: sqlite3.Connection) -> None:
    """Makes the tables, within the caller's transaction."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


def form(db: sqlite3.Connection) -> str:
    """By what what there is was compared; nothing if nothing was."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_FORM,)).fetchone()
    return row[0] if row else ""


def begin(db: sqlite3.Connection, name: str) -> None:
    """What compares otherwise starts from the beginning."""
    db.execute("DELETE FROM edits")
    db.execute("DELETE FROM comparisons")
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_FORM, name))
    mark(db, 0)


def mark(db: sqlite3.Connection, capture: int) -> None:
    """Notes up to which capture (its row) statements have been compared."""
    changes.set_watermark(db, capture, _MARK)


def last_capture(db: sqlite3.Connection) -> int:
    """The row of the last capture; 0 if there is none."""
    number: int = db.execute("SELECT coalesce(max(n), 0) FROM captures").fetchone()[0]
    return number


def behind(db: sqlite3.Connection) -> int:
    """How many captures have been added since statements were compared."""
    return last_capture(db) - changes.watermark(db, _MARK)


def pending(db: sqlite3.Connection) -> list[int]:
    """The statements (their rows) with several versions that were captured since."""
    rows = db.execute(
        "SELECT DISTINCT s.n FROM appearances a JOIN versions v ON v.n = a.version"
        " JOIN statements s ON s.n = v.statement WHERE a.capture > ? AND s.latest > 1"
        " ORDER BY s.n",
        (changes.watermark(db, _MARK),),
    )
    return [row[0] for row in rows]


def steps(db: sqlite3.Connection, statement: int) -> tuple[Step, ...]:
    """The edits of a statement (its row), in the order in which they were seen. One that was seen
    in several places is told once, where it was seen first."""
    before: dict[tuple[str, str | None], _Seen | None] = {}
    found: list[tuple[str, Step, int]] = []
    counted: Counter[tuple[object, int, int]] = Counter()
    for capture, at, version, address, uri, medium, method in db.execute(_SEEN, (statement,)):
        place = (normal(address) or address, _HTML if _HTML in (medium or "") else medium)
        was = before.get(place)
        if was is not None and was.capture == capture:
            continue  # twice in one capture: the first counts
        if method == identity.SAME_WORDS:
            before[place] = None
            continue
        if was is not None and was.version != version:
            pair = (place, was.version, version)
            step = Step(was.version, version, was.capture, capture, address or uri)
            found.append((at, step, counted[pair]))
            counted[pair] += 1
        before[place] = _Seen(version, capture)
    told: dict[tuple[int, int, int], Step] = {}
    for _, step, again in sorted(found, key=lambda each: (each[0], each[1].first)):
        told.setdefault((step.old, step.new, again), step)
    return tuple(told.values())


def replaced(db: sqlite3.Connection, statement: str, number: int) -> int | None:
    """The number of the version that a version took the place of when it first came; `None` if it
    only stands elsewhere."""
    row = db.execute("SELECT n FROM statements WHERE id = ?", (statement,)).fetchone()
    numbers = dict(
        db.execute("SELECT v.n, v.number FROM versions v WHERE v.statement = ?", row or (0,))
    )
    for step in steps(db, row[0]) if row else ():
        if numbers[step.new] == number:
            return int(numbers[step.old])
    return None


def replace(db: sqlite3.Connection, statement: int, found: Sequence[Step]) -> None:
    """The edits of a statement, in place of those that were known."""
    db.execute("DELETE FROM edits WHERE statement = ?", (statement,))
    db.executemany(
        "INSERT INTO edits (statement, old, new, last, first, address) VALUES (?, ?, ?, ?, ?, ?)",
        ((statement, *step) for step in found),
    )


def compared(db: sqlite3.Connection, step: Step) -> bool:
    """Have the two texts been compared?"""
    row = db.execute(
        "SELECT 1 FROM comparisons WHERE old = ? AND new = ?", (step.old, step.new)
    ).fetchone()
    return row is not None


def keep(db: sqlite3.Connection, step: Step, weight: int, told: str) -> None:
    """Keeps what differs between two texts: its weight, and what, as JSON."""
    db.execute(
        "INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?, ?)",
        (step.old, step.new, weight, told),
    )


def version_of(db: sqlite3.Connection, row: int) -> str:
    """The id of the version in a row."""
    found = db.execute(
        "SELECT s.id, v.number FROM versions v JOIN statements s ON s.n = v.statement"
        " WHERE v.n = ?",
        (row,),
    ).fetchone()
    return naming.version_id(*found)
