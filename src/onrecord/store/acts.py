"""What is done in words, with who said it where: the annotations of some layers of the latest
versions, together with what is known of their statement and turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from onrecord.records import Record, Role, Span
from onrecord.store import standoff

_SAID = "coalesce(s.date, s.published)"
_FIELDS = f"s.title, {_SAID}, s.language, s.country, s.issuer, s.source, s.url, t.speaker, t.role"
_FROM = (
    "FROM annotations a JOIN versions v ON v.n = a.version JOIN statements s ON s.n = v.statement"
    " LEFT JOIN turns t ON t.version = a.version AND t.n = a.turn"
)
_OWN = 12  # fields of an annotation, before these
_SHOWN = 600  # characters of a question that are shown
_BATCH = 500
_NUMBERS = msgspec.json.Decoder(tuple[int, ...])


class Act(Record, frozen=True, kw_only=True):
    """An annotation with its statement and turn. `date`: when it was said, else published;
    `country`: of the issuer; `entities`: what is named within it, where that was asked for."""

    kept: standoff.Kept
    statement: str
    version: int
    title: str | None
    date: str | None
    language: str | None
    country: str | None
    issuer: str | None
    source: str | None
    url: str | None
    speaker: str | None
    role: Role | None
    entities: tuple[Named, ...] = ()


class Named(Record, frozen=True):
    """A name within an act: where it stands, and what it stands for."""

    span: Span
    entity: str | None
    kind: str
    name: str
    country: str | None


class Asked(Record, frozen=True, kw_only=True):
    """An exchange: what was asked, by whom and for which outlet, and who answered. `words`: the
    beginning of the question; `whole`: it was not cut."""

    statement: str
    exchange: int
    turn: int
    words: str
    whole: bool
    asker: str | None
    outlet: str | None
    answer: int
    speaker: str | None
    about: tuple[str, ...]


def acts(db: sqlite3.Connection, layers: Sequence[str], named: bool = False) -> Iterator[Act]:
    """The acts of these layers in the latest versions, in order of statements and of text; with
    what readers say of them, the rejected ones too. `named`: with the names within each."""
    marks = ", ".join("?" * len(layers))
    rows = db.execute(
        f"SELECT {standoff.FIELDS}, {_FIELDS} {_FROM} WHERE v.number = s.latest"
        f" AND a.layer IN ({marks}) ORDER BY s.n, a.start, a.n",
        tuple(layers),
    )
    while batch := list(islice(rows, _BATCH)):
        found = standoff.corrected(db, (standoff.read(row[:_OWN]) for row in batch))
        for row, kept in zip(batch, found, strict=True):
            yield _act(row, kept, _names(db, row[0]) if named else ())


def _act(row: tuple[Any, ...], kept: standoff.Kept, names: tuple[Named, ...]) -> Act:
    title, date, language, country, issuer, source, url, speaker, role = row[_OWN:]
    return Act(
        kept=kept, statement=row[1], version=row[2], title=title, date=date, language=language,
        country=country, issuer=issuer, source=source, url=url, speaker=speaker, role=role,
        entities=names,
    )  # fmt: skip


def _names(db: sqlite3.Connection, annotation: int) -> tuple[Named, ...]:
    rows = db.execute(
        "SELECT n.start, n.stop, m.entity, m.kind, m.name, m.country FROM annotations a"
        " JOIN annotations n ON n.version = a.version AND n.layer = 'entity'"
        " AND n.start >= a.start AND n.start < a.stop AND n.stop <= a.stop"
        " JOIN mentions m ON m.annotation = n.n WHERE a.n = ? ORDER BY n.start",
        (annotation,),
    )
    return tuple(Named(Span(start, stop), *rest) for start, stop, *rest in rows)


def exchanges(db: sqlite3.Connection) -> Iterator[Asked]:
    """The exchanges of the latest versions, with the last question of each and the states and
    places that its questions name."""
    rows = db.execute(
        "SELECT v.n, s.id, e.n, e.question, e.answer FROM exchanges e"
        " JOIN versions v ON v.n = e.version JOIN statements s ON s.n = v.statement"
        " WHERE v.number = s.latest ORDER BY s.n, e.n"
    ).fetchall()
    for version, statement, number, question, answer in rows:
        asked, given = _NUMBERS.decode(question), _NUMBERS.decode(answer)
        if asked and given:
            yield _asked(db, version, (statement, number), asked, given)


def _asked(
    db: sqlite3.Connection,
    version: int,
    name: tuple[str, int],
    asked: tuple[int, ...],
    given: tuple[int, ...],
) -> Asked:
    row = db.execute(
        "SELECT substr(v.text, t.start + 1, min(t.stop - t.start, ?)), t.stop - t.start <= ?,"
        " t.speaker, t.outlet FROM turns t JOIN versions v ON v.n = t.version"
        " WHERE t.version = ? AND t.n = ?",
        (_SHOWN, _SHOWN, version, asked[0]),
    ).fetchone() or ("", True, None, None)
    speaker = db.execute(
        "SELECT speaker FROM turns WHERE version = ? AND n = ?", (version, given[0])
    ).fetchone()
    marks = ", ".join("?" * len(asked))
    about = db.execute(
        "SELECT DISTINCT coalesce(entity, name) FROM mentions WHERE version = ?"
        f" AND turn IN ({marks}) AND kind IN ('state', 'organisation', 'person', 'agreement')",
        (version, *asked),
    )
    return Asked(
        statement=name[0], exchange=name[1], turn=asked[0], words=row[0], whole=bool(row[1]),
        asker=row[2], outlet=row[3], answer=given[0], speaker=speaker[0] if speaker else None,
        about=tuple(one for (one,) in about),
    )  # fmt: skip


def state(db: sqlite3.Connection) -> tuple[object, ...]:
    """What tells one state of the acts of an archive from another."""
    return (standoff.form(db), standoff.count(db))
