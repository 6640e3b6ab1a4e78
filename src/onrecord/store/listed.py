"""What each listing named when it was last read, in its order: so that an entry is missed that was
taken out. One that slid off the end of a list is not missed.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Sequence

TABLES = """
CREATE TABLE contents (
  listing INTEGER PRIMARY KEY REFERENCES listings (n), pages BLOB NOT NULL
)"""


def make(db: sqlite3.Connection) -> None:
    """Makes the table, within the caller's transaction."""
    db.execute(TABLES)


def took_out(before: Sequence[int], now: Collection[int]) -> tuple[int, ...]:
    """What stood before something that still stands, and does not stand itself any more.

    >>> took_out([5, 4, 3, 2, 1], [6, 5, 3])
    (4,)
    >>> took_out([5, 4], [7, 6]), took_out([5, 4], [])
    ((), ())
    """
    there = frozenset(now)
    last = next((n for n in range(len(before) - 1, -1, -1) if before[n] in there), 0)
    return tuple(page for page in before[:last] if page not in there)


def note(db: sqlite3.Connection, listing: int, urls: Iterable[str], now: float) -> tuple[str, ...]:
    """Notes what a listing names now; of what it named before and has taken out, the pages with a
    statement are due at once. Gives the hosts of these."""
    found = (db.execute("SELECT n FROM pages WHERE url = ?", (url,)).fetchone() for url in urls)
    pages = array("q", [row[0] for row in found if row])
    row = db.execute("SELECT pages FROM contents WHERE listing = ?", (listing,)).fetchone()
    before = array("q", row[0] if row else b"")
    db.execute("INSERT OR REPLACE INTO contents VALUES (?, ?)", (listing, pages.tobytes()))
    hosts: set[str] = set()
    for page in took_out(before, pages):
        missed = db.execute(
            "UPDATE pages SET due = min(due, ?1) WHERE n = ?2 AND outcome = 'read'"
            " AND statement IS NOT NULL AND gone_at IS NULL AND due IS NOT NULL RETURNING host",
            (now, page),
        ).fetchone()
        if missed:
            hosts.add(missed[0])
    return tuple(sorted(hosts))
