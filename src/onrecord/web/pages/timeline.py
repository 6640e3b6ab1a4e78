"""Timelines: the dated words of a statement, and the dated sentences that name a thing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.gazetteer.profile import name_of
from onrecord.records import Record
from onrecord.store import timelines
from onrecord.store.timelines import Dated
from onrecord.web import addresses
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.dossier_view import cut, period, place
from onrecord.web.kept import wanted
from onrecord.web.labels import named
from onrecord.web.mistakes import Failed
from onrecord.web.runs import Run
from onrecord.web.words import Words

router = APIRouter()
_SIZE = 50
_DEEPEST = 100_000
_YEAR = 4
First = Annotated[int, Query(ge=0, le=_DEEPEST, description="Where to begin: `next`.")]


class Timeline(Record, frozen=True, kw_only=True):
    """Dated words in the order of what they date: of a thing (`entity`), the latest date first; of
    a `statement`, the earliest first. `next`: the address of the rest."""

    entity: str | None
    statement: str | None
    version: int | None
    name: str
    first: int
    dated: tuple[Dated, ...]
    next: str | None


class Entry(NamedTuple):
    """A dated sentence as it is shown."""

    when: str
    runs: tuple[Run, ...]
    language: str
    quote: str
    value: str
    anchor: str | None
    here: str
    title: str | None
    home: str
    said: str | None
    who: str | None


@router.get("/dossier/{entity:path}/timeline", name="entity_timeline")
def of_entity(asked: WithAsked, entity: str, first: First = 0) -> Response:
    """The dated sentences that name a thing, the latest date first."""
    with asked.holdings.reading() as db:
        found = timelines.of_entity(db, entity, _SIZE, first)
    if not found.dated and name_of(entity) is None:
        raise Failed(404, asked.words("mistake.no_dossier", id=entity))
    following = found.next
    record = Timeline(
        entity=entity, statement=None, version=None, name=named(asked.words, entity), first=first,
        dated=found.dated,
        next=addresses.dossier(entity, "timeline", first=following) if following else None,
    )  # fmt: skip
    return asked.answer(record, "timeline.html", lambda: _more(asked, record))


@router.get("/timeline/{reference:path}", name="timeline")
def of_statement(asked: WithAsked, reference: str, first: First = 0) -> Response:
    """The dated words of a statement or version, the earliest date first."""
    found = wanted(asked, reference)
    number = found.version.number
    with asked.holdings.reading() as db:
        dated = timelines.of_statement(db, found.statement.id, number).dated
    shown = dated[first : first + _SIZE]
    rest = first + _SIZE < len(dated)
    record = Timeline(
        entity=None, statement=found.statement.id, version=number, first=first, dated=shown,
        name=found.reading.header.title or asked.words("unknown.title"),
        next=addresses.timeline(reference, first=first + _SIZE) if rest else None,
    )  # fmt: skip
    return asked.answer(record, "timeline.html", lambda: _more(asked, record))


def _more(asked: Asked, record: Timeline) -> Mapping[str, Any]:
    say = asked.words
    years = groupby(record.dated, key=lambda each: each.start[:_YEAR])
    return {"years": [(year, [_entry(each, say) for each in some]) for year, some in years]}


def _entry(each: Dated, say: Words) -> Entry:
    return Entry(
        when=period(each.value, each.start, each.end, say),
        runs=cut(each.sentence, each.span, *filter(None, [each.mentioned])),
        language=each.language or "",
        quote=each.quote,
        value=f"{each.type} {each.value}",
        anchor=say.day(each.anchor) if each.anchor else None,
        here=place(each.statement, each.version, each.span),
        title=each.title,
        home=addresses.statement(each.statement),
        said=each.said,
        who=each.speaker,
    )
