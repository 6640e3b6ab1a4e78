"""Which of the stored texts may be the one at hand? Look-ups by address, by words, by day; whether
they are is decided elsewhere. Facts and shapes of texts that were just compared are kept at hand.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from onrecord.records import Reading
from onrecord.store import addresses, identity, sketch, versions
from onrecord.store.grouping import Shape, shape
from onrecord.store.identity import Facts

T = TypeVar("T")

_MOST = 20  # candidates by words: a form that very many texts share is not compared with them all
_KEPT = 512
_LIKELY = 0.75  # share of the limit from which sketches may be wrong by chance


class Stored(NamedTuple):
    """Rows of a version and its statement."""

    version: int
    statement: int
    number: int


class Memory:
    """What is known of versions of one archive that were looked at lately."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._facts: OrderedDict[int, Facts] = OrderedDict()
        self._shapes: OrderedDict[int, Shape] = OrderedDict()

    def facts(self, version: int) -> Facts:
        """The facts of a version."""
        return _kept(self._facts, version, lambda n: identity.facts(versions.reading(self.db, n)))

    def shape(self, version: int) -> Shape:
        """The shape of a version."""
        return _kept(self._shapes, version, self._read_shape)

    def know(self, version: int, facts: Facts, reading: Reading) -> None:
        """What is known of a version that was just stored, so that it need not be read again."""
        _kept(self._facts, version, lambda _: facts)
        _kept(self._shapes, version, lambda _: shape(reading, addresses.site(reading.source.url)))

    def _read_shape(self, version: int) -> Shape:
        found = versions.reading(self.db, version)
        return shape(found, addresses.site(found.source.url))

    def forget(self) -> None:
        """After a transaction that was rolled back."""
        self._facts.clear()
        self._shapes.clear()


def at_address(db: sqlite3.Connection, address: str) -> list[int]:
    """Statements that stood at an address, the one that came last first."""
    rows = db.execute(
        "SELECT statement FROM addresses WHERE address = ? ORDER BY statement DESC", (address,)
    )
    return [row[0] for row in rows]


def latest(db: sqlite3.Connection, statement: int) -> Stored:
    """The latest version of a statement."""
    row = db.execute(
        "SELECT v.n, v.statement, v.number FROM versions v JOIN statements s ON s.n = v.statement"
        " AND s.latest = v.number WHERE s.n = ?",
        (statement,),
    ).fetchone()
    return Stored(*row)


def with_text(db: sqlite3.Connection, statement: int, text_digest: str) -> Stored | None:
    """The version of a statement that has a text."""
    row = db.execute(
        "SELECT n, statement, number FROM versions WHERE statement = ? AND text_digest = ?"
        " ORDER BY number DESC LIMIT 1",
        (statement, text_digest),
    ).fetchone()
    return Stored(*row) if row else None


def with_words(db: sqlite3.Connection, facts: Facts) -> Iterator[Stored]:
    """Versions that have the same words, then those that seem to share many."""
    same = db.execute(
        "SELECT n, statement, number FROM versions WHERE words_digest = ? ORDER BY n LIMIT ?",
        (facts.words_digest, _MOST),
    ).fetchall()
    seen = set()
    for row in same:
        seen.add(row[0])
        yield Stored(*row)
    for stored in _sharing(db, facts.sketch):
        if stored.version not in seen:
            yield stored


def _sharing(db: sqlite3.Connection, found: tuple[int, ...]) -> Iterator[Stored]:
    keys = found[: sketch.KEYS]
    rows = db.execute(
        "SELECT v.n, v.statement, v.number, v.sketch FROM (SELECT version, count(*) AS shared FROM"
        f" sketches WHERE value IN ({','.join('?' * len(keys))}) GROUP BY version ORDER BY shared"
        " DESC, version LIMIT ?) JOIN versions v ON v.n = version ORDER BY shared DESC, v.n",
        (*keys, _MOST),
    ).fetchall()
    for n, statement, number, packed in rows:
        if sketch.alike(found, sketch.unpacked(packed)) >= identity.NEAR_DUPLICATE * _LIKELY:
            yield Stored(n, statement, number)


def of_day(db: sqlite3.Connection, day: str, language: str) -> list[Stored]:
    """Latest versions of a day in other languages."""
    rows = db.execute(
        "SELECT v.n, v.statement, v.number FROM versions v JOIN statements s ON s.n = v.statement"
        " AND s.latest = v.number WHERE v.day = ? AND v.language != ? ORDER BY v.n LIMIT 200",
        (day, language),
    )
    return [Stored(*row) for row in rows]


def _kept(memory: OrderedDict[int, T], key: int, make: Callable[[int], T]) -> T:
    if key in memory:
        memory.move_to_end(key)
        return memory[key]
    memory[key] = made = make(key)
    if len(memory) > _KEPT:
        memory.popitem(last=False)
    return made
