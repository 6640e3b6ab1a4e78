"""Statements that are no longer where they stood: which capture shows it, why, and whether they
came back. Made from the captures alone, like all records.

An address that is not found may be a fault of the hour. It counts as a removal when a second look
finds the same, half an hour later or more, with no capture of the statement between; at once where
the server says that it is gone for good, or the address carries another statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from onrecord.records import Record

TABLES = """
CREATE INDEX captures_uri ON captures (uri);
CREATE TABLE missing (
  capture INTEGER PRIMARY KEY REFERENCES captures (n),
  statement INTEGER NOT NULL REFERENCES statements (n), reason TEXT NOT NULL,
  removal INTEGER NOT NULL
);
CREATE INDEX missing_statement ON missing (statement);
"""

_SECOND_LOOK = 1800  # seconds
_LAST = (
    "SELECT a.capture, v.statement,"
    " (SELECT count(*) FROM appearances b WHERE b.capture = a.capture)"
    " FROM captures c JOIN appearances a ON a.capture = c.n JOIN versions v ON v.n = a.version"
    " WHERE c.uri = ?1 AND c.n < ?2 ORDER BY c.n DESC, a.item LIMIT 1"
)
_SELECT = (
    "SELECT m.capture, s.id, c.uri, c.id, m.reason, c.fetched_at,"
    " (SELECT p.fetched_at FROM captures p JOIN appearances a ON a.capture = p.n"
    "  WHERE p.uri = c.uri AND p.n < c.n ORDER BY p.n DESC LIMIT 1),"
    " (SELECT p.fetched_at FROM captures p JOIN appearances a ON a.capture = p.n"
    "  JOIN versions v ON v.n = a.version WHERE p.uri = c.uri AND p.n > c.n"
    "  AND v.statement = m.statement ORDER BY p.n LIMIT 1)"
    " FROM missing m JOIN captures c ON c.n = m.capture JOIN statements s ON s.n = m.statement"
)


class Removal(Record, frozen=True, kw_only=True):
    """A statement that was taken from its address. `change` grows with every capture; `last_seen`:
    when it was last captured there; `restored`: when it was there again."""

    change: int
    statement: str
    address: str
    capture: str
    reason: str
    seen: str
    last_seen: str
    restored: str | None = None


# Of an address: nothing missing; missing, and too soon for a second look, or not; removed.
Doubt = Literal["none", "soon", "again", "removed"]


class Here(NamedTuple):
    """What stood at an address: rows of the last capture with a statement, and of the statement."""

    capture: int
    statement: int


def make(db: sqlite3.Connection) -> None:
    """Makes the table, within the caller's transaction."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


def stood(db: sqlite3.Connection, uri: str, before: int) -> Here | None:
    """The one statement that was last captured at an address before a capture; `None` if there was
    none, or several on one page."""
    row = db.execute(_LAST, (uri, before)).fetchone()
    return Here(row[0], row[1]) if row and row[2] == 1 else None


def note(db: sqlite3.Connection, capture: int, here: Here, reason: str, certain: bool) -> bool:
    """That a capture shows that a statement is not at its address. Is it a removal by that?"""
    uri, at = db.execute("SELECT uri, fetched_at FROM captures WHERE n = ?", (capture,)).fetchone()
    before = db.execute(
        "SELECT max(m.removal), (julianday(?1) - julianday(min(c.fetched_at))) * 86400"
        " FROM missing m JOIN captures c ON c.n = m.capture WHERE m.statement = ?2 AND c.uri = ?3"
        " AND m.capture > ?4",
        (at, here.statement, uri, here.capture),
    ).fetchone()
    known, seconds = before
    removal = not known and (certain or (seconds is not None and seconds >= _SECOND_LOOK))
    db.execute(
        "INSERT INTO missing VALUES (?, ?, ?, ?)", (capture, here.statement, reason, int(removal))
    )
    return bool(removal)


def doubted(db: sqlite3.Connection, uri: str, at: str) -> Doubt:
    """What the last captures of an address say of the statement that stood there. `at`: now."""
    row = db.execute(
        "SELECT m.statement, m.capture, c.n FROM captures c LEFT JOIN missing m ON m.capture = c.n"
        " WHERE c.uri = ? ORDER BY c.n DESC LIMIT 1",
        (uri,),
    ).fetchone()
    if row is None or row[1] is None:
        return "none"
    here = stood(db, uri, row[1])
    known, seconds = db.execute(
        "SELECT max(m.removal), (julianday(?1) - julianday(min(c.fetched_at))) * 86400"
        " FROM missing m JOIN captures c ON c.n = m.capture WHERE m.statement = ?2 AND c.uri = ?3"
        " AND m.capture > ?4",
        (at, row[0], uri, here.capture if here else 0),
    ).fetchone()
    if known:
        return "removed"
    return "again" if seconds is not None and seconds >= _SECOND_LOOK else "soon"


def established(db: sqlite3.Connection, capture: str) -> tuple[str, str] | None:
    """The statement whose removal a capture established, and why; `None` if it did not."""
    row = db.execute(
        "SELECT s.id, m.reason FROM missing m JOIN captures c ON c.n = m.capture"
        " JOIN statements s ON s.n = m.statement WHERE c.id = ? AND m.removal",
        (capture,),
    ).fetchone()
    return row if row else None


def removals(db: sqlite3.Connection, since: int = 0) -> Iterator[Removal]:
    """The removals after a change, in the order in which they were seen."""
    rows = db.execute(f"{_SELECT} WHERE m.removal AND m.capture > ? ORDER BY m.capture", (since,))
    return map(_removal, rows)


def of_statement(db: sqlite3.Connection, statement: str) -> tuple[Removal, ...]:
    """The removals of one statement."""
    rows = db.execute(f"{_SELECT} WHERE m.removal AND s.id = ? ORDER BY m.capture", (statement,))
    return tuple(map(_removal, rows))


def _removal(row: tuple[Any, ...]) -> Removal:
    return Removal(**dict(zip(Removal.__struct_fields__, row, strict=True)))
