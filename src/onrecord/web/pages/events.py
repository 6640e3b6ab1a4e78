"""Events: who did what to whom, with all mentions of one event as one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.ledger import events as ledger
from onrecord.ledger.events import Event, Pair
from onrecord.records import Record
from onrecord.web import directed, entry_feed
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.histogram import histogram
from onrecord.web.ledger import Name, Query, all_events, around, counted, day, picked, turned
from onrecord.web.shown import Drawn

router = APIRouter()
PATH = "/events"
_FEED = 50
_PAIRS = 40
_MODALITIES = ("asserted", "planned", "hypothetical", "negated", "reported")


class Events(Query):
    """What may be asked of the events. `since`, `until`: when they are said."""

    type: Annotated[Name, Field(description="A PLOVER type: AGREE, CONSULT, ...")] = ""
    mode: Annotated[Name, Field(description="How: visit, phone, arrest, drone, ...")] = ""
    modality: Literal["", "asserted", "planned", "hypothetical", "negated", "reported"] = ""
    actor: Annotated[Name, Field(description="Who does it: a code, an id, or a name.")] = ""
    recipient: Annotated[Name, Field(description="To whom: a code, an id, or a name.")] = ""


class EventsPage(Record, frozen=True, kw_only=True):
    """A page of events. `types`, `modes`, `months`: how many there are of each under the
    filters; `pairs`: who does what to whom."""

    total: int
    all: int
    page: int
    asked: dict[str, str]
    types: dict[str, int]
    modes: dict[str, int]
    months: dict[str, int]
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...]
    next: str | None
    previous: str | None


@router.get(PATH, name="events")
def events(asked: WithAsked, query: Annotated[Events, Parameters()]) -> Response:
    """Who did, does or will do what to whom, by PLOVER type; mentions of one event are one entry
    with all its passages."""
    everything = all_events(asked.holdings)
    found = _chosen(asked, query)
    before, after = around(query, PATH, len(found))
    record = EventsPage(
        total=len(found),
        all=len(everything),
        page=query.page,
        asked=query.given(),
        types=counted([one.type for one in found], ledger.TYPES),
        modes=_modes(found),
        months=_months(found),
        pairs=ledger.pairs(found)[:_PAIRS],
        events=turned(found, query.page),
        next=after,
        previous=before,
    )
    return asked.answer(record, "events.html", lambda: _more(asked, query, record))


@router.get(f"{PATH}/feed", name="events_feed")
def feed(asked: WithAsked, query: Annotated[Events, Parameters()]) -> Response:
    """The events that were said last, as Atom."""
    entries = [
        entry_feed.entry(asked, one.said, f"{one.type}: {one.said.quote[:120]}")
        for one in _chosen(asked, query)[:_FEED]
    ]
    title = asked.words("events.title")
    return entry_feed.answer(
        asked, title, query.address(PATH), query.address(f"{PATH}/feed"), entries
    )


def _chosen(asked: Asked, query: Events) -> list[Event]:
    wanted = ledger.Wanted(
        type=query.type or None,
        mode=query.mode or None,
        modality=query.modality or None,
        actor=query.actor or None,
        recipient=query.recipient or None,
        source=query.source or None,
        since=day(asked, query.since),
        until=day(asked, query.until),
    )
    found = ledger.chosen(all_events(asked.holdings), wanted)
    return picked(found, query.entry, lambda one: (one.said, *one.again))


def _modes(found: list[Event]) -> dict[str, int]:
    """How many there are of each mode, the most frequent first."""
    return dict(Counter(one.mode for one in found if one.mode).most_common())


def _months(found: list[Event]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in found:
        month = (one.said.date or "")[:7]
        counts[month] = counts.get(month, 0) + 1
    return dict(sorted(counts.items()))


def _more(asked: Asked, query: Events, record: EventsPage) -> Mapping[str, Any]:
    drawn = histogram(record.months)
    say = asked.words

    printed = {
        key: name
        for pair in record.pairs
        for key, name in zip((pair.actor, pair.recipient), pair.names, strict=True)
        if name
    }

    def named(key: str) -> str:
        return printed.get(key) or say.country(key)

    def of(period: str) -> str:
        return query.address(PATH, page=1, since=period, until=period)

    return {
        "query": query,
        "histogram": drawn,
        "bars": [
            Drawn(
                say.day(bar.period), say.number(bar.number),
                f"{say.day(bar.period)}: {say.counted(bar.number, 'event')}", of(bar.period),
                bar.x, bar.y, bar.width, bar.height,
            )
            for bar in (drawn.bars if drawn else ())
        ],
        "by_type": {
            kind: query.address(PATH, page=1, type=kind) for kind in ("", *record.types)
        },
        "by_mode": {
            mode: query.address(PATH, page=1, mode=mode) for mode in ("", *record.modes)
        },
        "by_modality": {
            how: query.address(PATH, page=1, modality=how) for how in ("", *_MODALITIES)
        },
        "by_pair": {
            (pair.actor, pair.recipient): query.address(
                PATH, page=1, actor=pair.actor, recipient=pair.recipient
            )
            for pair in record.pairs
        },
        "named": named,
        "network": directed.drawing(record.pairs, named),
        "feed": query.address(f"{PATH}/feed", page=1),
    }  # fmt: skip
