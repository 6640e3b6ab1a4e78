"""Where captures stand, and what was stored of those behind a place. Captures stand in their WARC
files in the order in which they were added, and stay there when the records are made anew; the
numbers of changes do not. So a place tells what is new for ever."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Position(NamedTuple):
    """The number of a WARC file, and the byte in it where a capture begins.

    >>> Position(2, 0) > Position(1, 900)
    True
    """

    file: int
    start: int


_NOWHERE = Position(0, -1)


def last(db: sqlite3.Connection) -> Position:
    """Where the last capture stands; before all where there is none."""
    row = db.execute("SELECT warc, start FROM captures ORDER BY n DESC LIMIT 1").fetchone()
    return _position(*row) if row else _NOWHERE


def of_change(db: sqlite3.Connection, change: int) -> Position:
    """Where the capture stands of which a version was stored."""
    row = db.execute(
        "SELECT c.warc, c.start FROM versions v JOIN captures c ON c.n = v.capture"
        " WHERE v.change = ?",
        (change,),
    ).fetchone()
    return _position(*row) if row else _NOWHERE


def change_before(db: sqlite3.Connection, place: Position) -> int:
    """The number of the last change whose capture is not behind a place; 0 if there is none. It
    looks from the end: the cost is that of what is new."""
    rows = db.execute(
        "SELECT v.change, c.warc, c.start FROM versions v JOIN captures c ON c.n = v.capture"
        " ORDER BY v.change DESC"
    )
    return next((change for change, *at in rows if _position(*at) <= place), 0)


def _position(warc: str, start: int) -> Position:
    """
    >>> _position("000012.warc.gz", 7)
    Position(file=12, start=7)
    """
    return Position(int(warc.partition(".")[0]), start)
