"""What is mentioned together with a thing: in the same turn, by the same speaker. Counted over the
latest statements only, so that the answer comes at once however much there is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.records import Record
from onrecord.store.mentions import Turned

MOST_STATEMENTS = 300
_MOST = 24
_LEAST = 2  # turns in which two must meet
_MOST_IN_TURN = 60  # a turn that names more is a list

Named = dict[tuple[int, int | None], set[str]]


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


def company(
    db: sqlite3.Connection, entity: str, turned: Sequence[Turned], most: int = _MOST
) -> Company:
    """What is mentioned together with a thing, in the latest of the turns that mention it."""
    versions = list(dict.fromkeys(turn.version for turn in turned))[:MOST_STATEMENTS]
    latest = set(versions)
    some = [(turn.version, turn.turn) for turn in turned if turn.version in latest]
    found = named(db, some).values()
    turns = [there for there in found if len(there) <= _MOST_IN_TURN]
    met = Counter(other for there in turns for other in there if other != entity)
    ranked = sorted(met.items(), key=lambda each: (-each[1], each[0]))[:most]
    chosen = {other for other, _ in ranked}
    ties: Counter[tuple[str, str]] = Counter()
    for there in turns:
        ties.update(combinations(sorted(there & chosen), 2))
    return Company(
        companions=tuple(Companion(i, _name(db, i), n) for i, n in ranked),
        ties=tuple(
            Tie(a, b, n)
            for (a, b), n in sorted(ties.items(), key=lambda each: (-each[1], each[0]))
            if n >= _LEAST
        ),
        statements=len(versions),
        turns=len(turns),
    )


def named(db: sqlite3.Connection, turns: Iterable[tuple[int, int | None]]) -> Named:
    """What is named in each of these turns of versions (by row)."""
    return {
        (version, turn): {
            entity
            for (entity,) in db.execute(
                "SELECT entity FROM mentions WHERE version = ? AND turn IS ?"
                " AND entity IS NOT NULL",
                (version, turn),
            )
        }
        for version, turn in turns
    }


def _name(db: sqlite3.Connection, entity: str) -> str:
    row = db.execute("SELECT name FROM mentions WHERE entity = ? LIMIT 1", (entity,)).fetchone()
    return str(row[0])
