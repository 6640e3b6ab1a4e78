"""Which statements belong together: language versions, by what pages declare and by structure, and
near-duplicates. A link never makes one statement of two."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from onrecord.languages.identify import primary
from onrecord.records import Reading
from onrecord.store import candidates, grouping
from onrecord.store.addresses import normal
from onrecord.store.candidates import Memory


def near_duplicate(db: sqlite3.Connection, a: int, b: int, score: float) -> None:
    """Two statements with nearly the same words."""
    _insert(db, "near-duplicate", a, b, "shared words", round(score, 4))


def declare(db: sqlite3.Connection, statement: int, reading: Reading) -> None:
    """The addresses of other languages that a page names, and what stands there."""
    for version in reading.header.languages:
        address = normal(version.url)
        if address and primary(version.language) != primary(reading.language):
            db.execute(
                "INSERT OR IGNORE INTO declared VALUES (?, ?, ?)",
                (address, statement, version.language),
            )


def languages(memory: Memory, statement: int, version: int, reading: Reading) -> None:
    """Groups a statement with its language versions."""
    db = memory.db
    for other in _declared(db, statement):
        if other != statement and not _one_language(db, statement, other):
            _group(db, statement, other, grouping.DECLARED, None)
    if reading.language:
        _by_structure(memory, statement, version, reading.language)


def _declared(db: sqlite3.Connection, statement: int) -> list[int]:
    """Statements that stand where this one points to, and those that point to it."""
    rows = db.execute(
        "SELECT a.statement FROM declared d JOIN addresses a ON a.address = d.address"
        " WHERE d.statement = ?1 UNION SELECT d.statement FROM addresses a JOIN declared d"
        " ON d.address = a.address WHERE a.statement = ?1 ORDER BY 1",
        (statement,),
    )
    return [row[0] for row in rows]


def _by_structure(memory: Memory, statement: int, version: int, language: str) -> None:
    db, own = memory.db, memory.shape(version)
    if own.day is None:
        return
    found: dict[str, list[tuple[str, grouping.Likeness]]] = defaultdict(list)
    for other in candidates.of_day(db, own.day, language):
        like = grouping.likeness(own, memory.shape(other.version))
        if like:
            told = memory.shape(other.version).language or ""
            found[told].append((str(other.statement), like))
    for told, entries in sorted(found.items()):
        link = grouping.best(entries, str(statement))
        if link is None or _has(db, statement, told) or _has(db, int(link.b), language):
            continue
        _group(db, statement, int(link.b), link.method, link.score)


def _one_language(db: sqlite3.Connection, a: int, b: int) -> bool:
    rows = db.execute("SELECT language FROM statements WHERE n IN (?, ?)", (a, b)).fetchall()
    return len({primary(row[0]) for row in rows}) == 1


def _has(db: sqlite3.Connection, statement: int, language: str) -> bool:
    """Is a statement grouped with one in a language already?"""
    row = db.execute(
        "SELECT 1 FROM statements s JOIN statements o ON o.work = s.work AND o.n != s.n"
        " WHERE s.n = ? AND o.language = ?",
        (statement, language),
    ).fetchone()
    return row is not None


def _group(db: sqlite3.Connection, a: int, b: int, method: str, score: float | None) -> None:
    _insert(db, "language", a, b, method, score)
    works = [row[0] for row in db.execute("SELECT work FROM statements WHERE n IN (?, ?)", (a, b))]
    db.execute("UPDATE statements SET work = ? WHERE work = ?", (min(works), max(works)))


def _insert(
    db: sqlite3.Connection, kind: str, a: int, b: int, method: str, score: float | None
) -> None:
    db.execute(
        "INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?, ?)",
        (kind, min(a, b), max(a, b), method, score),
    )
