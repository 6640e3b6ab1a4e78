"""Hosts: what is written down before they are asked."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import hosts, watchfile


def test_a_request_is_there_for_who_comes_after(tmp_path: Path) -> None:
    path = tmp_path / "watch.sqlite"
    db = watchfile.writable(path)
    assert hosts.one(db, "a.example").asked_at is None
    hosts.asking(db, "a.example", 5.0, "{}")
    hosts.asking(db, "a.example", 9.0, '{"delay":2}')
    hosts.keep_robots(db, "a.example", b"User-agent: *", 200, 9.0)
    other = watchfile.writable(path)  # as after a sudden end: nothing was closed
    known = hosts.one(other, "a.example")
    assert (known.asked_at, known.requests, known.manners) == (9.0, 2, '{"delay":2}')
    assert (known.robots, known.robots_status) == (b"User-agent: *", 200)
    hosts.treat(other, "a.example", "{}")
    assert hosts.requests(other) == {"a.example": 2}
    other.close()
    db.close()
