"""Opens the SQLite file, for one writer or for readers, and says in our words what is wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ArchiveError, Damaged
from onrecord.store import migrations

_REBUILD = "the captures are safe: make the records again with `onrecord rebuild`"
_FULL = ("disk is full", "database or disk is full")


def writable(path: Path) -> sqlite3.Connection:
    """For the one who holds the lock: made if it is not there, brought to our form if it is old."""
    with explained(path):
        db = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA cache_size = -65536")
        migrations.migrate(db)
    return db


def readable(path: Path) -> sqlite3.Connection:
    """For readers: nothing can be changed, and a writer is not disturbed."""
    if not path.is_file():
        raise ArchiveError(f"{path.parent}: no archive: add a statement to it, or name another")
    still = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    mode = "immutable=1" if still else "mode=ro"
    with explained(path):
        uri = f"{path.resolve().as_uri()}?{mode}"
        db = sqlite3.connect(
            uri, uri=True, timeout=30.0, isolation_level=None, check_same_thread=False
        )
        db.execute("PRAGMA query_only = ON")
        migrations.check(db)
        if migrations.version(db) < len(migrations.MIGRATIONS):
            raise ArchiveError(
                f"{path.parent}: written by an older onrecord: `onrecord add` or `onrecord "
                "rebuild` brings it to this form"
            )
    return db


def unchecked(path: Path) -> sqlite3.Connection:
    """For one who compares with what was there before, in whatever form: errors as they are."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(path, error) from error


def _told(path: Path, error: sqlite3.DatabaseError) -> ArchiveError:
    said = str(error)
    if said in _FULL:
        return ArchiveError(
            f"{path}: the disk is full: what was added before stands; make room, and add again"
        )
    if isinstance(error, sqlite3.OperationalError) and "readonly" in said:
        return ArchiveError(f"{path}: cannot be written: check permissions")
    if isinstance(error, sqlite3.OperationalError) and "unable to open" in said:
        return ArchiveError(f"{path}: cannot be opened: check permissions")
    return Damaged(f"{path}: damaged ({said}); {_REBUILD}")


def problems(db: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong in the file."""
    try:
        found = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    return [] if found == ["ok"] else [f"{line}; {_REBUILD}" for line in found]


def dangling(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Tables with a row that refers to a row that is not there, and the table of that."""
    return [(row[0], row[2]) for row in db.execute("PRAGMA foreign_key_check")]
