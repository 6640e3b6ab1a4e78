"""What is mentioned together with a thing: in the same turn, by the same speaker. Counted over the
latest statements only, so that the answer comes at once however much there is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from onrecord.records import Record
from onrecord.store.mentions import CURRENT, SAID

MOST_STATEMENTS = 2_000
_MOST = 24
_LEAST = 2  # turns in which two must meet
_MOST_IN_TURN = 60  # a turn that names more is a list


class Companion(Record, frozen=True):
    """A thing that is mentioned in the same turns, in how many, and its name there."""

    id: str
    name: str
    turns: int


class Tie(Record, frozen=True):
    """Two things that are mentioned in the same turns, and in how many."""

    a: str
    b: str
    turns: int


class Company(Record, frozen=True, kw_only=True):
    """What is mentioned together with a thing, most often first; the ties among these; and in how
    many statements it was looked for, of how many turns with the thing."""

    companions: tuple[Companion, ...] = ()
    ties: tuple[Tie, ...] = ()
    statements: int = 0
    turns: int = 0


def company(db: sqlite3.Connection, entity: str, most: int = _MOST) -> Company:
    """What is mentioned together with a thing."""
    versions = _latest(db, entity)
    names: dict[str, str] = {}
    turns = [named for named in _turns(db, versions, names) if entity in named]
    met = Counter(other for named in turns for other in named if other != entity)
    ranked = sorted(met.items(), key=lambda each: (-each[1], each[0]))[:most]
    chosen = {other for other, _ in ranked}
    ties: Counter[tuple[str, str]] = Counter()
    for named in turns:
        ties.update(combinations(sorted(named & chosen), 2))
    return Company(
        companions=tuple(Companion(i, names[i], n) for i, n in ranked),
        ties=tuple(
            Tie(a, b, n)
            for (a, b), n in sorted(ties.items(), key=lambda each: (-each[1], each[0]))
            if n >= _LEAST
        ),
        statements=len(versions),
        turns=len(turns),
    )


def _latest(db: sqlite3.Connection, entity: str) -> list[int]:
    rows = db.execute(
        f"SELECT DISTINCT m.version FROM mentions m JOIN versions v ON v.n = m.version"
        f" JOIN statements s ON s.n = v.statement WHERE m.entity = ? AND {CURRENT}"
        f" ORDER BY {SAID} DESC LIMIT ?",
        (entity, MOST_STATEMENTS),
    )
    return [version for (version,) in rows]


def _turns(
    db: sqlite3.Connection, versions: list[int], names: dict[str, str]
) -> Iterator[set[str]]:
    """What is named in each turn of these versions; the names are noted."""
    for version in versions:
        found: dict[int, set[str]] = {}
        rows = db.execute(
            "SELECT turn, entity, name FROM mentions WHERE version = ? AND entity IS NOT NULL"
            " AND turn IS NOT NULL",
            (version,),
        )
        for turn, entity, name in rows:
            found.setdefault(turn, set()).add(entity)
            names.setdefault(entity, name)
        yield from (named for named in found.values() if len(named) <= _MOST_IN_TURN)
