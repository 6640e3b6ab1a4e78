"""What a visitor wants listed: statements by a field, who speaks, when, and which question a turn
answers. Only the latest version of each statement counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from onrecord.records import Record, Statement
from onrecord.store import statements

FIELDS = ("country", "language", "kind", "source", "issuer")
_LATEST = "turns t JOIN versions v ON v.n = t.version JOIN statements s ON s.n = v.statement"
_CURRENT = "v.number = s.latest"
_SAID = "coalesce(s.date, s.published)"
_NUMBERS = msgspec.json.Decoder(tuple[int, ...])


class Speaker(Record, frozen=True, kw_only=True):
    """Somebody who speaks, and how often."""

    name: str
    statements: int
    turns: int


class Question(Record, frozen=True, kw_only=True):
    """The last question before an answer. `text`: its beginning; `whole`: nothing was cut off."""

    turn: int
    text: str
    whole: bool
    speaker: str | None
    outlet: str | None


class Wanted(NamedTuple):
    """Which statements are wanted: of a value of a field, of a speaker, said in a time (an ISO 8601
    prefix; an empty one for those without a date). `None`: all."""

    field: str | None = None
    value: str | None = None
    speaker: str | None = None
    date: str | None = None


class Page(Record, frozen=True, kw_only=True):
    """Some of the statements that are wanted, the newest first, and how many there are of all."""

    total: int
    statements: tuple[Statement, ...]


def page(db: sqlite3.Connection, wanted: Wanted, limit: int, offset: int = 0) -> Page:
    """A page of statements, the newest first; those without a date come last."""
    where, values = _where(wanted)
    total = db.execute(f"SELECT count(*) FROM statements s WHERE {where}", values).fetchone()[0]
    rows = db.execute(
        f"SELECT s.id FROM statements s WHERE {where}"
        f" ORDER BY {_SAID} IS NULL, {_SAID} DESC, s.n DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    found = (statements.one(db, name) for (name,) in rows)
    return Page(total=total, statements=tuple(each for each in found if each is not None))


def _where(wanted: Wanted) -> tuple[str, list[str]]:
    parts, values = ["1"], []
    if wanted.field is not None:
        if wanted.field not in FIELDS:
            raise ValueError(f"no field {wanted.field!r} to choose by")
        parts.append(f"coalesce(s.{wanted.field}, '') = ?")
        values.append(wanted.value or "")
    if wanted.speaker is not None:
        parts.append(f"s.n IN (SELECT s.n FROM {_LATEST} WHERE t.speaker = ? AND {_CURRENT})")
        values.append(wanted.speaker)
    if wanted.date is not None:
        parts.append(f"substr({_SAID}, 1, length(?)) = ?" if wanted.date else f"{_SAID} IS NULL")
        values += [wanted.date, wanted.date] if wanted.date else []
    return " AND ".join(parts), values


def speakers(db: sqlite3.Connection) -> tuple[Speaker, ...]:
    """All who speak and are named, those of the most statements first."""
    rows = db.execute(
        f"SELECT t.speaker, count(DISTINCT s.n) AS many, count(*) FROM {_LATEST}"
        f" WHERE t.speaker IS NOT NULL AND {_CURRENT} GROUP BY t.speaker"
        " ORDER BY many DESC, 3 DESC, 1"
    )
    return tuple(Speaker(name=name, statements=n, turns=turns) for name, n, turns in rows)


def months(db: sqlite3.Connection) -> dict[str, int]:
    """How many statements there are of each month (or year, if no more is known), in order of time;
    those without a date under an empty name."""
    rows = db.execute(
        f"SELECT coalesce(substr({_SAID}, 1, 7), '') AS month, count(*) FROM statements s"
        " GROUP BY 1 ORDER BY 1"
    )
    return dict(rows.fetchall())


def questions(
    db: sqlite3.Connection, turns: Iterable[tuple[str, int, int]], most: int = 240
) -> dict[tuple[str, int, int], Question]:
    """For turns, each as statement, number of the version and of the turn: which question it
    answers, if it is an answer."""
    found = {}
    for wanted in set(turns):
        question = _question(db, *wanted, most)
        if question is not None:
            found[wanted] = question
    return found


def _question(
    db: sqlite3.Connection, statement: str, number: int, turn: int, most: int
) -> Question | None:
    for version, asked in _answered(db, statement, number, turn):
        row = db.execute(
            "SELECT substr(v.text, t.start + 1, min(t.stop - t.start, ?)), t.stop - t.start <= ?,"
            " t.speaker, t.outlet FROM turns t JOIN versions v ON v.n = t.version"
            " WHERE t.version = ? AND t.n = ?",
            (most, most, version, asked),
        ).fetchone()
        if row is not None:
            return Question(
                turn=asked, text=row[0], whole=bool(row[1]), speaker=row[2], outlet=row[3]
            )
    return None


def _answered(
    db: sqlite3.Connection, statement: str, number: int, turn: int
) -> Iterator[tuple[int, int]]:
    """The version's row, and the last turn before this one that asks what it answers."""
    rows = db.execute(
        "SELECT e.version, e.question, e.answer FROM exchanges e JOIN versions v ON v.n = e.version"
        " JOIN statements s ON s.n = v.statement WHERE s.id = ? AND v.number = ?",
        (statement, number),
    )
    for version, question, answer in rows:
        if turn in _NUMBERS.decode(answer):
            before = [asked for asked in _NUMBERS.decode(question) if asked < turn]
            if before:
                yield version, before[-1]
