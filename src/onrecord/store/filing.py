"""Puts a reading where it belongs: to a statement that is there, as its new version, or as a new
one. What it does depends on the captures and their order alone, so that they can be filed again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.records import Reading
from onrecord.store import candidates, identity, links, naming, statements, versions
from onrecord.store.addresses import normal
from onrecord.store.candidates import Memory, Stored
from onrecord.store.identity import Facts, Verdict

Outcome = Literal["added", "version", "unchanged"]

_NEW = Verdict(outcome="other", method="not seen before")
_SAME = Verdict(outcome="same", method=identity.SAME_TEXT, score=1.0)


class Sheet(NamedTuple):
    """A reading to be filed: from which capture (its row), as which of its statements, at which
    address, and under which id if that came from outside."""

    capture: int
    item: int
    reading: Reading
    url: str | None
    address: str | None
    given: str | None = None


class Filed(NamedTuple):
    """Where a reading was put, and why."""

    outcome: Outcome
    statement: str
    version: int
    method: str
    score: float | None


def sheet(capture: int, item: int, reading: Reading, lone: bool, given: str | None = None) -> Sheet:
    """A reading with its address: as published; else, alone in its file, that of the file."""
    url = reading.source.url
    address = normal(url) or (normal(reading.source.uri) if lone and given is None else None)
    return Sheet(capture, item, reading, url, address, given)


def file(memory: Memory, page: Sheet) -> Filed:
    """Files one reading, within the caller's transaction."""
    facts = identity.facts(page.reading)
    found, verdict = _given(memory, page) if page.given else _found(memory, page, facts)
    if found is None:
        outcome: Outcome = "added"
        stored = _add(memory.db, page, facts)
    elif verdict.outcome == "version":
        outcome = "version"
        place = versions.Place(
            found.statement, _next(memory.db, found.statement), page.capture, verdict.method,
            verdict.score,
        )  # fmt: skip
        stored = _store(memory.db, place, page, facts)
    else:
        outcome, stored = "unchanged", found
    _note(memory.db, page, stored, verdict)
    if outcome != "unchanged":
        memory.know(stored.version, facts, page.reading)
        _link(memory, page, stored, facts)
    name = _name(memory.db, stored.statement)
    return Filed(outcome, name, stored.number, verdict.method, verdict.score)


def _given(memory: Memory, page: Sheet) -> tuple[Stored | None, Verdict]:
    """An id from outside is the identity, whatever the text."""
    row = memory.db.execute("SELECT n FROM statements WHERE id = ?", (page.given,)).fetchone()
    if row is None:
        return None, _NEW
    same = candidates.with_text(memory.db, row[0], page.reading.text_digest)
    if same:
        return same, Verdict(outcome="same", method="same id and text", score=1.0)
    return candidates.latest(memory.db, row[0]), Verdict(outcome="version", method="same id")


def _found(memory: Memory, page: Sheet, facts: Facts) -> tuple[Stored | None, Verdict]:
    """The statement that a reading is, by address and then by words."""
    why = _NEW
    best: tuple[Stored, Verdict] | None = None
    for statement in candidates.at_address(memory.db, page.address) if page.address else ():
        stored, verdict = _compared(memory, statement, facts)
        if verdict.outcome == "same":
            return stored, verdict
        if verdict.outcome == "version" and (best is None or _score(verdict) > _score(best[1])):
            best = stored, verdict
        why = verdict if why is _NEW else why
    if best:
        return best
    for stored in candidates.with_words(memory.db, facts):
        verdict = identity.elsewhere(facts, memory.facts(stored.version))
        if verdict.outcome != "other":
            exact = candidates.with_text(memory.db, stored.statement, facts.text_digest)
            return (exact, _SAME) if exact else (stored, verdict)
    return None, why


def _compared(memory: Memory, statement: int, facts: Facts) -> tuple[Stored, Verdict]:
    same = candidates.with_text(memory.db, statement, facts.text_digest)
    stored = same or candidates.latest(memory.db, statement)
    return stored, identity.at_one_address(facts, memory.facts(stored.version))


def _score(verdict: Verdict) -> float:
    return verdict.score or 0.0


def _add(db: sqlite3.Connection, page: Sheet, facts: Facts) -> Stored:
    name = page.given or naming.name(page.reading, page.url, lambda asked: _taken(db, asked))
    statement = statements.insert(db, name, page.reading, page.url, page.given is not None)
    place = versions.Place(statement, 1, page.capture, "first", None)
    return _store(db, place, page, facts)


def _taken(db: sqlite3.Connection, name: str) -> bool:
    row = db.execute(
        "SELECT 1 FROM statements WHERE id = ?1 UNION SELECT 1 FROM redirects WHERE old = ?1",
        (name,),
    ).fetchone()
    return row is not None


def _next(db: sqlite3.Connection, statement: int) -> int:
    row = db.execute("SELECT latest + 1 FROM statements WHERE n = ?", (statement,)).fetchone()
    number: int = row[0]
    return number


def _store(db: sqlite3.Connection, place: versions.Place, page: Sheet, facts: Facts) -> Stored:
    version = versions.insert(db, place, page.reading, facts)
    statements.update(db, place.statement, place.number, page.reading)
    return Stored(version, place.statement, place.number)


def _note(db: sqlite3.Connection, page: Sheet, stored: Stored, verdict: Verdict) -> None:
    """That the statement stands in this capture, and at this address."""
    db.execute(
        "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?)",
        (page.capture, page.item, stored.version, page.url, verdict.method, verdict.score),
    )
    if page.address:
        db.execute(
            "INSERT OR IGNORE INTO addresses VALUES (?, ?)", (page.address, stored.statement)
        )


def _link(memory: Memory, page: Sheet, stored: Stored, facts: Facts) -> None:
    links.declare(memory.db, stored.statement, page.reading)
    for other, score in _near(memory, stored, facts):
        links.near_duplicate(memory.db, stored.statement, other, score)
    links.languages(memory, stored.statement, stored.version, page.reading)


def _near(memory: Memory, stored: Stored, facts: Facts) -> Iterator[tuple[int, float]]:
    for other in candidates.with_words(memory.db, facts):
        if other.statement != stored.statement:
            verdict = identity.elsewhere(facts, memory.facts(other.version))
            alike = (verdict.score or 0.0) >= identity.NEAR_DUPLICATE
            if alike and verdict.method != "another language":
                yield other.statement, verdict.score or 0.0


def _name(db: sqlite3.Connection, statement: int) -> str:
    row = db.execute("SELECT id FROM statements WHERE n = ?", (statement,)).fetchone()
    name: str = row[0]
    return name
