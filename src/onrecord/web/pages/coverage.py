"""The coverage pages: what a watch saw of each source, day by day, how the source is and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.pipeline.watched import DAYS, Watched, watched
from onrecord.records import Record
from onrecord.sources import loader
from onrecord.store.coverage import Day, Reason
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.calendar import calendar
from onrecord.web.mistakes import Failed

router = APIRouter()
_MOST_DAYS = 731


class Coverage(Record, frozen=True, kw_only=True):
    """What a watch saw; `None` where nobody has watched yet."""

    watch: Watched | None


class SourceCoverage(Record, frozen=True, kw_only=True):
    """What a watch saw of one source."""

    source: str
    watch: Watched


@router.get("/coverage", name="coverage")
def coverage(
    asked: WithAsked,
    days: Annotated[int, Query(ge=1, le=_MOST_DAYS, description="How many days.")] = DAYS,
    last: Annotated[str, Query(max_length=10, description="The last day, as 2026-03-31.")] = "",
) -> Response:
    """What was watched: each source with its state and reason, and a calendar of its days."""
    record = Coverage(watch=_watched(asked, days, last))
    return asked.answer(record, "coverage.html", lambda: _drawn(asked, record.watch, days, last))


@router.get("/coverage/{source}", name="source_coverage")
def source_coverage(
    asked: WithAsked,
    source: str,
    days: Annotated[int, Query(ge=1, le=_MOST_DAYS, description="How many days.")] = DAYS,
    last: Annotated[str, Query(max_length=10, description="The last day, as 2026-03-31.")] = "",
) -> Response:
    """One source: its listings, what is wrong with it, and each of its days with the reasons."""
    found = _watched(asked, days, last, source)
    if found is None or not found.sources:
        raise Failed(404, asked.words("mistake.no_source", id=source))
    record = SourceCoverage(source=source, watch=found)
    return asked.answer(record, "source_coverage.html", lambda: _drawn(asked, found, days, last))


def _watched(asked: Asked, days: int, last: str, only: str | None = None) -> Watched | None:
    folder = asked.holdings.folder
    with loader.beside(folder.root):
        return watched(folder, loader.sources(), datetime.now(UTC), _day(asked, last), days, only)


def _day(asked: Asked, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Failed(400, asked.words("mistake.no_day", day=given)) from None


def _drawn(asked: Asked, found: Watched | None, days: int, last: str) -> Mapping[str, Any]:
    """`time`: what addresses of the same time end with."""
    time = addresses.query({"days": None if days == DAYS else days, "last": last or None})
    if found is None:
        return {"calendars": {}, "told": {}, "time": time}
    begun = min((day.day for s in found.sources for day in s.days[:1]), default=found.first)
    return {
        "time": time,
        "calendars": {
            source.source: calendar(source.days, max(found.first, begun), found.last)
            for source in found.sources
        },
        "told": {
            (source.source, day.day): told(asked, day)
            for source in found.sources
            for day in source.days
        },
    }


def told(asked: Asked, day: Day) -> str:
    """A day in words."""
    say = asked.words
    what = say(f"coverage.day_{day.state}")
    parts = [f"{say.day(day.day)}: {what}"]
    if day.seen:
        parts.append(say("coverage.counted", seen=say.number(day.seen), read=say.number(day.read)))
    if day.failed:
        parts.append(say("coverage.counted_failed", n=say.number(day.failed)))
    if day.state not in ("statements", "none"):
        parts += [reason.reason for reason in _of_state(day)[:1]]
    return "; ".join(parts)


def _of_state(day: Day) -> list[Reason]:
    """The reasons of a day, those of its state first: of a listing that could not be read, not of
    the pages that failed besides."""
    of = {"partly": "failed"}.get(day.state, day.state)
    return sorted(day.reasons, key=lambda reason: reason.measure != of)
