"""Hosts that a watch asks: when each was asked last, its robots.txt, and how it is to be treated.

That a host is asked is written down before it is: whoever goes on after a sudden end keeps the
distance that the host wants.
"""

from __future__ import annotations

import sqlite3

from onrecord.records import Record


class Known(Record, frozen=True, kw_only=True):
    """What is known of a host. `manners`: its state for politeness, as JSON; `robots`: its
    robots.txt as it came, with the status (`None`: no answer)."""

    host: str
    asked_at: float | None = None
    requests: int = 0
    manners: str | None = None
    robots: bytes | None = None
    robots_status: int | None = None
    robots_at: float | None = None


def one(db: sqlite3.Connection, host: str) -> Known:
    """What is known of a host; nothing of one that was never asked."""
    row = db.execute(
        "SELECT host, asked_at, requests, manners, robots, robots_status, robots_at FROM hosts"
        " WHERE host = ?",
        (host,),
    ).fetchone()
    return (
        Known(**dict(zip(Known.__struct_fields__, row, strict=True))) if row else Known(host=host)
    )


def asking(db: sqlite3.Connection, host: str, now: float, manners: str) -> None:
    """That a host is asked now. Safe before this returns, against a sudden end of the process."""
    db.execute(
        "INSERT INTO hosts (host, asked_at, requests, manners) VALUES (?1, ?2, 1, ?3)"
        " ON CONFLICT DO UPDATE SET asked_at = ?2, requests = requests + 1, manners = ?3",
        (host, now, manners),
    )


def treat(db: sqlite3.Connection, host: str, manners: str) -> None:
    """How a host is to be treated from now on."""
    db.execute("UPDATE hosts SET manners = ? WHERE host = ?", (manners, host))


def keep_robots(
    db: sqlite3.Connection, host: str, content: bytes | None, status: int | None, now: float
) -> None:
    """The robots.txt of a host, as it came."""
    db.execute(
        "UPDATE hosts SET robots = ?, robots_status = ?, robots_at = ? WHERE host = ?",
        (content, status, now, host),
    )


def requests(db: sqlite3.Connection) -> dict[str, int]:
    """How many requests went to each host."""
    return dict(db.execute("SELECT host, requests FROM hosts ORDER BY host"))
