"""What is asked of a statement to tell whether a source gives what it usually does."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from onrecord.records import Kind


class Fact(NamedTuple):
    """Of the latest version of a statement: its kind, the day it was published (or else said),
    whether it has a title, and how many turns."""

    kind: Kind
    day: str | None
    titled: bool
    turns: int


def fact(db: sqlite3.Connection, statement: str) -> Fact | None:
    """The facts of a statement; `None` if there is none of that id."""
    row = db.execute(
        "SELECT s.kind, coalesce(s.published, s.date), s.title IS NOT NULL,"
        " (SELECT count(*) FROM turns t WHERE t.version = v.n) FROM statements s"
        " JOIN versions v ON v.statement = s.n AND v.number = s.latest WHERE s.id = ?"
        " OR s.n = (SELECT statement FROM redirects WHERE old = ?)",
        (statement, statement),
    ).fetchone()
    return Fact(row[0], row[1][:10] if row[1] else None, bool(row[2]), row[3]) if row else None
