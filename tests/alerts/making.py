"""Saved searches, alerts and a book of them, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.alerts import database as book
from onrecord.alerts import outbox, searches
from onrecord.alerts.keys import alert_id
from onrecord.alerts.records import Alert, Cadence, Found, Place, SavedSearch, Target, TargetKind
from onrecord.alerts.schedule import stamp
from onrecord.records import Span

NOW = datetime(2024, 3, 6, 9, tzinfo=UTC)
SECRET = "whsec_" + "QUJD" * 11  # a made-up one


def search(name: str = "dam", **fields: Any) -> SavedSearch:
    """A saved search."""
    given: dict[str, Any] = {
        "id": name,
        "name": name.title(),
        "query": name,
        "filters": {},
        "created_at": stamp(NOW),
        "since": Place(),
    }
    return SavedSearch(**(given | fields))


def target(
    kind: TargetKind = "webhook",
    address: str = "https://hook.example.org/",
    cadence: Cadence = "immediate",
    name: str = "",
    of: str = "dam",
) -> Target:
    """Where alerts go."""
    secret = SECRET if kind == "webhook" else None
    return Target(
        id=name or f"{of} {kind} {address}",
        search=of,
        kind=kind,
        address=address,
        cadence=cadence,
        secret=secret,
    )


def found(text: str = "The dam is full.", **fields: Any) -> Found:
    """A turn that was found, with the word dam marked in it."""
    at = text.find("dam")
    given: dict[str, Any] = {
        "statement": "a/2024-03-06/talks",
        "version": "a/2024-03-06/talks@1",
        "turn": "a/2024-03-06/talks@1#t0",
        "text": text,
        "quote": text,
        "span": Span(10, 10 + len(text)),
        "highlights": (Span(10 + at, 13 + at),) if at >= 0 else (),
        "words": ("dam",) if at >= 0 else (),
        "title": "Talks on water",
        "date": "2024-03-06T08:00",
        "speaker": "Ann Lee",
        "language": "en",
        "country": "NZ",
        "url": "https://mfa.example/talks",
    }
    return Found(**(given | fields))


def alert(text: str = "The dam is full.", of: str = "dam", **fields: Any) -> Alert:
    """An alert."""
    turn = found(text)
    given: dict[str, Any] = {
        name: getattr(turn, name) for name in Found.__struct_fields__ if name != "text"
    }
    given |= {
        "id": alert_id(of, turn.statement, "new", text),
        "search": of,
        "name": of.title(),
        "query": of,
        "filters": {},
        "kind": "new",
        "found_at": stamp(NOW),
    }
    return Alert(**(given | fields))


def kept(
    path: Path, targets: Iterable[Target] = (), alerts: Iterable[Alert] = (), of: str = "dam"
) -> None:
    """Saves a search with its targets, and puts alerts of it into the book."""
    with book.opened(path) as db, book.transaction(db):
        searches.save(db, search(of), targets)
        outbox.put(db, alerts)


def states(path: Path) -> dict[str, int]:
    """How many deliveries are in which state."""
    with book.opened(path) as db:
        return {str(state): number for state, number in outbox.states(db).items()}


__all__ = ["NOW", "SECRET", "alert", "closing", "found", "kept", "search", "states", "target"]
