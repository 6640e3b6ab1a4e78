"""Saved searches and where their alerts go, in the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from onrecord.alerts.keys import name_as_id
from onrecord.alerts.records import Place, SavedSearch, Target

_SAVED = msgspec.json.Decoder(SavedSearch)
_TARGET = "t.id, s.id, t.kind, t.address, t.cadence, t.secret, t.stopped"
_SEEN = "seen"


def save(db: sqlite3.Connection, search: SavedSearch, targets: Iterable[Target]) -> None:
    """Keeps a search, within the caller's transaction."""
    row = db.execute("INSERT INTO searches (id, record) VALUES (?, ?)", (search.id, _json(search)))
    for target in targets:
        db.execute(
            "INSERT INTO targets (id, search, kind, address, cadence, secret)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (target.id, row.lastrowid, target.kind, target.address, target.cadence, target.secret),
        )


def remove(db: sqlite3.Connection, search: str) -> bool:
    """Forgets a search, with its alerts and targets; whether it was there."""
    return db.execute("DELETE FROM searches WHERE id = ?", (search,)).rowcount > 0


def one(db: sqlite3.Connection, search: str) -> SavedSearch | None:
    """The search of an id."""
    row = db.execute("SELECT record FROM searches WHERE id = ?", (search,)).fetchone()
    return _SAVED.decode(row[0]) if row else None


def every(db: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """All searches in the order in which they were saved."""
    rows = db.execute("SELECT record FROM searches ORDER BY n")
    return tuple(_SAVED.decode(row[0]) for row in rows)


def targets(db: sqlite3.Connection, search: str | None = None) -> tuple[Target, ...]:
    """Where the alerts of a search (`None`: of all) go."""
    rows = db.execute(
        f"SELECT {_TARGET} FROM targets t JOIN searches s ON s.n = t.search"
        " WHERE ?1 IS NULL OR s.id = ?1 ORDER BY t.n",
        (search,),
    )
    return tuple(map(target_of, rows))


def target_of(row: tuple[Any, ...]) -> Target:
    """A row of the columns `_TARGET` as a record."""
    names = ("id", "search", "kind", "address", "cadence", "secret", "stopped")
    return msgspec.convert(dict(zip(names, row, strict=True)), Target)


def stop(db: sqlite3.Connection, target: str, why: str) -> None:
    """Nothing is sent to a target any more; what is on its way there is listed as dead."""
    db.execute("UPDATE targets SET stopped = ? WHERE id = ?", (why, target))
    db.execute(
        "UPDATE deliveries SET state = 'dead', told = ? WHERE state = 'pending'"
        " AND target = (SELECT n FROM targets WHERE id = ?)",
        (why, target),
    )


def new_id(db: sqlite3.Connection, name: str, chance: Callable[[], str]) -> str:
    """An id for a search that no other has: its name, or what chance gives."""
    base = name_as_id(name) or chance()
    taken = {row[0] for row in db.execute("SELECT id FROM searches")}
    if base not in taken:
        return base
    return next(each for n in range(2, len(taken) + 3) if (each := f"{base}-{n}") not in taken)


def seen(db: sqlite3.Connection) -> Place | None:
    """The place up to which all captures have been matched; `None`: nothing was ever saved."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_SEEN,)).fetchone()
    return msgspec.json.decode(row[0], type=Place) if row else None


def set_seen(db: sqlite3.Connection, place: Place) -> None:
    """Notes up to which place all captures have been matched."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_SEEN, _json(place)))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
