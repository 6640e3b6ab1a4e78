"""The ledger of commitments: who is bound to what, by when, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.ledger import commitments as ledger
from onrecord.ledger.commitments import Commitment
from onrecord.ledger.sayings import Saying
from onrecord.records import Record
from onrecord.web import entry_feed
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.ledger import (
    Date,
    Name,
    Query,
    all_commitments,
    around,
    counted,
    day,
    picked,
    turned,
)

router = APIRouter()
PATH = "/commitments"
_FEED = 50


class Commitments(Query):
    """What may be asked of the ledger."""

    actor: Annotated[Name, Field(description="Who is bound: a code, an id, or a name.")] = ""
    beneficiary: Annotated[Name, Field(description="To or for whom: a code, an id, or a name.")] = (
        ""
    )
    condition: Annotated[
        Literal["", "yes", "no"], Field(description="With a condition, or without.")
    ] = ""
    strength: Literal["", "pledge", "agreement", "intention", "obligation", "demand"] = ""
    status: Literal["", "open", "kept", "broken", "postponed", "superseded"] = ""
    due: Annotated[Literal["", "yes", "no"], Field(description="With a date, or without.")] = ""
    state: Annotated[
        Literal["", "open", "overdue"], Field(description="As of the day `of`: it must be given.")
    ] = ""
    of: Annotated[Date, Field(description="The day against which `state` is told.")] = ""
    words: Annotated[Name, Field(description="Words of the sentence.")] = ""
    sort: Literal["said", "due"] = "said"


class CommitmentsPage(Record, frozen=True, kw_only=True):
    """A page of the ledger. `states`: how each entry stands on the day `of`; `statuses`,
    `strengths`: how many there are of each under the filters."""

    total: int
    all: int
    page: int
    of: str | None
    asked: dict[str, str]
    statuses: dict[str, int]
    strengths: dict[str, int]
    commitments: tuple[Commitment, ...]
    states: dict[str, str]
    next: str | None
    previous: str | None


@router.get(PATH, name="commitments")
def commitments(asked: WithAsked, query: Annotated[Commitments, Parameters()]) -> Response:
    """What was promised, agreed, intended or demanded: who, what, by when, and what became of it,
    each with its words."""
    everything = all_commitments(asked.holdings)
    found = ledger.ordered(_chosen(asked, query), query.sort)
    before, after = around(query, PATH, len(found))
    shown = turned(found, query.page)
    of = day(asked, query.of)
    record = CommitmentsPage(
        total=len(found),
        all=len(everything),
        page=query.page,
        of=of,
        asked=query.given(),
        statuses=counted([one.status for one in found], ledger.STATUSES),
        strengths=counted([one.strength for one in found], ledger.STRENGTHS),
        commitments=shown,
        states={one.id: state for one in shown if (state := ledger.state(one, of))},
        next=after,
        previous=before,
    )
    return asked.answer(record, "commitments.html", lambda: _more(query))


@router.get(f"{PATH}/feed", name="commitments_feed")
def feed(asked: WithAsked, query: Annotated[Commitments, Parameters()]) -> Response:
    """The commitments that were said last, as Atom."""
    found = ledger.ordered(_chosen(asked, query))[:_FEED]
    entries = [entry_feed.entry(asked, one.said, f"{one.strength}: {one.action}") for one in found]
    title = asked.words("commitments.title")
    return entry_feed.answer(
        asked, title, query.address(PATH), query.address(f"{PATH}/feed"), entries
    )


def _chosen(asked: Asked, query: Commitments) -> list[Commitment]:
    wanted = ledger.Wanted(
        actor=query.actor or None,
        beneficiary=query.beneficiary or None,
        condition=query.condition or None,
        strength=query.strength or None,
        status=query.status or None,
        source=query.source or None,
        since=day(asked, query.since),
        until=day(asked, query.until),
        due=query.due or None,
        state=(query.state or None) if query.of else None,
        of=day(asked, query.of),
        words=query.words or None,
    )
    found = ledger.chosen(all_commitments(asked.holdings), wanted)
    return picked(found, query.entry, _passages)


def _passages(one: Commitment) -> tuple[Saying, ...]:
    return (one.said, *one.again, *(each.said for each in one.evidence))


def _more(query: Commitments) -> Mapping[str, Any]:
    def addresses(field: str, values: tuple[str, ...]) -> dict[str, str]:
        return {value: query.address(PATH, page=1, **{field: value}) for value in ("", *values)}

    return {
        "query": query,
        "by_status": addresses("status", ledger.STATUSES),
        "by_strength": addresses("strength", ledger.STRENGTHS),
        "feed": query.address(f"{PATH}/feed", page=1),
    }
