"""The issues page: what could not be read, or is doubtful, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.pipeline import watched
from onrecord.records import Issue, Record, Severity
from onrecord.store import troubles
from onrecord.store.issues import Listed
from onrecord.web import addresses
from onrecord.web.answers import WithAsked
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE = 50


class Issues(Record, frozen=True, kw_only=True):
    """A page of issues from a severity on. `counts`: of all, by stage and severity; `sources`: what
    is wrong now with those that are watched."""

    total: int
    page: int
    severity: Severity
    stage: str | None
    counts: dict[str, dict[str, int]]
    sources: tuple[Issue, ...]
    issues: tuple[Listed, ...]
    next: str | None
    previous: str | None


@router.get("/issues", name="issues")
def issues(
    asked: WithAsked,
    severity: Annotated[Literal["info", "warning", "error"], Query()] = "warning",
    stage: Annotated[str, Query(max_length=60)] = "",
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
) -> Response:
    """What could not be read, or is doubtful: each with its place and reason, the gravest first."""
    with asked.holdings.reading() as db:
        total, listed = troubles.page(db, severity, stage or None, _SIZE, (page - 1) * _SIZE)
    counts = asked.holdings.remembered("issues", troubles.counts)
    record = Issues(
        total=total,
        page=page,
        severity=severity,
        stage=stage or None,
        counts=counts,
        sources=watched.troubles(asked.holdings.folder),
        issues=listed,
        next=_address(severity, stage, page + 1) if page * _SIZE < total else None,
        previous=_address(severity, stage, page - 1) if page > 1 else None,
    )
    return asked.answer(record, "issues.html", lambda: _more(record))


def _address(severity: str, stage: str, page: int) -> str:
    shown = None if page == 1 else page
    chosen = None if severity == "warning" else severity
    return "/issues" + addresses.query({"severity": chosen, "stage": stage, "page": shown})


def _more(record: Issues) -> Mapping[str, Any]:
    severities = ("error", "warning", "info")
    totals = {
        severity: sum(of.get(severity, 0) for of in record.counts.values())
        for severity in severities
    }
    return {
        "totals": totals,
        "by_severity": {s: _address(s, record.stage or "", 1) for s in severities},
        "by_stage": {name: _address(record.severity, name, 1) for name in ("", *record.counts)},
    }
