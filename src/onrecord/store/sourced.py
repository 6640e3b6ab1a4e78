"""Statements and turns as flat rows that carry their evidence: the capture in which the text
stands, when it was captured, and its digest. For tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

from onrecord.records import Kind, Reading, Record, Role, Span, Statement, Turn, TurnKind
from onrecord.store import naming, versions


class SourcedStatement(Statement, frozen=True, kw_only=True):
    """A statement, and where its latest version comes from. `capture`: the first in which that
    version stood; `digest`: of the captured bytes; `text_digest`: of the text read from them."""

    version: str
    capture: str
    fetched_at: str
    digest: str
    text_digest: str


class SourcedTurn(Record, frozen=True, kw_only=True):
    """A turn with what its version says of the statement, the question that it answers, and where
    it comes from. `statement`, `version`, `turn`: ids, for `onrecord show`; `span`: where `text`
    stands in the version's text. `question`: the words of the questions that the turn answers, a
    paragraph each, and `questions` their ids. `kind` is the statement's."""

    statement: str
    version: str
    turn: str
    title: str | None
    kind: Kind
    date: str | None
    published: str | None
    country: str | None
    issuer: str | None
    language: str | None
    speaker: str | None
    entity: str | None
    role: Role
    turn_kind: TurnKind
    outlet: str | None
    label: str | None
    text: str
    span: Span
    question: str | None
    questions: tuple[str, ...]
    url: str | None
    source: str | None
    capture: str
    fetched_at: str
    digest: str
    text_digest: str


class _Origin(NamedTuple):
    """The row of a version, and the capture in which it first stood."""

    row: int
    capture: str
    fetched_at: str
    digest: str
    text_digest: str


def _origin(db: sqlite3.Connection, statement: str, number: int) -> _Origin | None:
    row = db.execute(
        "SELECT v.n, c.id, c.fetched_at, c.digest, v.text_digest FROM versions v"
        " JOIN statements s ON s.n = v.statement JOIN captures c ON c.n = v.capture"
        " WHERE s.id = ? AND v.number = ?",
        (statement, number),
    ).fetchone()
    return _Origin(*row) if row else None


def with_source(db: sqlite3.Connection, statement: Statement) -> SourcedStatement | None:
    """A statement with the source of its latest version."""
    origin = _origin(db, statement.id, statement.latest)
    if origin is None:
        return None
    return SourcedStatement(
        **{name: getattr(statement, name) for name in statement.__struct_fields__},
        version=naming.version_id(statement.id, statement.latest),
        capture=origin.capture,
        fetched_at=origin.fetched_at,
        digest=origin.digest,
        text_digest=origin.text_digest,
    )


def turns(
    db: sqlite3.Connection,
    statement: Statement,
    number: int,
    wanted: Collection[int] | None = None,
) -> Iterator[SourcedTurn]:
    """The turns of a version of a statement, or those of them that are wanted, by number."""
    origin = _origin(db, statement.id, number)
    if origin is None:
        return
    reading = versions.reading(db, origin.row)
    asked = questions(reading)
    for turn in reading.turns:
        if wanted is None or turn.n in wanted:
            yield _sourced(statement, number, origin, reading, turn, asked.get(turn.n, []))


def questions(reading: Reading) -> dict[int, list[Turn]]:
    """The questions that each answer answers, by its number."""
    turns = {turn.n: turn for turn in reading.turns}
    return {
        answer: [turns[asked] for asked in exchange.question if asked < answer]
        for exchange in reading.exchanges
        for answer in exchange.answer
    }


def _sourced(
    statement: Statement,
    number: int,
    origin: _Origin,
    reading: Reading,
    turn: Turn,
    asked: list[Turn],
) -> SourcedTurn:
    header, issuer, text = reading.header, reading.header.issuer, reading.text
    words = [text[each.span.start : each.span.end] for each in asked]
    return SourcedTurn(
        statement=statement.id,
        version=naming.version_id(statement.id, number),
        turn=naming.turn_id(statement.id, number, turn.n),
        title=header.title,
        kind=header.kind,
        date=header.date,
        published=header.published,
        country=issuer.country if issuer else None,
        issuer=issuer.name if issuer else None,
        language=reading.language,
        speaker=turn.speaker,
        entity=turn.entity,
        role=turn.role,
        turn_kind=turn.kind,
        outlet=turn.outlet,
        label=turn.label,
        text=text[turn.span.start : turn.span.end],
        span=turn.span,
        question="\n\n".join(words) or None,
        questions=tuple(naming.turn_id(statement.id, number, each.n) for each in asked),
        url=statement.url,
        source=reading.source.source,
        capture=origin.capture,
        fetched_at=origin.fetched_at,
        digest=origin.digest,
        text_digest=origin.text_digest,
    )
