"""Alerts, and each on its way to each target, in the file. An alert and its deliveries are put
there in one transaction; a delivery leaves it only when the other side has taken it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from onrecord.alerts.records import Alert, Delivery, DeliveryState, Target
from onrecord.alerts.schedule import MORNING, due, moment, stamp
from onrecord.alerts.searches import target_of

_ALERT = msgspec.json.Decoder(Alert)
_SELECT = (
    "SELECT a.record, d.state, d.due, d.attempts, d.told, d.mailing, t.id, s.id, t.kind, t.address,"
    " t.cadence, t.secret, t.stopped FROM deliveries d JOIN alerts a ON a.n = d.alert"
    " JOIN targets t ON t.n = d.target JOIN searches s ON s.n = t.search"
)


class Failure(NamedTuple):
    """What became of an attempt: what we were told, and when it is tried again (`None`: never)."""

    told: str
    again: datetime | None


def put(db: sqlite3.Connection, alerts: Iterable[Alert], hour: int = MORNING) -> tuple[Alert, ...]:
    """Keeps the alerts that are not there yet, each with a delivery to each target of its search;
    gives these. Within the caller's transaction."""
    fresh = []
    for alert in alerts:
        row = db.execute(
            "INSERT OR IGNORE INTO alerts (id, search, kind, statement, found_at, record)"
            " SELECT ?, n, ?, ?, ?, ? FROM searches WHERE id = ?",
            (
                alert.id, alert.kind, alert.statement, alert.found_at,
                msgspec.json.encode(alert).decode(), alert.search,
            ),
        )  # fmt: skip
        if row.rowcount > 0:
            fresh.append(alert)
            _send(db, alert, hour)
    return tuple(fresh)


def _send(db: sqlite3.Connection, alert: Alert, hour: int) -> None:
    rows = db.execute(
        "SELECT a.n, t.n, t.cadence FROM alerts a JOIN targets t ON t.search = a.search"
        " WHERE a.id = ? AND t.stopped IS NULL",
        (alert.id,),
    ).fetchall()
    found = moment(alert.found_at)
    db.executemany(
        "INSERT INTO deliveries (alert, target, state, due, attempts)"
        " VALUES (?, ?, 'pending', ?, 0)",
        ((a, t, stamp(due(cadence, found, hour))) for a, t, cadence in rows),
    )


def known(db: sqlite3.Connection, ids: Collection[str]) -> set[str]:
    """Those of the ids that alerts have."""
    sql = "SELECT 1 FROM alerts WHERE id = ?"
    return {each for each in ids if db.execute(sql, (each,)).fetchone()}


def of_search(
    db: sqlite3.Connection, search: str, limit: int = -1, offset: int = 0
) -> tuple[Alert, ...]:
    """The alerts of a search, the last one first."""
    rows = db.execute(
        "SELECT a.record FROM alerts a JOIN searches s ON s.n = a.search WHERE s.id = ?"
        " ORDER BY a.n DESC LIMIT ? OFFSET ?",
        (search, limit, offset),
    )
    return tuple(_ALERT.decode(row[0]) for row in rows)


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many alerts each search has."""
    return dict(
        db.execute(
            "SELECT s.id, count(a.n) FROM searches s LEFT JOIN alerts a ON a.search = s.n"
            " GROUP BY s.n ORDER BY s.n"
        )
    )


def pending(db: sqlite3.Connection, now: datetime, target: str) -> tuple[Delivery, ...]:
    """What is due to go to a target, the longest due first."""
    return _listed(
        db,
        "WHERE d.target = (SELECT n FROM targets WHERE id = ?) AND d.state = 'pending'"
        " AND d.due <= ? AND t.stopped IS NULL ORDER BY d.due, d.alert",
        (target, stamp(now)),
    )


def waiting(db: sqlite3.Connection, now: datetime) -> tuple[Target, ...]:
    """The targets to which something is due, and which are not left in peace for now."""
    rows = db.execute(
        "SELECT t.id, s.id, t.kind, t.address, t.cadence, t.secret, t.stopped FROM targets t"
        " JOIN searches s ON s.n = t.search WHERE t.stopped IS NULL"
        " AND (t.resting IS NULL OR t.resting <= ?1) AND EXISTS (SELECT 1 FROM deliveries d"
        " WHERE d.target = t.n AND d.state = 'pending' AND d.due <= ?1) ORDER BY t.n",
        (stamp(now),),
    )
    return tuple(map(target_of, rows))


def delivered(db: sqlite3.Connection, sent: Iterable[Delivery]) -> None:
    """These have been taken."""
    for each in sent:
        _change(db, each, "state = 'delivered', attempts = attempts + 1, told = NULL", ())
        db.execute("UPDATE targets SET resting = NULL WHERE id = ?", (each.target.id,))


def failed(db: sqlite3.Connection, tried: Iterable[Delivery], failure: Failure) -> None:
    """These have not been taken: tried again later, or dead."""
    state = "dead" if failure.again is None else "pending"
    for each in tried:
        later = each.due if failure.again is None else stamp(failure.again)
        changes = "state = ?, due = ?, attempts = attempts + 1, told = ?"
        _change(db, each, changes, (state, later, failure.told))


def rest(db: sqlite3.Connection, target: str, until: datetime) -> None:
    """Leaves a target in peace until then."""
    db.execute("UPDATE targets SET resting = ? WHERE id = ?", (stamp(until), target))


def assign(db: sqlite3.Connection, sent: Iterable[Delivery], mailing: str) -> None:
    """These go in one message, now and whenever it is tried again."""
    for each in sent:
        _change(db, each, "mailing = ?", (mailing,))


def _change(
    db: sqlite3.Connection, each: Delivery, changes: str, values: tuple[object, ...]
) -> None:
    db.execute(
        f"UPDATE deliveries SET {changes} WHERE alert = (SELECT n FROM alerts WHERE id = ?)"
        " AND target = (SELECT n FROM targets WHERE id = ?)",
        (*values, each.alert.id, each.target.id),
    )


def dead(db: sqlite3.Connection) -> tuple[Delivery, ...]:
    """What was given up, the earliest first."""
    return _listed(db, "WHERE d.state = 'dead' ORDER BY d.alert, d.target", ())


def states(db: sqlite3.Connection, search: str | None = None) -> Mapping[DeliveryState, int]:
    """How many deliveries of a search (`None`: of all) are in which state."""
    rows = db.execute(
        "SELECT d.state, count(*) FROM deliveries d JOIN targets t ON t.n = d.target"
        " JOIN searches s ON s.n = t.search WHERE ?1 IS NULL OR s.id = ?1 GROUP BY d.state",
        (search,),
    )
    return dict(rows)


def resend(db: sqlite3.Connection, now: datetime, alert: str | None, again: bool) -> int:
    """Sends once more what is dead, of one alert or of all; gives how many go. `again`: also what
    has been delivered. A target that was stopped is tried again."""
    states = "('dead', 'delivered')" if again else "('dead')"
    chosen = f"state IN {states} AND (?1 IS NULL OR alert = (SELECT n FROM alerts WHERE id = ?1))"
    db.execute(
        "UPDATE targets SET stopped = NULL, resting = NULL WHERE n IN"
        f" (SELECT target FROM deliveries WHERE {chosen})",
        (alert,),
    )
    return db.execute(
        "UPDATE deliveries SET state = 'pending', attempts = 0, due = ?2, mailing = NULL"
        f" WHERE {chosen}",
        (alert, stamp(now)),
    ).rowcount


def _listed(db: sqlite3.Connection, where: str, values: tuple[object, ...]) -> tuple[Delivery, ...]:
    return tuple(_deliveries(db.execute(f"{_SELECT} {where}", values).fetchall()))


def _deliveries(rows: Iterable[tuple[Any, ...]]) -> Iterator[Delivery]:
    for record, state, later, attempts, told, mailing, *target in rows:
        yield Delivery(
            alert=_ALERT.decode(record),
            target=target_of(tuple(target)),
            state=state,
            due=later,
            attempts=attempts,
            told=told,
            mailing=mailing,
        )
