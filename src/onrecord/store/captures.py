"""Captures: their rows, and how far each WARC file has been taken in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.records import Asked, Capture

_FIELDS = (
    "id, uri, url, fetched_at, status, media_type, charset, digest, asked, warc, start, length"
)


def insert(db: sqlite3.Connection, capture: Capture) -> int:
    """Stores a capture, and that its WARC file is taken in up to its end."""
    asked = msgspec.json.encode(capture.asked).decode()
    row = db.execute(
        f"INSERT INTO captures ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            capture.id, capture.uri, capture.url, capture.fetched_at, capture.status,
            capture.media_type, capture.charset, capture.digest, asked, capture.warc,
            capture.start, capture.length,
        ),
    )  # fmt: skip
    know(db, capture.warc, capture.start + capture.length)
    assert row.lastrowid is not None
    return row.lastrowid


def know(db: sqlite3.Connection, warc: str, end: int) -> None:
    """Everything in a WARC file before a place is taken in."""
    db.execute("INSERT OR REPLACE INTO warcs VALUES (?, ?)", (warc, end))


def known(db: sqlite3.Connection) -> dict[str, int]:
    """Up to where each WARC file is taken in."""
    return dict(db.execute("SELECT name, known FROM warcs"))


def all_captures(db: sqlite3.Connection) -> Iterator[Capture]:
    """All captures in the order in which they were added."""
    return map(_capture, db.execute(f"SELECT {_FIELDS} FROM captures ORDER BY n"))


def one(db: sqlite3.Connection, capture_id: str) -> Capture | None:
    """The capture of an id."""
    row = db.execute(f"SELECT {_FIELDS} FROM captures WHERE id = ?", (capture_id,)).fetchone()
    return _capture(row) if row else None


def count(db: sqlite3.Connection) -> int:
    """How many captures there are."""
    number: int = db.execute("SELECT count(*) FROM captures").fetchone()[0]
    return number


def same(db: sqlite3.Connection, capture: Capture) -> Capture | None:
    """A capture of the same bytes, asked to be read in the same way, from the same address (or from
    no address of the web: a file may be moved)."""
    rows = db.execute(f"SELECT {_FIELDS} FROM captures WHERE digest = ?", (capture.digest,))
    for found in map(_capture, rows):
        if (found.url, found.asked) == (capture.url, capture.asked):
            return found
    return None


def latest(db: sqlite3.Connection, uri: str) -> Capture | None:
    """The last capture of an address."""
    row = db.execute(
        f"SELECT {_FIELDS} FROM captures WHERE uri = ? ORDER BY n DESC LIMIT 1", (uri,)
    ).fetchone()
    return _capture(row) if row else None


def _capture(row: tuple[object, ...]) -> Capture:
    fields = dict(zip(_FIELDS.split(", "), row, strict=True))
    asked = msgspec.json.decode(str(fields["asked"]), type=Asked)
    return msgspec.convert(fields | {"asked": asked}, Capture)
