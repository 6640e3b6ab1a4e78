"""The file of the saved searches: users' data, made by nobody but them, so that no rebuilding
touches it. Only its owner may read it: the secrets of webhooks are in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import ArchiveError, Damaged, Newer

_TABLES = (
    """CREATE TABLE searches (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL)""",
    """CREATE TABLE targets (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  search INTEGER NOT NULL REFERENCES searches (n) ON DELETE CASCADE, kind TEXT NOT NULL,
  address TEXT NOT NULL, cadence TEXT NOT NULL, secret TEXT, stopped TEXT, resting TEXT)""",
    """CREATE TABLE alerts (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  search INTEGER NOT NULL REFERENCES searches (n) ON DELETE CASCADE, kind TEXT NOT NULL,
  statement TEXT NOT NULL, found_at TEXT NOT NULL, record TEXT NOT NULL)""",
    "CREATE INDEX alerts_search ON alerts (search, n)",
    """CREATE TABLE deliveries (
  alert INTEGER NOT NULL REFERENCES alerts (n) ON DELETE CASCADE,
  target INTEGER NOT NULL REFERENCES targets (n) ON DELETE CASCADE, state TEXT NOT NULL,
  due TEXT NOT NULL, attempts INTEGER NOT NULL, told TEXT, mailing TEXT,
  PRIMARY KEY (alert, target)) WITHOUT ROWID""",
    "CREATE INDEX deliveries_due ON deliveries (state, due)",
    "CREATE INDEX deliveries_target ON deliveries (target, state, due)",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)


def _first(db: sqlite3.Connection) -> None:
    for table in _TABLES:
        db.execute(table)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, to read and to write: made if it is not there, brought to our form if it is
    older."""
    _made(path)
    with _explained(path):
        db = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA foreign_keys = ON")
            _migrate(path, db)
            yield db
        finally:
            db.close()


def _made(path: Path) -> None:
    try:
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        message = f"{path}: cannot be made ({error.strerror}): check permissions"
        raise ArchiveError(message) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _migrate(path: Path, db: sqlite3.Connection) -> None:
    found = _form(db)
    if found > len(MIGRATIONS):
        raise Newer(
            f"{path}: of form {found}, this onrecord knows {len(MIGRATIONS)}: install a newer one"
        )
    for number in range(found, len(MIGRATIONS)):
        with transaction(db):
            if _form(db) == number:
                MIGRATIONS[number](db)
                db.execute(f"PRAGMA user_version = {number + 1}")


def _form(db: sqlite3.Connection) -> int:
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Errors of the file as ours, with what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = f"{path}: {error}: check permissions and space on the disk, and try again"
        raise ArchiveError(message) from error
    except sqlite3.DatabaseError as error:
        message = f"{path}: damaged ({error}): put it back from a copy, or move it away"
        raise Damaged(message) from error
