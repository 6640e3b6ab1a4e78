"""The agenda: what is to be held, when, where and with whom, as a list, a month, or a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.export import ical
from onrecord.ledger import agenda as ledger
from onrecord.ledger.agenda import Scheduled
from onrecord.ledger.sayings import Saying
from onrecord.records import Record
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.ledger import Date, Name, Query, all_scheduled, around, day, picked, turned
from onrecord.web.month_grid import month_grid

router = APIRouter()
PATH = "/agenda"
ICAL = "text/calendar; charset=utf-8"
_MONTH = len("2019-11")


class Agenda(Query):
    """What may be asked of the agenda. `since`, `until`: when it is to be held."""

    participant: Annotated[Name, Field(description="A code, an id, or a name.")] = ""
    place: Annotated[Name, Field(description="Words of the place.")] = ""
    status: Literal["", "scheduled", "held", "not held", "postponed", "called off"] = ""
    dated: Annotated[
        Literal["yes", "no", "all"], Field(description="With a date, without, or all.")
    ] = "yes"
    month: Annotated[
        str, Field(pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$", description="One month.")
    ] = ""
    state: Annotated[
        Literal["", "past", "coming"], Field(description="As of the day `of`: it must be given.")
    ] = ""
    of: Annotated[Date, Field(description="The day against which `state` is told.")] = ""


class AgendaPage(Record, frozen=True, kw_only=True):
    """A page of the agenda. `months`: how many entries each month has; `undated`: how many have no
    date; `states`: how each entry stands on the day `of`."""

    total: int
    undated: int
    page: int
    of: str | None
    month: str | None
    asked: dict[str, str]
    months: dict[str, int]
    entries: tuple[Scheduled, ...]
    states: dict[str, str]
    ical: str
    next: str | None
    previous: str | None


@router.get(PATH, name="agenda")
def agenda(asked: WithAsked, query: Annotated[Agenda, Parameters()]) -> Response:
    """Meetings, visits, summits and the like that were announced: when, where, with whom, each with
    its words, put together over all statements."""
    found = _chosen(asked, query)
    every = _chosen(asked, query.model_copy(update={"dated": "all", "month": ""}))
    before, after = around(query, PATH, len(found))
    shown = turned(found, query.page)
    of = day(asked, query.of)
    record = AgendaPage(
        total=len(found),
        undated=sum(one.date is None for one in every),
        page=query.page,
        of=of,
        month=query.month or None,
        asked=query.given(),
        months=_months(every),
        entries=shown,
        states={one.id: state for one in shown if (state := ledger.state(one, of))},
        ical=query.address(f"{PATH}.ics", page=1),
        next=after,
        previous=before,
    )
    return asked.answer(record, "agenda.html", lambda: _more(query, record, found))


@router.get(f"{PATH}.ics", name="agenda_ical", include_in_schema=True)
def calendar(asked: WithAsked, query: Annotated[Agenda, Parameters()]) -> Response:
    """The agenda as iCalendar, to be subscribed to: each entry with its quotes and links."""
    say = asked.words

    def link(said: Saying) -> str:
        place = f"{said.span.start}-{said.span.end}"
        return f"{asked.base}{addresses.statement(said.statement, said.version, at=place)}#at"

    body = ical.calendar(
        _chosen(asked, query), say("agenda.calendar_name"), link, say("agenda.whole_month")
    )
    return Response(body, media_type=ICAL)


def _chosen(asked: Asked, query: Agenda) -> list[Scheduled]:
    wanted = ledger.Wanted(
        participant=query.participant or None,
        place=query.place or None,
        source=query.source or None,
        status=query.status or None,
        since=query.month or day(asked, query.since),
        until=query.month or day(asked, query.until),
        dated=None if query.dated == "all" else query.dated,
        state=(query.state or None) if query.of else None,
        of=day(asked, query.of),
    )
    found = ledger.chosen(all_scheduled(asked.holdings), wanted)
    whole = [one for one in found if len(one.date or "") >= _MONTH]
    return picked(whole if query.month else found, query.entry, _passages)


def _passages(one: Scheduled) -> tuple[Saying, ...]:
    return (one.said, *one.again, *(each.said for each in one.evidence))


def _months(entries: list[Scheduled]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in entries:
        if one.date and len(one.date) >= _MONTH:
            found[one.date[:_MONTH]] = found.get(one.date[:_MONTH], 0) + 1
    return dict(sorted(found.items()))


def _more(query: Agenda, record: AgendaPage, found: list[Scheduled]) -> Mapping[str, Any]:
    months = list(record.months)
    at = query.month
    earlier = [month for month in months if month < at]
    later = [month for month in months if month > at]

    def of(month: str) -> str:
        return query.address(PATH, page=1, month=month)

    return {
        "query": query,
        "grid": month_grid(at, found) if at else None,
        "by_month": {month: of(month) for month in months},
        "list_address": of(""),
        "earlier": (earlier[-1], of(earlier[-1])) if at and earlier else None,
        "later": (later[0], of(later[0])) if at and later else None,
        "undated_address": query.address(PATH, page=1, month="", dated="no"),
        "dated_address": query.address(PATH, page=1, dated="yes"),
    }
