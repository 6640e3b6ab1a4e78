"""What speakers claim: positions, commitments and events of latest versions, each with its sentence
and what is named in it; of a target, a holder and a time.

A target is what the gazetteer knows by an id, found by the index of mentions, or words of the
claim.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from onrecord.records import Span

MOST = 50_000
_LAYERS = ("position", "commitment")
# Events that are said of others with more or less force.
_EVENTS = ("ACCUSE", "REQUEST", "REJECT", "PROTEST", "SUPPORT")
_AROUND = 500
_START = attrgetter("span.start")
_DAY = "coalesce(s.date, s.published)"
_VALUE = msgspec.json.Decoder(dict[str, Any])
_FROM = (
    "FROM annotations a JOIN versions v ON v.n = a.version JOIN statements s ON s.n = v.statement"
    " AND v.number = s.latest LEFT JOIN turns t ON t.version = a.version AND t.n = a.turn"
)


class _Mark(NamedTuple):
    layer: str
    span: Span
    entity: str | None


class Row(NamedTuple):
    """A claim as it is kept. `work`: tells language versions together; `before`, `after`: the text
    around it; `named`: ids of what is named in and near it, each with its place."""

    statement: str
    version: int
    work: int
    title: str | None
    day: str | None
    language: str | None
    country: str | None
    speaker: str | None
    turn: int | None
    layer: str
    span: Span
    quote: str
    value: Mapping[str, Any]
    before: str
    after: str
    named: tuple[tuple[str, int], ...]
    times: tuple[Span, ...]


def claims(
    db: sqlite3.Connection,
    entities: Sequence[str] = (),
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Row]:
    """The claims that name one of these entities, or have these words; all, where nothing is
    asked. The newest first, at most `MOST`."""
    where, values = _where(entities, words, since, until)
    rows = db.execute(
        f"SELECT a.version, s.id, v.number, s.work, s.title, {_DAY}, s.language, s.country,"
        " t.speaker, a.turn, a.layer, a.start, a.stop, a.quote, a.value,"
        f" substr(v.text, max(1, a.start - {_AROUND} + 1), min(a.start, {_AROUND})),"
        f" substr(v.text, a.stop + 1, {_AROUND}) {_FROM} WHERE {where}"
        f" ORDER BY {_DAY} DESC, a.n LIMIT {MOST}",
        values,
    ).fetchall()
    known: tuple[int, list[_Mark]] = (0, [])
    for version, statement, number, *told, layer, start, stop, quote, value, before, after in rows:
        if known[0] != version:
            known = version, list(_marks(db, version))
        first = bisect_left(known[1], start - _AROUND, key=_START)
        near = known[1][first : bisect_left(known[1], stop + _AROUND, key=_START)]
        yield Row._make(
            (
                statement, number, *told, layer, Span(start, stop), quote, _VALUE.decode(value),
                before, after,
                tuple((mark.entity, mark.span.start) for mark in near if mark.entity),
                tuple(mark.span for mark in near if mark.layer == "time"),
            )
        )  # fmt: skip


def _where(
    entities: Sequence[str], words: str | None, since: str | None, until: str | None
) -> tuple[str, list[str | int]]:
    marks = ",".join("?" * len(_LAYERS)), ",".join("?" * len(_EVENTS))
    events = f"SELECT annotation FROM acts WHERE layer = 'event' AND type IN ({marks[1]})"
    where = [f"(a.layer IN ({marks[0]}) OR a.n IN ({events}))", f"{_DAY} IS NOT NULL"]
    values: list[str | int] = [*_LAYERS, *_EVENTS]
    wanted: list[str] = []
    if entities:
        wanted.append(
            "a.n IN (SELECT c.n FROM mentions m JOIN annotations e ON e.n = m.annotation"
            " JOIN annotations c ON c.version = m.version AND c.start <= e.start"
            f" AND c.stop >= e.stop WHERE m.entity IN ({','.join('?' * len(entities))}))"
        )
        values += entities
    if words:
        wanted.append("instr(lower(a.quote), ?) > 0")
        values.append(words.lower())
    if wanted:
        where.append(f"({' OR '.join(wanted)})")
    for bound, sign in ((since, ">="), (until, "<=")):
        if bound:
            where.append(f"substr({_DAY}, 1, ?) {sign} ?")
            values += [len(bound), bound]
    return " AND ".join(where), values


def _marks(db: sqlite3.Connection, version: int) -> Iterator[_Mark]:
    """What is named in a version, and its times, in order."""
    rows = db.execute(
        "SELECT layer, start, stop, value FROM annotations WHERE version = ?"
        " AND layer IN ('entity', 'time') ORDER BY start",
        (version,),
    )
    for layer, start, stop, value in rows:
        entity = _VALUE.decode(value).get("entity") if layer == "entity" else None
        yield _Mark(layer, Span(start, stop), entity)


def targets(db: sqlite3.Connection, most: int = 60) -> list[tuple[str, int]]:
    """What is spoken of most, by id, in how many statements."""
    return db.execute(
        "SELECT m.entity, count(DISTINCT m.version) FROM mentions m WHERE m.entity IS NOT NULL"
        " AND m.kind IN ('state', 'organisation', 'agreement', 'person')"
        " GROUP BY m.entity ORDER BY 2 DESC, 1 LIMIT ?",
        (most,),
    ).fetchall()
