"""The vectors of what is said, in a file of their own: it can be made again from the records.

A text that occurs often has one vector. `pieces` are the turns that search finds, by their place;
`spans` their sentences and passages. What was put in and up to which change of the records is one
transaction: a process that ends leaves the file as it was before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from onrecord.errors import Damaged

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vectors (n INTEGER PRIMARY KEY, digest BLOB UNIQUE, row BLOB);
CREATE TABLE IF NOT EXISTS pieces (place INTEGER PRIMARY KEY, statement TEXT);
CREATE INDEX IF NOT EXISTS pieces_statement ON pieces (statement);
CREATE TABLE IF NOT EXISTS spans (
    place INTEGER, kind INTEGER, start INTEGER, stop INTEGER, vector INTEGER,
    PRIMARY KEY (place, kind, start)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS spans_vector ON spans (vector);
"""
_MANY = 500
T = TypeVar("T")


class Stretch(NamedTuple):
    """A stretch of a turn with its vector's number. Offsets are of the version's text."""

    place: int
    kind: int
    start: int
    stop: int
    vector: int


def opened(path: Path) -> sqlite3.Connection:
    """The file, made if it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(_SCHEMA)
    except sqlite3.DatabaseError as error:
        db.close()
        raise Damaged(f"{path}: cannot be read ({error}): delete it, it is made again") from error
    return db


def told(db: sqlite3.Connection, key: str) -> str | None:
    """What was noted under a key."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def note(db: sqlite3.Connection, key: str, value: str) -> None:
    """Notes something under a key."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def empty(db: sqlite3.Connection) -> None:
    """Takes out all."""
    for table in ("meta", "vectors", "pieces", "spans"):
        db.execute(f"DELETE FROM {table}")


def forget(db: sqlite3.Connection, statement: str) -> None:
    """Takes out the turns of a statement. Its vectors stay: the next version has most of them."""
    db.execute(
        "DELETE FROM spans WHERE place IN (SELECT place FROM pieces WHERE statement = ?)",
        (statement,),
    )
    db.execute("DELETE FROM pieces WHERE statement = ?", (statement,))


def put(db: sqlite3.Connection, statement: str, stretches: Iterable[Stretch]) -> None:
    """Puts in the turns of a statement."""
    rows = list(stretches)
    places = {(row.place, statement) for row in rows}
    db.executemany("INSERT OR REPLACE INTO pieces VALUES (?, ?)", places)
    db.executemany("INSERT OR REPLACE INTO spans VALUES (?, ?, ?, ?, ?)", rows)


def known(db: sqlite3.Connection, digests: Sequence[bytes]) -> dict[bytes, int]:
    """The numbers of texts that have vectors."""
    found: dict[bytes, int] = {}
    for some in _batches(digests):
        marks = ",".join("?" * len(some))
        sql = f"SELECT digest, n FROM vectors WHERE digest IN ({marks})"
        found |= dict(db.execute(sql, some))
    return found


def keep(db: sqlite3.Connection, digest: bytes, row: bytes) -> int:
    """Keeps the vector of a text; gives its number."""
    made = db.execute("INSERT INTO vectors (digest, row) VALUES (?, ?)", (digest, row))
    assert made.lastrowid is not None
    return made.lastrowid


def rows_after(db: sqlite3.Connection, n: int) -> sqlite3.Cursor:
    """Numbers and rows of the vectors after a number, in order."""
    return db.execute("SELECT n, row FROM vectors WHERE n > ? ORDER BY n", (n,))


def rows(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """The rows of vectors by their numbers."""
    found: dict[int, bytes] = {}
    for some in _batches(numbers):
        marks = ",".join("?" * len(some))
        found |= dict(db.execute(f"SELECT n, row FROM vectors WHERE n IN ({marks})", some))
    return found


def last(db: sqlite3.Connection) -> int:
    """The number of the last vector; 0 if there is none."""
    number: int = db.execute("SELECT coalesce(max(n), 0) FROM vectors").fetchone()[0]
    return number


def having(db: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """The places that have one of the vectors."""
    found: list[int] = []
    for some in _batches(numbers):
        marks = ",".join("?" * len(some))
        sql = f"SELECT DISTINCT place FROM spans WHERE vector IN ({marks})"
        found += [row[0] for row in db.execute(sql, some)]
    return list(dict.fromkeys(found))


def statements(db: sqlite3.Connection, places: Sequence[int]) -> dict[int, str]:
    """The statements that turns stand in."""
    found: dict[int, str] = {}
    for some in _batches(places):
        marks = ",".join("?" * len(some))
        found |= dict(
            db.execute(f"SELECT place, statement FROM pieces WHERE place IN ({marks})", some)
        )
    return found


def stretches(db: sqlite3.Connection, places: Sequence[int]) -> list[Stretch]:
    """All stretches of some turns."""
    found: list[Stretch] = []
    for some in _batches(places):
        marks = ",".join("?" * len(some))
        sql = f"SELECT place, kind, start, stop, vector FROM spans WHERE place IN ({marks})"
        found += map(Stretch._make, db.execute(sql, some))
    return found


def sample(db: sqlite3.Connection, count: int) -> list[int]:
    """The places of so many turns, by no order of theirs: places are digests."""
    rows = db.execute("SELECT place FROM pieces ORDER BY place LIMIT ?", (count,))
    return [row[0] for row in rows]


def _batches(values: Sequence[T]) -> Iterable[tuple[T, ...]]:
    return (tuple(values[n : n + _MANY]) for n in range(0, len(values), _MANY))
