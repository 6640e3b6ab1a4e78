"""What is mentioned together with a thing: in the same turn, by the same speaker. Counted by the
database, over all statements in their latest versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.records import Record
from onrecord.store.mentions import CURRENT

_MOST = 24
_LEAST = 2  # turns in which two must meet
_MOST_IN_TURN = 60  # a turn that names more is a list

# Rows (a, b, number): of how many statements and turns; the companions; the ties among them. What
# stands before the first turn is turn -1.
_COMPANY = f"""
WITH there AS MATERIALIZED (
  SELECT DISTINCT m.version, coalesce(m.turn, -1) AS turn FROM mentions m
  JOIN versions v ON v.n = m.version JOIN statements s ON s.n = v.statement
  WHERE m.entity = :entity AND {CURRENT}),
beside AS MATERIALIZED (
  SELECT DISTINCT m.version, coalesce(m.turn, -1) AS turn, m.entity
  FROM (SELECT DISTINCT version FROM there) w CROSS JOIN mentions m ON m.version = w.version
  WHERE m.entity IS NOT NULL AND (m.version, coalesce(m.turn, -1)) IN there),
short AS MATERIALIZED (
  SELECT version, turn FROM beside GROUP BY version, turn HAVING count(*) <= :longest),
met AS MATERIALIZED (
  SELECT b.entity, count(*) AS turns FROM beside b
  WHERE b.entity <> :entity AND (b.version, b.turn) IN short
  GROUP BY b.entity ORDER BY 2 DESC, 1 LIMIT :most),
inside AS MATERIALIZED (
  SELECT b.version, b.turn, b.entity FROM beside b
  WHERE b.entity IN (SELECT entity FROM met) AND (b.version, b.turn) IN short),
ties AS (
  SELECT a.entity AS a, b.entity AS b, count(*) AS turns FROM inside a
  JOIN inside b ON b.version = a.version AND b.turn = a.turn AND b.entity > a.entity
  GROUP BY 1, 2 HAVING count(*) >= :least ORDER BY 3 DESC, 1, 2)
SELECT NULL, (SELECT count(DISTINCT version) FROM there), (SELECT count(*) FROM short)
UNION ALL SELECT * FROM (SELECT entity, NULL, turns FROM met)
UNION ALL SELECT * FROM (SELECT a, b, turns FROM ties)
"""
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


def company(db: sqlite3.Connection, entity: str, most: int = _MOST) -> Company:
    """What is mentioned together with a thing, in all turns of the latest versions that name it."""
    given = {"entity": entity, "longest": _MOST_IN_TURN, "most": most, "least": _LEAST}
    companions: list[Companion] = []
    ties: list[Tie] = []
    statements = turns = 0
    for a, b, number in db.execute(_COMPANY, given):
        if a is None:
            statements, turns = int(b), number
        elif b is None:
            companions.append(Companion(a, _name(db, a), number))
        else:
            ties.append(Tie(a, b, number))
    return Company(
        companions=tuple(companions), ties=tuple(ties), statements=statements, turns=turns
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
