"""Statements: identities, what their latest versions say of them, where they stand, and what they
belong with."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from onrecord.records import Appearance, Link, Moved, Reading, Statement
from onrecord.store import naming

_FIELDS = "id, latest, work, url, source, title, kind, published, date, language, issuer, country"
_SELECT = (
    "SELECT s.id, s.latest, w.id, s.url, s.source, s.title, s.kind, s.published, s.date,"
    " s.language, s.issuer, s.country FROM statements s JOIN statements w ON w.n = s.work"
)


def insert(
    db: sqlite3.Connection, statement_id: str, reading: Reading, url: str | None, given: bool
) -> int:
    """A new statement, still without a version. `given`: its id came from outside."""
    row = db.execute(
        "INSERT INTO statements (id, work, latest, given, url, kind) VALUES (?, 0, 0, ?, ?, ?)",
        (statement_id, given, url, reading.header.kind),
    )
    assert row.lastrowid is not None
    db.execute("UPDATE statements SET work = n WHERE n = ?", (row.lastrowid,))
    return row.lastrowid


def update(db: sqlite3.Connection, n: int, number: int, reading: Reading) -> None:
    """What the latest version says of its statement."""
    header, issuer = reading.header, reading.header.issuer
    db.execute(
        "UPDATE statements SET latest = ?, source = ?, title = ?, kind = ?, published = ?,"
        " date = ?, language = ?, issuer = ?, country = ? WHERE n = ?",
        (
            number, reading.source.source, header.title, header.kind, header.published,
            header.date, reading.language, issuer.name if issuer else None,
            issuer.country if issuer else None, n,
        ),
    )  # fmt: skip


def find(db: sqlite3.Connection, reference: str) -> tuple[Statement, int, int | None] | None:
    """The statement, version and turn that an id means. An id that has moved is followed; one of a
    statement means its latest version."""
    exact = one(db, reference)
    if exact is not None:
        return exact, exact.latest, None
    asked = naming.reference(reference)
    found = one(db, asked.statement)
    if found is None:
        return None
    number = asked.version or found.latest
    return (found, number, asked.turn) if number <= found.latest else None


def one(db: sqlite3.Connection, statement_id: str) -> Statement | None:
    """The statement of an id, or of an id that has moved."""
    row = db.execute(
        f"{_SELECT} WHERE s.id = ?1 OR s.n = (SELECT statement FROM redirects WHERE old = ?1)",
        (statement_id,),
    ).fetchone()
    return _statement(row) if row else None


def all_statements(db: sqlite3.Connection) -> Iterator[Statement]:
    """All statements in the order in which they were first added."""
    return map(_statement, db.execute(f"{_SELECT} ORDER BY s.n"))


def some(db: sqlite3.Connection, names: Collection[str] | None) -> Iterator[Statement]:
    """The statements of these ids (`None`: all), in the order in which they were first added."""
    if names is None:
        return all_statements(db)
    found = sorted(
        (row[0], name)
        for name in names
        for row in db.execute("SELECT n FROM statements WHERE id = ?", (name,))
    )
    return (statement for _, name in found if (statement := one(db, name)) is not None)


def of_work(db: sqlite3.Connection, statement: Statement) -> tuple[Statement, ...]:
    """The other language versions of a statement."""
    rows = db.execute(f"{_SELECT} WHERE w.id = ? AND s.id != ? ORDER BY s.n",
                      (statement.work, statement.id))  # fmt: skip
    return tuple(map(_statement, rows))


def appearances(db: sqlite3.Connection, statement_id: str) -> tuple[Appearance, ...]:
    """Where a statement stands: each capture, and which version is in it."""
    rows = db.execute(
        "SELECT c.id, a.item, s.id, v.number, a.address, a.method, a.score FROM appearances a"
        " JOIN captures c ON c.n = a.capture JOIN versions v ON v.n = a.version"
        " JOIN statements s ON s.n = v.statement WHERE s.id = ? ORDER BY a.capture, a.item",
        (statement_id,),
    )
    return tuple(
        Appearance(
            capture=capture,
            item=item,
            version=naming.version_id(statement, number),
            address=address,
            method=method,
            score=score,
        )
        for capture, item, statement, number, address, method, score in rows
    )


def in_capture(db: sqlite3.Connection, capture_id: str) -> tuple[tuple[str, int], ...]:
    """The statements in a capture, with the number of the version."""
    rows = db.execute(
        "SELECT s.id, v.number FROM appearances a JOIN captures c ON c.n = a.capture"
        " JOIN versions v ON v.n = a.version JOIN statements s ON s.n = v.statement"
        " WHERE c.id = ? ORDER BY a.item",
        (capture_id,),
    )
    return tuple((statement, number) for statement, number in rows)


def links(db: sqlite3.Connection, statement_id: str) -> tuple[Link, ...]:
    """What a statement belongs with, and why."""
    rows = db.execute(
        "SELECT l.kind, a.id, b.id, l.method, l.score FROM links l JOIN statements a ON a.n = l.a"
        " JOIN statements b ON b.n = l.b WHERE ?1 IN (a.id, b.id) AND"
        " (l.a = (SELECT n FROM statements WHERE id = ?1)"
        " OR l.b = (SELECT n FROM statements WHERE id = ?1)) ORDER BY l.kind, l.a, l.b",
        (statement_id,),
    )
    names = ("kind", "a", "b", "method", "score")
    return tuple(msgspec.convert(dict(zip(names, row, strict=True)), Link) for row in rows)


def redirect(db: sqlite3.Connection, old: str, statement_id: str) -> bool:
    """From an id that was given before to the one that the statement has now."""
    done = db.execute(
        "INSERT OR IGNORE INTO redirects SELECT ?, n FROM statements WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM statements WHERE id = ?)",
        (old, statement_id, old),
    )
    return done.rowcount > 0


def redirect_place(db: sqlite3.Connection, old: str, capture: str, item: int) -> bool:
    """From an id that was given before to the statement that stands in its place in a capture."""
    found = _in_place(db, capture, item)
    return found is not None and found != old and redirect(db, old, found)


def moves(db: sqlite3.Connection, place: Moved) -> bool:
    """Has the statement in a place another id than it had, and does that lead nowhere yet?"""
    found = _in_place(db, place.capture, place.item)
    return found is not None and found != place.old and one(db, place.old) is None


def _in_place(db: sqlite3.Connection, capture: str, item: int) -> str | None:
    row = db.execute(
        "SELECT s.id FROM appearances a JOIN captures c ON c.n = a.capture JOIN versions v"
        " ON v.n = a.version JOIN statements s ON s.n = v.statement WHERE c.id = ? AND a.item = ?",
        (capture, item),
    ).fetchone()
    return row[0] if row else None


def first_places(db: sqlite3.Connection) -> list[Moved]:
    """Each statement's id, and where it first stood: the capture, and the place in it."""
    rows = db.execute(
        "SELECT s.id, c.id, min(a.item) FROM statements s JOIN versions v ON v.statement = s.n"
        " AND v.number = 1 JOIN captures c ON c.n = v.capture JOIN appearances a"
        " ON a.capture = v.capture AND a.version = v.n GROUP BY s.n ORDER BY s.n"
    )
    return [Moved(old=old, capture=capture, item=item) for old, capture, item in rows]


def redirects(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Ids that have moved, and the ids to which."""
    return db.execute(
        "SELECT r.old, s.id FROM redirects r JOIN statements s ON s.n = r.statement ORDER BY r.old"
    ).fetchall()


def _statement(row: tuple[Any, ...]) -> Statement:
    return Statement(**dict(zip(_FIELDS.split(", "), row, strict=True)))
