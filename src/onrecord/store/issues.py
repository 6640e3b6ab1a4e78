"""What could not be read, or is doubtful, over the whole archive; and how much there is of all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.records import Issue, Record, Severity
from onrecord.store import naming
from onrecord.store.schema import RECORDS

_UNCOUNTED = ("sketches", "declared", "addresses", "appearances", "missing")
_LEAST = {"info": "info warning error", "warning": "warning error", "error": "error"}


class Listed(Record, frozen=True, kw_only=True):
    """An issue, where it stands: in a capture that gave no statement, or in a version."""

    capture: str
    uri: str
    version: str | None
    stage: str
    severity: Severity
    subject: str | None
    message: str


def listed(
    db: sqlite3.Connection, severity: Severity = "info", stage: str | None = None
) -> Iterator[Listed]:
    """Issues from a severity on, in the order in which they arose."""
    wanted = _LEAST[severity].split()
    rows = db.execute(
        "SELECT c.id, c.uri, s.id, v.number, i.stage, i.severity, i.subject, i.message"
        " FROM issues i"
        " JOIN captures c ON c.n = i.capture LEFT JOIN versions v ON v.n = i.version"
        " LEFT JOIN statements s ON s.n = v.statement WHERE i.severity IN"
        f" ({','.join('?' * len(wanted))}) AND (? IS NULL OR i.stage = ?) ORDER BY i.n",
        (*wanted, stage, stage),
    )
    for capture, uri, statement, number, at, severe, subject, message in rows:
        yield Listed(
            capture=capture,
            uri=uri,
            version=naming.version_id(statement, number) if statement else None,
            stage=at,
            severity=severe,
            subject=subject,
            message=message,
        )


def of_capture(db: sqlite3.Connection, capture: str) -> tuple[Issue, ...]:
    """What is wrong with a capture that gave no statement."""
    rows = db.execute(
        "SELECT i.stage, i.message, i.severity, i.subject FROM issues i"
        " JOIN captures c ON c.n = i.capture WHERE c.id = ? AND i.version IS NULL ORDER BY i.n",
        (capture,),
    )
    return tuple(Issue(stage=s, message=m, severity=v, subject=u) for s, m, v, u in rows)


def totals(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows there are of each kind of record."""
    shown = (t for t in RECORDS if t not in _UNCOUNTED)
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in shown}


def counts(db: sqlite3.Connection, field: str) -> dict[str, int]:
    """How many statements have which value of a field; those without one under an empty name."""
    if field not in ("language", "country", "kind", "source", "issuer"):
        raise ValueError(f"no field {field!r} to count by")
    rows = db.execute(
        f"SELECT coalesce({field}, ''), count(*) AS many FROM statements GROUP BY 1"
        " ORDER BY many DESC, 1"
    )
    return dict(rows.fetchall())
