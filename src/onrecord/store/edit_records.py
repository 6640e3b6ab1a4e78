"""Edits as records, and lists of them: what was changed where it stood, and what was taken away,
the last seen first. What is only seen elsewhere with other words is no edit."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from onrecord.compare.difference import WEIGHTS, Kind, Weight, What
from onrecord.records import Record, Span
from onrecord.store import naming

EditKind = Literal["edited", "reverted", "removed"]
KINDS: tuple[EditKind, ...] = ("edited", "reverted", "removed")
_REMOVED = len(WEIGHTS) - 1  # a page that is gone is the heaviest: all of it is omitted
_HEAD = "s.id, s.title, s.kind, s.language, s.source, s.issuer, s.country, s.date"
_EDITS = (
    f"SELECT {_HEAD}, o.number AS old, w.number AS new, e.address, l.id AS last, l.fetched_at AS"
    " seen_last, f.id AS first, f.fetched_at AS seen, k.weight, k.told, NULL AS reason, NULL AS"
    " restored, f.n AS at, CASE WHEN w.number < o.number THEN 'reverted' ELSE 'edited' END AS what"
    " FROM edits e JOIN comparisons k ON k.old = e.old AND k.new = e.new JOIN statements s"
    " ON s.n = e.statement JOIN versions o ON o.n = e.old JOIN versions w ON w.n = e.new"
    " JOIN captures l ON l.n = e.last JOIN captures f ON f.n = e.first WHERE k.weight >= 0"
)
_STOOD = (
    "(SELECT a.capture FROM captures p JOIN appearances a ON a.capture = p.n JOIN versions v"
    " ON v.n = a.version WHERE p.uri = c.uri AND p.n < c.n AND v.statement = m.statement"
    " ORDER BY p.n DESC LIMIT 1)"
)
_REMOVALS = (
    f"SELECT {_HEAD}, (SELECT max(v.number) FROM appearances a JOIN versions v ON v.n = a.version"
    " WHERE a.capture = l.n AND v.statement = s.n) AS old, NULL AS new, c.uri AS address,"
    " l.id AS last, l.fetched_at AS seen_last, c.id AS first, c.fetched_at AS seen,"
    f" {_REMOVED} AS weight, NULL AS told, m.reason, (SELECT p.fetched_at FROM captures p"
    " JOIN appearances a ON a.capture = p.n JOIN versions v ON v.n = a.version WHERE p.uri = c.uri"
    " AND p.n > c.n AND v.statement = m.statement ORDER BY p.n LIMIT 1) AS restored, c.n AS at,"
    " 'removed' AS what FROM missing m JOIN captures c ON c.n = m.capture"
    f" JOIN captures l ON l.n = {_STOOD} JOIN statements s ON s.n = m.statement WHERE m.removal"
)
_ALL = f"({_EDITS} UNION ALL {_REMOVALS})"


class Change(Record, frozen=True, kw_only=True):
    """A difference between two texts of a statement, as `onrecord compare` tells it, and the turns
    that it stands in. `around_a`, `around_b`: the sentences that it is part of, if it is a part,
    and `text_a`, `text_b` their words."""

    kind: Kind
    weight: Weight
    what: What
    reason: str
    turn_a: int | None = None
    turn_b: int | None = None
    a: Span | None = None
    b: Span | None = None
    quote_a: str | None = None
    quote_b: str | None = None
    around_a: Span | None = None
    around_b: Span | None = None
    text_a: str | None = None
    text_b: str | None = None


class Told(Record, frozen=True, kw_only=True):
    """What differs between two texts: how many differences of each weight, how sentences were
    paired, and the differences in the order of the text (`more`: how many are not listed)."""

    weights: dict[str, int] = msgspec.field(default_factory=dict)
    method: str = "words"
    changes: tuple[Change, ...] = ()
    more: int = 0


class Edit(Record, frozen=True, kw_only=True):
    """What became of a statement in its place. `edited`: another text; `reverted`: an earlier text
    again; `removed`: no text. `before`, `after`: the versions; it was done between `last_seen` and
    `seen`, the times of the captures `last_capture` (with the old) and `capture`."""

    id: str
    kind: EditKind
    weight: Weight
    statement: str
    title: str | None
    statement_kind: str
    language: str | None
    source: str | None
    issuer: str | None
    country: str | None
    date: str | None
    address: str
    before: str
    after: str | None
    last_seen: str
    last_capture: str
    seen: str
    capture: str
    reason: str | None = None
    restored: str | None = None
    told: Told = Told()


class Wanted(Record, frozen=True, kw_only=True):
    """Which edits: of a statement, of these sources, countries, languages, kinds; from a weight on;
    seen in a time (days or moments, both included)."""

    statement: str | None = None
    source: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    weight: Weight = "typography"
    since: str | None = None
    until: str | None = None


def edits(
    db: sqlite3.Connection, wanted: Wanted, limit: int = -1, offset: int = 0
) -> Iterator[Edit]:
    """The edits, the last seen first."""
    condition, values = _condition(wanted)
    rows = db.execute(
        f"SELECT * FROM {_ALL} WHERE {condition} ORDER BY seen DESC, at DESC, id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return map(_edit, rows)


def count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """How many there are."""
    condition, values = _condition(wanted)
    row = db.execute(f"SELECT count(*) FROM {_ALL} WHERE {condition}", values).fetchone()
    number: int = row[0]
    return number


def counts(db: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many there are of each source (an empty name: of none), weight and kind."""
    found: dict[str, dict[str, int]] = {"source": {}, "weight": {}, "kind": {}}
    rows = db.execute(
        f"SELECT coalesce(source, ''), weight, what, count(*) FROM {_ALL} GROUP BY 1, 2, 3"
        " ORDER BY 1, 2 DESC, 3"
    )
    for source, weight, kind, number in rows:
        for field, name in (("source", source), ("weight", WEIGHTS[weight]), ("kind", kind)):
            found[field][name] = found[field].get(name, 0) + number
    return found


def _condition(wanted: Wanted) -> tuple[str, list[object]]:
    parts = ["weight >= ?"]
    values: list[object] = [WEIGHTS.index(wanted.weight)]
    if wanted.statement is not None:
        parts.append("id = ?")
        values.append(wanted.statement)
    many: Mapping[str, tuple[str, ...]] = {
        "coalesce(source, '')": wanted.source,
        "country": wanted.country,
        "language": wanted.language,
        "what": wanted.kind,
    }
    for column, chosen in many.items():
        if chosen:
            parts.append(f"{column} IN ({', '.join('?' * len(chosen))})")
            values += chosen
    if wanted.since:
        parts.append("seen >= ?")
        values.append(wanted.since)
    if wanted.until:  # a day is whole: everything that begins with it is before what follows it
        parts.append("seen < ?")
        values.append(wanted.until + "\uffff")
    return " AND ".join(parts), values


def _edit(row: tuple[Any, ...]) -> Edit:
    statement, title, kind, language, source, issuer, country, date = row[:8]
    old, new, address, last, seen_last, first, seen, weight, told = row[8:17]
    reason, restored, _, what = row[17:]
    key = "\n".join((what, statement, str(old), str(new), first))
    return Edit(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        kind=what,
        weight=WEIGHTS[weight],
        statement=statement,
        title=title,
        statement_kind=kind,
        language=language,
        source=source,
        issuer=issuer,
        country=country,
        date=date,
        address=address,
        before=naming.version_id(statement, old),
        after=None if new is None else naming.version_id(statement, new),
        last_seen=seen_last,
        last_capture=last,
        seen=seen,
        capture=first,
        reason=reason,
        restored=restored,
        told=Told() if told is None else msgspec.json.decode(told, type=Told),
    )
