"""What has changed since one last looked: for the index, and for alerts.

Every version that is stored gets the next number; what was read up to which number is the reader's
watermark, kept here, so that an index that was lost or is behind heals itself. `generation` changes
when the records are made anew: then the watermark is 0, and the index is made anew too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import Reading, Statement
from onrecord.store import statements, versions

_GENERATION = "generation"
_PAGE = 500


class ChangedVersion(NamedTuple):
    """A version that was stored. `current`: no later one of its statement has been."""

    change: int
    statement: Statement
    number: int
    current: bool
    reading: Reading


def changes(db: sqlite3.Connection, since: int = 0) -> Iterator[ChangedVersion]:
    """The versions that were stored after a change, in that order. Read piece by piece, so that a
    writer is not held up, nor the memory filled."""
    while True:
        rows = db.execute(
            "SELECT v.change, v.n, s.id, v.number FROM versions v JOIN statements s"
            " ON s.n = v.statement WHERE v.change > ? ORDER BY v.change LIMIT ?",
            (since, _PAGE),
        ).fetchall()
        for change, n, name, number in rows:
            statement = statements.one(db, name)
            if statement is not None:
                current = number == statement.latest
                yield ChangedVersion(change, statement, number, current, versions.reading(db, n))
            since = change
        if len(rows) < _PAGE:
            return


def last(db: sqlite3.Connection) -> int:
    """The number of the last change; 0 if there is none."""
    number: int = db.execute("SELECT coalesce(max(change), 0) FROM versions").fetchone()[0]
    return number


def watermark(db: sqlite3.Connection, reader: str = "watermark") -> int:
    """Up to which change a reader has taken in what there is."""
    return int(_meta(db, reader) or 0)


def set_watermark(db: sqlite3.Connection, change: int, reader: str = "watermark") -> None:
    """Notes up to which change a reader has taken in what there is."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (reader, str(change)))


def generation(db: sqlite3.Connection) -> str:
    """Tells these records from those that were made before."""
    return _meta(db, _GENERATION) or ""


def _meta(db: sqlite3.Connection, key: str) -> str | None:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None
