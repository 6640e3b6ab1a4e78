"""Who speaks of a thing, when, and in which words: what is mentioned, in the latest version of each
statement. A thing is known by its id in the gazetteer; what has no id has no place here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.records import Record, Span
from onrecord.store import quoting

SAID = "coalesce(s.date, s.published)"
FROM = (
    "FROM mentions m JOIN annotations a ON a.n = m.annotation JOIN versions v ON v.n = m.version"
    " JOIN statements s ON s.n = v.statement"
)
CURRENT = "v.number = s.latest"
_TURN = "LEFT JOIN turns t ON t.version = m.version AND t.n = m.turn"
_MOST_VERSIONS = 4_000  # the latest, of which it is looked up for whom people speak
_MOST_FORMS = 24


class Known(Record, frozen=True):
    """A thing that is mentioned, and how often. `name`: as it is most simply called."""

    id: str
    kind: str
    name: str
    mentions: int
    statements: int


class Totals(Record, frozen=True, kw_only=True):
    """How often a thing is mentioned, in how many turns and statements, and the days of the first
    and the last statement that has a date."""

    mentions: int = 0
    turns: int = 0
    statements: int = 0
    first: str | None = None
    last: str | None = None


class Form(Record, frozen=True):
    """Words by which a thing is named in texts of a language, and how often."""

    words: str
    language: str | None
    mentions: int


class Speaking(Record, frozen=True, kw_only=True):
    """Somebody who speaks of a thing. `country`: the state that he or she speaks for; no `name`:
    the page does not say who speaks."""

    name: str | None
    country: str | None
    mentions: int
    statements: int


class Mention(Record, frozen=True, kw_only=True):
    """A mention, with the sentence in which it stands."""

    statement: str
    version: int
    turn: int | None
    span: Span
    quote: str
    rule: str
    confidence: float
    sentence: quoting.Sentence
    title: str | None
    date: str | None
    language: str | None
    speaker: str | None
    role: str | None


class _Participant(msgspec.Struct):
    name: str | None = None
    country: str | None = None


class _Issuer(msgspec.Struct):
    country: str | None = None


class _Header(msgspec.Struct):
    issuer: _Issuer | None = None
    participants: tuple[_Participant, ...] = ()


_HEADER = msgspec.json.Decoder(_Header)


def everything(db: sqlite3.Connection) -> tuple[Known, ...]:
    """All that is mentioned and has an id, what is named in the most statements first."""
    rows = db.execute(
        f"SELECT m.entity, min(m.name), count(*), count(DISTINCT m.version) FROM mentions m"
        f" JOIN versions v ON v.n = m.version JOIN statements s ON s.n = v.statement"
        f" WHERE m.entity IS NOT NULL AND {CURRENT} GROUP BY m.entity ORDER BY 4 DESC, 3 DESC, 1"
    )
    return tuple(
        Known(entity, entity.partition("/")[0], name, many, statements)
        for entity, name, many, statements in rows
    )


def totals(db: sqlite3.Connection, entity: str) -> Totals:
    """How often a thing is mentioned."""
    row = db.execute(
        f"SELECT count(*), count(DISTINCT m.version * 100000 + m.turn), count(DISTINCT m.version),"
        f" min({SAID}), max({SAID}) {FROM} WHERE m.entity = ? AND {CURRENT}",
        (entity,),
    ).fetchone()
    many, turns, statements, first, last = row
    return Totals(mentions=many, turns=turns, statements=statements, first=first, last=last)


def months(db: sqlite3.Connection, entity: str) -> dict[str, int]:
    """How often a thing is mentioned in statements of each month (or year, if no more is known), in
    order of time; in those without a date under an empty name."""
    rows = db.execute(
        f"SELECT coalesce(substr({SAID}, 1, 7), '') AS month, count(*) {FROM}"
        f" WHERE m.entity = ? AND {CURRENT} GROUP BY 1 ORDER BY 1",
        (entity,),
    )
    return dict(rows.fetchall())


def forms(db: sqlite3.Connection, entity: str, most: int = _MOST_FORMS) -> tuple[Form, ...]:
    """The words by which a thing is named, the most frequent first."""
    rows = db.execute(
        f"SELECT a.quote, s.language, count(*) {FROM} WHERE m.entity = ? AND {CURRENT}"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ?",
        (entity, most),
    )
    return tuple(Form(" ".join(words.split()), language, many) for words, language, many in rows)


def speakers(db: sqlite3.Connection, entity: str) -> tuple[Speaking, ...]:
    """All who speak of a thing, who does so most often first."""
    rows = db.execute(
        f"SELECT m.version, t.speaker, t.role, count(*) {FROM} {_TURN}"
        f" WHERE m.entity = ? AND {CURRENT} GROUP BY 1, 2, 3 ORDER BY m.version DESC",
        (entity,),
    ).fetchall()
    latest = list(dict.fromkeys(row[0] for row in rows))[:_MOST_VERSIONS]
    headers = dict(_headers(db, latest))
    many: Counter[tuple[str | None, str | None]] = Counter()
    where: dict[tuple[str | None, str | None], set[int]] = {}
    for version, name, role, count in rows:
        who = (name, _speaks_for(headers.get(version), name, role))
        many[who] += count
        where.setdefault(who, set()).add(version)
    return tuple(
        Speaking(name=who[0], country=who[1], mentions=count, statements=len(where[who]))
        for who, count in sorted(many.items(), key=lambda each: (-each[1], each[0][0] or "~"))
    )


def _headers(db: sqlite3.Connection, versions: Iterable[int]) -> Iterator[tuple[int, _Header]]:
    for version in versions:
        row = db.execute("SELECT header FROM versions WHERE n = ?", (version,)).fetchone()
        yield version, _HEADER.decode(row[0])


def _speaks_for(header: _Header | None, name: str | None, role: str | None) -> str | None:
    """The state for which somebody speaks: of the participant of that name; of the issuer, if
    nobody from elsewhere takes part and it is an official who speaks."""
    if header is None:
        return None
    for each in header.participants:
        if name and each.name == name and each.country:
            return each.country
    issuer = header.issuer.country if header.issuer else None
    others = {each.country for each in header.participants if each.country} - {issuer}
    return issuer if role == "official" and not others else None


def by_country(found: Iterable[Speaking]) -> dict[str, int]:
    """How often those who speak for each state mention it, the most often first; under an empty
    name, where it is not known for whom they speak."""
    counted: Counter[str] = Counter()
    for each in found:
        counted[each.country or ""] += each.mentions
    return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def latest(db: sqlite3.Connection, entity: str, limit: int, offset: int = 0) -> tuple[Mention, ...]:
    """The first mention of each turn, in the newest statements first; those without a date come
    last. What stands before the first turn counts as one."""
    rows = db.execute(
        f"SELECT m.version, s.id, v.number, m.turn, min(a.start), a.stop, a.quote, a.rule,"
        f" a.confidence, s.title, {SAID}, s.language, t.speaker, t.role {FROM} {_TURN}"
        f" WHERE m.entity = ? AND {CURRENT} GROUP BY m.version, m.turn"
        f" ORDER BY {SAID} IS NULL, {SAID} DESC, m.version DESC, m.turn LIMIT ? OFFSET ?",
        (entity, limit, offset),
    ).fetchall()
    return tuple(_mention(db, *row) for row in rows)


def _mention(
    db: sqlite3.Connection, row: int, statement: str, number: int, turn: int | None, start: int,
    stop: int, quote: str, rule: str, confidence: float, title: str | None, date: str | None,
    language: str | None, speaker: str | None, role: str | None,
) -> Mention:  # fmt: skip
    span = Span(start, stop)
    return Mention(
        statement=statement, version=number, turn=turn, span=span, quote=quote, rule=rule,
        confidence=confidence, sentence=quoting.sentence(db, row, span, language), title=title,
        date=date, language=language, speaker=speaker, role=role,
    )  # fmt: skip
