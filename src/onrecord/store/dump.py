"""All records in one steady order, and their digest: two archives with the same digest say the
same."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.store.schema import RECORDS


def lines(db: sqlite3.Connection) -> Iterator[bytes]:
    """Every row of every table, one a line, ordered by all its columns."""
    for table in RECORDS:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        for row in db.execute(f"SELECT * FROM {table} ORDER BY {', '.join(columns)}"):
            yield msgspec.json.encode([table, *row]) + b"\n"


def digest(db: sqlite3.Connection) -> str:
    """The digest of all records."""
    hashed = hashlib.sha256()
    for line in lines(db):
        hashed.update(line)
    return "sha256:" + hashed.hexdigest()
