"""Versions: a reading taken apart into rows, and put together again. What comes out is what went
in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from onrecord.records import (
    Block,
    Exchange,
    Header,
    Issue,
    Origin,
    Reading,
    Span,
    Turn,
    Version,
)
from onrecord.store import naming, sketch
from onrecord.store.identity import Facts

_ORIGIN = msgspec.json.Decoder(Origin)
_HEADER = msgspec.json.Decoder(Header)
_BLOCKS = msgspec.json.Decoder(tuple[Block, ...])
_TURN = "n, start, stop, label, label_start, label_stop, speaker, entity, role, outlet, kind, rule"
_VERSION = (
    "s.id, v.number, c.id, v.change, v.text_digest, v.method, v.score FROM versions v "
    "JOIN statements s ON s.n = v.statement JOIN captures c ON c.n = v.capture"
)


class Place(NamedTuple):
    """Where a version belongs: numbers of its statement and capture, its own number, and why."""

    statement: int
    number: int
    capture: int
    method: str
    score: float | None


def insert(db: sqlite3.Connection, place: Place, reading: Reading, facts: Facts) -> int:
    """Stores a version with its turns, exchanges and issues."""
    found = facts.sketch
    header = reading.header
    row = db.execute(
        "INSERT INTO versions (statement, number, capture, change, method, score, language,"
        " text_digest, words_digest, sketch, day, text, origin, header, blocks, reading) VALUES"
        " (?, ?, ?, (SELECT coalesce(max(change), 0) + 1 FROM versions), ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?)",
        (
            place.statement, place.number, place.capture, place.method, place.score,
            reading.language, reading.text_digest, facts.words_digest, sketch.packed(found),
            (header.date or header.published or "")[:10] or None, reading.text,
            _json(reading.source), _json(header), _json(reading.blocks), reading.id,
        ),
    )  # fmt: skip
    assert row.lastrowid is not None
    n = row.lastrowid
    db.executemany(
        "INSERT OR IGNORE INTO sketches VALUES (?, ?)", ((key, n) for key in found[: sketch.KEYS])
    )
    _insert_parts(db, n, reading)
    insert_issues(db, place.capture, n, reading.issues)
    return n


def _insert_parts(db: sqlite3.Connection, n: int, reading: Reading) -> None:
    db.executemany(
        "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (n, t.n, *t.span, t.label, *(t.label_span or (None, None)), t.speaker, t.entity, t.role,
             t.outlet, t.kind, t.rule)
            for t in reading.turns
        ),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO exchanges VALUES (?, ?, ?, ?)",
        ((n, k, _json(e.question), _json(e.answer)) for k, e in enumerate(reading.exchanges)),
    )


def insert_issues(
    db: sqlite3.Connection, capture: int, version: int | None, issues: Iterable[Issue]
) -> None:
    """Stores what went wrong in a capture, or in the reading of a version."""
    db.executemany(
        "INSERT INTO issues (capture, version, stage, severity, subject, message)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        ((capture, version, i.stage, i.severity, i.subject, i.message) for i in issues),
    )


def replace_issues(
    db: sqlite3.Connection, version: int, stage: str, issues: Iterable[Issue]
) -> None:
    """What went wrong in one stage with a version, in place of what was said of it before."""
    db.execute("DELETE FROM issues WHERE version = ? AND stage = ?", (version, stage))
    row = db.execute("SELECT capture FROM versions WHERE n = ?", (version,)).fetchone()
    insert_issues(db, row[0], version, issues)


def reading(db: sqlite3.Connection, n: int) -> Reading:
    """The reading of a version, as it was stored."""
    row = db.execute(
        "SELECT reading, origin, language, text, text_digest, header, blocks FROM versions"
        " WHERE n = ?",
        (n,),
    ).fetchone()
    return Reading(
        id=row[0],
        source=_ORIGIN.decode(row[1]),
        language=row[2],
        text=row[3],
        text_digest=row[4],
        header=_HEADER.decode(row[5]),
        blocks=_BLOCKS.decode(row[6]),
        turns=tuple(_turns(db, n)),
        exchanges=tuple(_exchanges(db, n)),
        issues=tuple(_issues(db, n)),
    )


def _turns(db: sqlite3.Connection, n: int) -> Iterator[Turn]:
    for row in db.execute(f"SELECT {_TURN} FROM turns WHERE version = ? ORDER BY n", (n,)):
        yield Turn(
            n=row[0],
            span=Span(row[1], row[2]),
            label=row[3],
            label_span=None if row[4] is None else Span(row[4], row[5]),
            speaker=row[6],
            entity=row[7],
            role=row[8],
            outlet=row[9],
            kind=row[10],
            rule=row[11],
        )


def _exchanges(db: sqlite3.Connection, n: int) -> Iterator[Exchange]:
    for question, answer in db.execute(
        "SELECT question, answer FROM exchanges WHERE version = ? ORDER BY n", (n,)
    ):
        numbers = msgspec.json.Decoder(tuple[int, ...])
        yield Exchange(question=numbers.decode(question), answer=numbers.decode(answer))


def _issues(db: sqlite3.Connection, n: int) -> Iterator[Issue]:
    for stage, severity, subject, message in db.execute(
        "SELECT stage, severity, subject, message FROM issues WHERE version = ? ORDER BY n", (n,)
    ):
        yield Issue(stage=stage, severity=severity, subject=subject, message=message)


def of_statement(db: sqlite3.Connection, statement: str) -> tuple[Version, ...]:
    """The versions of a statement, the first one first."""
    rows = db.execute(f"SELECT {_VERSION} WHERE s.id = ? ORDER BY v.number", (statement,))
    return tuple(_version(row) for row in rows)


def all_versions(db: sqlite3.Connection) -> Iterator[tuple[Version, Reading]]:
    """All versions in the order in which they were stored, each with its reading."""
    for n, *row in db.execute(f"SELECT v.n, {_VERSION} ORDER BY v.n"):
        yield _version(tuple(row)), reading(db, n)


def number_of(db: sqlite3.Connection, statement: str, version: int) -> int | None:
    """The row of a version."""
    row = db.execute(
        "SELECT v.n FROM versions v JOIN statements s ON s.n = v.statement"
        " WHERE s.id = ? AND v.number = ?",
        (statement, version),
    ).fetchone()
    return row[0] if row else None


def _version(row: tuple[Any, ...]) -> Version:
    statement, number, capture, change, digest, method, score = row
    return Version(
        id=naming.version_id(statement, number),
        statement=statement,
        number=number,
        capture=capture,
        change=change,
        text_digest=digest,
        method=method,
        score=score,
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
