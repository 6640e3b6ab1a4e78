"""Statements that may tell of a meeting, as they are asked for to pair them: the head of the text,
the header, and what annotators say of the head. Only latest versions count.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from onrecord.records import Annotation, Header, Span

HEAD = 1_600  # characters in which a statement says who met whom, when and where
KINDS = ("readout", "joint-statement", "news-conference", "remarks")
_LAYERS = ("entity", "time", "event")
_DAY = "coalesce(s.date, s.published)"
_HEADER = msgspec.json.Decoder(Header)
_VALUE = msgspec.json.Decoder(dict[str, Any])


class Head(NamedTuple):
    """What is asked of a statement. `work`: tells its language versions together; `text`: its
    head."""

    statement: str
    version: int
    work: int
    title: str | None
    kind: str
    language: str | None
    issuer: str | None
    country: str | None
    source: str | None
    url: str | None
    header: Header
    text: str
    found: tuple[Annotation, ...]


def heads(
    db: sqlite3.Connection, since: str | None = None, until: str | None = None
) -> Iterator[Head]:
    """The statements of these days that may tell of a meeting, in order of time. Bounds are
    ISO 8601 prefixes, both included."""
    where = [f"s.kind IN ({','.join('?' * len(KINDS))})", f"{_DAY} IS NOT NULL"]
    values: list[str | int] = list(KINDS)
    for bound, sign in ((since, ">="), (until, "<=")):
        if bound:
            where.append(f"substr({_DAY}, 1, ?) {sign} ?")
            values += [len(bound), bound]
    rows = db.execute(
        "SELECT v.n, s.id, v.number, s.work, s.title, s.kind, s.language, s.issuer, s.country,"
        f" s.source, s.url, v.header, substr(v.text, 1, {HEAD}) FROM statements s JOIN versions v"
        f" ON v.statement = s.n AND v.number = s.latest WHERE {' AND '.join(where)}"
        f" ORDER BY {_DAY}, s.n",
        values,
    )
    for n, *known, header, text in rows.fetchall():
        made = (*known, _HEADER.decode(header), text, tuple(_found(db, n)))
        yield Head._make(made)


def _found(db: sqlite3.Connection, version: int) -> Iterator[Annotation]:
    rows = db.execute(
        "SELECT layer, start, stop, quote, value, annotator, rule, confidence FROM annotations"
        f" WHERE version = ? AND layer IN ({','.join('?' * len(_LAYERS))}) AND stop <= ?"
        " ORDER BY start, n",
        (version, *_LAYERS, HEAD),
    )
    for layer, start, stop, quote, value, annotator, rule, sure in rows:
        yield Annotation(
            layer=layer,
            span=Span(start, stop),
            quote=quote,
            value=_VALUE.decode(value),
            annotator=annotator,
            rule=rule,
            confidence=sure,
        )
