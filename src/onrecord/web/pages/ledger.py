"""The ledger at a glance: what each of its parts holds, what is to be held next, whose positions
changed; the door to the parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.ledger import overview as ledger
from onrecord.ledger.agenda import Scheduled
from onrecord.ledger.overview import Count, Overview, Parts, Shift
from onrecord.records import Record
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.ledger import (
    Date,
    Query,
    all_answers,
    all_commitments,
    all_events,
    all_positions,
    all_scheduled,
    day,
)

router = APIRouter()
PATH = "/ledger"
# Counts that a page of their part can list: the parameter that lists them.
_STATUSES = ("open", "kept", "broken", "postponed", "superseded")
_LISTS: dict[str, dict[str, dict[str, str]]] = {
    "commitments": {
        **{each: {"status": each} for each in _STATUSES},
        "due": {"due": "yes"},
        "overdue": {"state": "overdue"},
    },
    "agenda": {
        "undated": {"dated": "no"},
        "coming": {"state": "coming"},
        "past": {"state": "past"},
    },
    "unanswered": {
        **{each: {"clarity": each} for each in ("non-reply", "ambivalent", "reply")},
        "later answer not found": {"clarity": "all", "followed": "none"},
    },
    "positions": {
        each: {"stance": each} for each in ("support", "oppose", "concern", "call", "neutral")
    },
}
_ALL = {"agenda": {"dated": "all"}, "unanswered": {"clarity": "all"}}


class Glance(Query):
    """What may be asked: of which issuer or period, as of which day."""

    of: Annotated[Date, Field(description="The day against which overdue is told.")] = ""


class LedgerPage(Record, frozen=True, kw_only=True):
    """The parts, counted. `of`: the day as of which overdue and coming are told; `latest`: the
    last day on which anything here was said; `next`: what is to be held from `of` on; `shifts`: the
    positions that changed last."""

    of: str | None
    latest: str | None
    asked: dict[str, str]
    counts: tuple[Count, ...]
    next: tuple[Scheduled, ...]
    shifts: tuple[Shift, ...]


@router.get(PATH, name="ledger")
def ledger_page(asked: WithAsked, query: Annotated[Glance, Parameters()]) -> Response:
    """How many commitments are open, due or overdue, what is to be held next, how questions were
    answered, whose positions changed, which events there are."""
    holdings = asked.holdings
    parts = Parts(
        all_commitments(holdings), all_scheduled(holdings), all_answers(holdings),
        all_positions(holdings), all_events(holdings),
    )  # fmt: skip
    wanted = ledger.Wanted(
        source=query.source or None, since=day(asked, query.since),
        until=day(asked, query.until), of=day(asked, query.of),
    )  # fmt: skip
    made = ledger.overview(parts, wanted)
    record = LedgerPage(
        of=made.of, latest=made.latest, asked=query.given(), counts=made.counts, next=made.next,
        shifts=made.shifts,
    )  # fmt: skip
    return asked.answer(record, "ledger.html", lambda: _more(asked, query, made))


def _more(asked: Asked, query: Glance, made: Overview) -> Mapping[str, Any]:
    by: dict[str, list[tuple[str, int, str | None]]] = {part: [] for part in ledger.PARTS}
    totals = dict.fromkeys(ledger.PARTS, 0)
    for one in made.counts:
        if one.name == "all":
            totals[one.part] = one.count
        else:
            by[one.part].append((one.name, one.count, _list(query, one)))
    say = asked.words
    return {
        "query": query,
        "parts_of": by,
        "totals": totals,
        "to_part": {part: _address(query, part, _ALL.get(part, {})) for part in ledger.PARTS},
        "as_of_latest": query.address(PATH, of=made.latest) if made.latest else None,
        "named": lambda key: say.country(key) if key.isupper() and len(key) == 2 else key,
        "on_target": lambda target: f"/positions{addresses.query({'target': target})}",
    }


def _list(query: Glance, one: Count) -> str | None:
    """The address of the entries that a count is of."""
    if one.part == "events":
        return _address(query, one.part, {"type": one.name})
    found = _LISTS[one.part].get(one.name)
    return None if found is None else _address(query, one.part, found)


def _address(query: Glance, part: str, more: Mapping[str, str]) -> str:
    """A page of a part with the issuer that is asked for; with the period where the part takes it
    for the day on which a thing was said."""
    values = {"source": query.source, **more}
    if part not in ("commitments", "agenda"):
        values |= {"since": query.since, "until": query.until}
    if "state" in more:
        values["of"] = query.of
    return f"/{part}{addresses.query(values)}"
