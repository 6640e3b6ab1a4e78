"""Opens `watch.sqlite`: what a watch knows and no capture tells - which addresses there are to ask,
when each was asked and is asked next, and what each source gave day by day.

It stands beside the records, and is not made again with them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import Newer
from onrecord.store import database, listed, migrations

TABLES = """
CREATE TABLE listings (
  n INTEGER PRIMARY KEY, source TEXT NOT NULL, place INTEGER NOT NULL, url TEXT NOT NULL,
  host TEXT NOT NULL, root INTEGER REFERENCES listings (n), depth INTEGER NOT NULL, due REAL,
  asked_at REAL, read_at REAL, etag TEXT, modified TEXT, digest TEXT,
  state TEXT NOT NULL, reason TEXT, failures INTEGER NOT NULL, entries INTEGER,
  via TEXT, hops INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source, place, url)
);
CREATE INDEX listings_due ON listings (host, due);
CREATE TABLE pages (
  n INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, source TEXT NOT NULL, host TEXT NOT NULL,
  place INTEGER NOT NULL, title TEXT, date TEXT, listed TEXT, found_at REAL NOT NULL, due REAL,
  fresh INTEGER NOT NULL, asked_at REAL, changed_at REAL, gone_at REAL, failures INTEGER NOT NULL,
  outcome TEXT NOT NULL, reason TEXT, etag TEXT, modified TEXT, digest TEXT, capture TEXT,
  statement TEXT, version INTEGER, via TEXT, hops INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX pages_due ON pages (host, fresh, due);
CREATE INDEX pages_source ON pages (source, found_at);
CREATE TABLE hosts (
  host TEXT PRIMARY KEY, asked_at REAL, requests INTEGER NOT NULL, manners TEXT,
  robots BLOB, robots_status INTEGER, robots_at REAL
) WITHOUT ROWID;
CREATE TABLE coverage (
  source TEXT NOT NULL, day TEXT NOT NULL, measure TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (source, day, measure)
) WITHOUT ROWID;
CREATE TABLE reasons (
  source TEXT NOT NULL, day TEXT NOT NULL, measure TEXT NOT NULL, reason TEXT NOT NULL,
  number INTEGER NOT NULL, url TEXT NOT NULL, PRIMARY KEY (source, day, measure, reason)
) WITHOUT ROWID;
CREATE TABLE troubles (
  n INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, severity TEXT NOT NULL,
  message TEXT NOT NULL, opened_at REAL NOT NULL, seen_at REAL NOT NULL, closed_at REAL
);
CREATE UNIQUE INDEX troubles_open ON troubles (source, name) WHERE closed_at IS NULL;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def _first(db: sqlite3.Connection) -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)


MIGRATIONS: tuple[migrations.Migration, ...] = (_first, listed.make)


def writable(path: Path) -> sqlite3.Connection:
    """For the one watch that runs: made if it is not there, brought to our form if it is old."""
    with database.explained(path):
        db = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        migrations.migrate(db, MIGRATIONS)
    return db


def readable(path: Path) -> sqlite3.Connection | None:
    """For those who look; `None` where nobody has watched yet."""
    if not path.is_file():
        return None
    still = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    uri = f"{path.resolve().as_uri()}?{'immutable=1' if still else 'mode=ro'}"
    with database.explained(path):
        db = sqlite3.connect(
            uri, uri=True, timeout=30.0, isolation_level=None, check_same_thread=False
        )
        migrations.check(db, MIGRATIONS)
    if migrations.version(db) < len(MIGRATIONS):
        db.close()
        raise Newer(
            f"{path}: written by an older onrecord: `onrecord watch` brings it to this form"
        )
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def told(db: sqlite3.Connection, key: str) -> str | None:
    """What was noted under a key."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def tell(db: sqlite3.Connection, key: str, value: str) -> None:
    """Notes something under a key."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
