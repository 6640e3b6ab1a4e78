"""What is dated in what was said: the dated words of a statement, and the dated sentences that
mention a thing. A date that could not be resolved is in no timeline: it is not guessed.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

import msgspec

from onrecord.records import Record, Span
from onrecord.store import quoting
from onrecord.store.mentions import CURRENT, FROM, SAID

_NEAR = 300  # characters between a thing and a date of one sentence
_MOST = 50_000  # pairs of these that are looked at
_VALUE = msgspec.json.Decoder(dict[str, Any])
_WHEN = "json_extract(x.value, '$.start')"


class Dated(Record, frozen=True, kw_only=True):
    """Words that say when. `value` is the TIMEX3 value, `start` and `end` what it is resolved to by
    `said`, the day on which it was said; `sentence`: what is dated."""

    statement: str
    version: int
    turn: int | None
    span: Span
    quote: str
    type: str
    value: str
    start: str
    end: str | None
    anchor: str | None
    said: str | None
    rule: str
    confidence: float
    sentence: quoting.Sentence
    title: str | None
    language: str | None
    speaker: str | None
    mentioned: Span | None = None


class Timeline(Record, frozen=True, kw_only=True):
    """Dated words in the order of what they date. `next`: where the rest of it begins; `None`: that
    is all."""

    dated: tuple[Dated, ...] = ()
    next: int | None = None


class _Place(NamedTuple):
    """Dated words, the row of their version, and a mention near by."""

    when: str
    annotation: int
    version: int
    span: Span
    mention: Span | None


def of_statement(db: sqlite3.Connection, statement: str, number: int) -> Timeline:
    """All dated words of a version, the earliest date first."""
    rows = db.execute(
        f"SELECT {_WHEN}, x.n, x.version, x.start, x.stop FROM annotations x"
        " JOIN versions v ON v.n = x.version JOIN statements s ON s.n = v.statement"
        f" WHERE s.id = ? AND v.number = ? AND x.layer = 'time' AND {_WHEN} IS NOT NULL"
        " ORDER BY 1, x.start",
        (statement, number),
    ).fetchall()
    places = [_Place(when, n, row, Span(start, stop), None) for when, n, row, start, stop in rows]
    return Timeline(dated=tuple(_dated(db, place, _sentence(db, place)) for place in places))


def of_entity(db: sqlite3.Connection, entity: str, limit: int, first: int = 0) -> Timeline:
    """Dated sentences that mention a thing, the latest date first. `first`: how many places have
    been looked at before."""
    places = _places(db, entity)
    found: list[Dated] = []
    for at in range(first, len(places)):
        if len(found) == limit:
            return Timeline(dated=tuple(found), next=at)
        place = places[at]
        sentence = _sentence(db, place)
        mention = place.mention
        if mention and sentence.span.start <= mention.start and mention.end <= sentence.span.end:
            found.append(_dated(db, place, sentence))
    return Timeline(dated=tuple(found))


def _places(db: sqlite3.Connection, entity: str) -> list[_Place]:
    """Dated words near a mention, each once with the nearest mention, the latest date first."""
    rows = db.execute(
        f"SELECT {_WHEN}, x.n, x.version, x.start, x.stop, a.start, a.stop {FROM}"
        " JOIN annotations x ON x.version = m.version AND x.layer = 'time'"
        f" AND x.start BETWEEN a.start - {_NEAR} AND a.stop + {_NEAR} AND x.turn IS m.turn"
        f" WHERE m.entity = ? AND {CURRENT} AND {_WHEN} IS NOT NULL LIMIT {_MOST}",
        (entity,),
    )
    nearest: dict[int, _Place] = {}
    for when, n, version, start, stop, begun, ended in rows:
        place = _Place(when, n, version, Span(start, stop), Span(begun, ended))
        known = nearest.get(n)
        if known is None or _gap(place) < _gap(known):
            nearest[n] = place
    return sorted(nearest.values(), key=lambda place: (place.when, place.annotation), reverse=True)


def _gap(place: _Place) -> int:
    mention = place.mention or place.span
    return max(mention.start - place.span.end, place.span.start - mention.end)


def _sentence(db: sqlite3.Connection, place: _Place) -> quoting.Sentence:
    language = db.execute(
        "SELECT s.language FROM versions v JOIN statements s ON s.n = v.statement WHERE v.n = ?",
        (place.version,),
    ).fetchone()[0]
    return quoting.sentence(db, place.version, place.span, language)


def _dated(db: sqlite3.Connection, place: _Place, sentence: quoting.Sentence) -> Dated:
    row = db.execute(
        f"SELECT s.id, v.number, x.turn, x.quote, x.value, {SAID}, x.rule, x.confidence, s.title,"
        " s.language, t.speaker FROM annotations x JOIN versions v ON v.n = x.version"
        " JOIN statements s ON s.n = v.statement"
        " LEFT JOIN turns t ON t.version = x.version AND t.n = x.turn WHERE x.n = ?",
        (place.annotation,),
    ).fetchone()
    statement, number, turn, quote, packed, said, rule, sure, title, language, speaker = row
    value = _VALUE.decode(packed)
    return Dated(
        statement=statement, version=number, turn=turn, span=place.span, quote=quote,
        type=value["type"], value=value["value"], start=value["start"], end=value.get("end"),
        anchor=value.get("anchor"), said=said, rule=rule, confidence=sure, sentence=sentence,
        title=title, language=language, speaker=speaker, mentioned=place.mention,
    )  # fmt: skip
