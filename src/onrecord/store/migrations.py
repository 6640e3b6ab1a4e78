"""From any older form of the tables to ours: ordered functions, each in a transaction of its own.

The number of the last one is the file's `user_version`. A file with a higher number is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from uuid import uuid4

from onrecord.errors import Newer
from onrecord.store import annotated, edits, removals
from onrecord.store.schema import TABLES

Migration = Callable[[sqlite3.Connection], None]


def _first(db: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute("INSERT INTO meta VALUES ('generation', ?), ('watermark', '0')", (uuid4().hex,))


MIGRATIONS: tuple[Migration, ...] = (
    _first,
    annotated.make,
    removals.make,
    edits.make,
    annotated.index_turns,
)


def migrate(db: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Runs what has not been run. The connection is in autocommit mode."""
    check(db, migrations)
    for number in range(version(db), len(migrations)):
        db.execute("BEGIN IMMEDIATE")
        try:
            if version(db) == number:
                migrations[number](db)
                db.execute(f"PRAGMA user_version = {number + 1}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def check(db: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Refuses what a newer onrecord has written."""
    found = version(db)
    if found > len(migrations):
        raise Newer(
            f"the archive has records of form {found}, this onrecord knows {len(migrations)}: "
            "install a newer onrecord; or make the records again with `onrecord rebuild`"
        )


def version(db: sqlite3.Connection) -> int:
    """The form of the tables: the number of migrations that were run."""
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number
