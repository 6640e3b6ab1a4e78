"""Issues, a page at a time, the gravest first; and how many there are of each kind."""

from __future__ import annotations

import sqlite3

from onrecord.records import Severity
from onrecord.store import naming
from onrecord.store.issues import Listed

_FROM = {"info": "info warning error", "warning": "warning error", "error": "error"}
_GRAVEST = "CASE i.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END"


def page(
    db: sqlite3.Connection, severity: Severity, stage: str | None, limit: int, offset: int = 0
) -> tuple[int, tuple[Listed, ...]]:
    """How many issues there are from a severity on (of one stage, if one is given), and some."""
    wanted = _FROM[severity].split()
    where = f"i.severity IN ({','.join('?' * len(wanted))}) AND (? IS NULL OR i.stage = ?)"
    values = (*wanted, stage, stage)
    total = db.execute(f"SELECT count(*) FROM issues i WHERE {where}", values).fetchone()[0]
    rows = db.execute(
        "SELECT c.id, c.uri, s.id, v.number, i.stage, i.severity, i.subject, i.message"
        " FROM issues i JOIN captures c ON c.n = i.capture LEFT JOIN versions v ON v.n = i.version"
        f" LEFT JOIN statements s ON s.n = v.statement WHERE {where}"
        f" ORDER BY {_GRAVEST}, i.n LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return total, tuple(
        Listed(
            capture=capture,
            uri=uri,
            version=naming.version_id(statement, number) if statement else None,
            stage=at,
            severity=severe,
            subject=subject,
            message=message,
        )
        for capture, uri, statement, number, at, severe, subject, message in rows
    )


def counts(db: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many issues there are of each stage, by severity; the stage with the most first."""
    found: dict[str, dict[str, int]] = {}
    rows = db.execute(
        "SELECT stage, severity, count(*) FROM issues GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
    )
    for stage, severity, many in rows:
        found.setdefault(stage, {})[severity] = many
    return found
