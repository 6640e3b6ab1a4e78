"""Who speaks of a thing, when, and in which words: what is mentioned, in the latest version of each
statement. A thing is known by its id in the gazetteer; what has no id has no place here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
_MOST_FORMS = 24


class Known(Record, frozen=True):
    """A thing that is mentioned, and how often. `name`: as it is most simply called."""

    id: str
    kind: str
    name: str
    mentions: int
    statements: int


class Form(Record, frozen=True):
    """Words by which a thing is named in texts of a language, and how often."""

    words: str
    language: str | None
    mentions: int


class Turned(NamedTuple):
    """A turn that mentions a thing: in which version (by row), how often, when it was said, who
    speaks and for which state. What stands before the first turn counts as one."""

    version: int
    turn: int | None
    mentions: int
    said: str | None
    speaker: str | None
    role: str | None
    country: str | None


class Mention(Record, frozen=True, kw_only=True):
    """The first mention in a turn, with the sentence in which it stands. `mentions`: how many there
    are in the turn; `country`: the state that the speaker speaks for."""

    statement: str
    version: int
    turn: int | None
    mentions: int
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
    country: str | None


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


def turned(db: sqlite3.Connection, entity: str) -> tuple[Turned, ...]:
    """All turns that mention a thing, the newest statements first; those without a date last."""
    rows = db.execute(
        f"SELECT m.version, m.turn, count(*), {SAID}, t.speaker, t.role FROM mentions m"
        f" JOIN versions v ON v.n = m.version JOIN statements s ON s.n = v.statement {_TURN}"
        f" WHERE m.entity = ? AND {CURRENT} GROUP BY m.version, m.turn"
        f" ORDER BY {SAID} IS NULL, {SAID} DESC, m.version DESC, m.turn",
        (entity,),
    ).fetchall()
    headers = dict(_headers(db, dict.fromkeys(row[0] for row in rows)))
    return tuple(
        Turned(
            version, turn, many, said, speaker, role,
            _speaks_for(headers[version], speaker, role),
        )
        for version, turn, many, said, speaker, role in rows
    )  # fmt: skip


def forms(db: sqlite3.Connection, entity: str, most: int = _MOST_FORMS) -> tuple[Form, ...]:
    """The words by which a thing is named, the most frequent first."""
    rows = db.execute(
        f"SELECT a.quote, s.language, count(*) {FROM} WHERE m.entity = ? AND {CURRENT}"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ?",
        (entity, most),
    )
    return tuple(Form(" ".join(words.split()), language, many) for words, language, many in rows)


def _headers(db: sqlite3.Connection, versions: Iterable[int]) -> Iterator[tuple[int, _Header]]:
    for version in versions:
        row = db.execute("SELECT header FROM versions WHERE n = ?", (version,)).fetchone()
        yield version, _HEADER.decode(row[0])


def _speaks_for(header: _Header, name: str | None, role: str | None) -> str | None:
    """The state for which somebody speaks: of the participant of that name; of the issuer, if
    nobody from elsewhere takes part and it is an official who speaks."""
    for each in header.participants:
        if name and each.name == name and each.country:
            return each.country
    issuer = header.issuer.country if header.issuer else None
    others = {each.country for each in header.participants if each.country} - {issuer}
    return issuer if role == "official" and not others else None


def in_turn(db: sqlite3.Connection, entity: str, turn: Turned) -> Mention:
    """The first mention of a thing in a turn, with what the page says of who speaks."""
    row = db.execute(
        "SELECT s.id, v.number, a.start, a.stop, a.quote, a.rule, a.confidence, s.title,"
        f" s.language {FROM} WHERE m.entity = ? AND m.version = ? AND m.turn IS ?"
        " ORDER BY a.start LIMIT 1",
        (entity, turn.version, turn.turn),
    ).fetchone()
    statement, number, start, stop, quote, rule, confidence, title, language = row
    span = Span(start, stop)
    return Mention(
        statement=statement, version=number, turn=turn.turn, mentions=turn.mentions, span=span,
        quote=quote, rule=rule, confidence=confidence,
        sentence=quoting.sentence(db, turn.version, span, language), title=title, date=turn.said,
        language=language, speaker=turn.speaker, role=turn.role, country=turn.country,
    )  # fmt: skip
