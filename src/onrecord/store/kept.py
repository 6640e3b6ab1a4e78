"""All that is kept of one statement, put together: for a command, a page or an export."""

from __future__ import annotations

import sqlite3

from onrecord.records import Appearance, Capture, Link, Reading, Record, Statement, Version
from onrecord.store import captures, standoff, statements, versions


class Kept(Record, frozen=True, kw_only=True):
    """A statement in one of its versions, with the reading of that version, and what it belongs
    with. `turn`: the one that was asked for. `languages`: its other language versions."""

    statement: Statement
    version: Version
    reading: Reading
    turn: int | None
    versions: tuple[Version, ...]
    captures: tuple[Capture, ...]
    appearances: tuple[Appearance, ...]
    languages: tuple[Statement, ...]
    links: tuple[Link, ...]
    annotations: tuple[standoff.Kept, ...] = ()


def kept(db: sqlite3.Connection, reference: str) -> Kept | None:
    """What is kept under the id of a statement, version or turn; `None` if there is no such id."""
    found = statements.find(db, reference)
    if found is None:
        return None
    statement, number, turn = found
    row = versions.number_of(db, statement.id, number)
    if row is None:
        return None
    reading = versions.reading(db, row)
    if turn is not None and turn not in {spoken.n for spoken in reading.turns}:
        return None
    known = versions.of_statement(db, statement.id)
    where = statements.appearances(db, statement.id)
    taken = (captures.one(db, name) for name in dict.fromkeys(each.capture for each in where))
    return Kept(
        statement=statement,
        version=known[number - 1],
        reading=reading,
        turn=turn,
        versions=known,
        captures=tuple(capture for capture in taken if capture is not None),
        appearances=where,
        languages=statements.of_work(db, statement),
        links=statements.links(db, statement.id),
        annotations=standoff.of_version(db, statement.id, number),
    )
