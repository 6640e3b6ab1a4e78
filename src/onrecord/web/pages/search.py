"""The search page, and the first page: what there is, before anything is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.records import Record, Statement
from onrecord.store import browsing
from onrecord.store.issues import totals
from onrecord.web import shown
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.found import Results, results
from onrecord.web.histogram import histogram
from onrecord.web.holdings import Holdings
from onrecord.web.labels import Labels, choices
from onrecord.web.queries import Search
from onrecord.web.saved import saving
from onrecord.web.settings import SIZES

router = APIRouter()
_LATEST = 6
MODES = ("words", "meaning", "hybrid")


class Start(Record, frozen=True, kw_only=True):
    """What there is in the archive, and the latest of it."""

    totals: dict[str, int]
    latest: tuple[Statement, ...]
    months: dict[str, int]


@router.get("/search", name="search")
def search(asked: WithAsked, wanted: Annotated[Search, Query()]) -> Response:
    """Turns that have the words, or are near in meaning, with facets, months and the question that
    each answers."""
    if wanted.composed or _untidy(asked):
        return asked.moved(wanted.address(page=wanted.page if wanted.page > 1 else None))
    found = results(asked.holdings, wanted)
    status = found.mistake.status if found.mistake else 200
    return asked.answer(found, "search.html", lambda: _more(asked, found, wanted), status)


@router.get("/", name="start")
def start(asked: WithAsked) -> Response:
    """How much there is, by month, and the latest statements."""
    return asked.answer(begin(asked.holdings), "start.html", lambda: _first(asked))


def begin(holdings: Holdings) -> Start:
    """What there is."""
    wanted = browsing.Wanted()
    with holdings.reading() as db:
        latest = browsing.page(db, wanted, _LATEST).statements
    return Start(
        totals=holdings.remembered("totals", totals),
        latest=latest,
        months=holdings.remembered("months", browsing.months),
    )


def _untidy(asked: Asked) -> bool:
    """A form sends its empty fields too; an address to be mailed has none."""
    return any(value == "" for _, value in asked.request.query_params.multi_items())


def _bare(wanted: Search) -> Search:
    """The same question without a filter."""
    kept = ("q", "mode", "like", "sort", "size")
    return Search(**{name: getattr(wanted, name) for name in kept})


def _first(asked: Asked) -> Mapping[str, Any]:
    drawn = histogram(asked.holdings.remembered("months", browsing.months))
    return {"months": drawn, "bars": shown.statements(drawn, asked.words)}


def _more(asked: Asked, found: Results, wanted: Search) -> Mapping[str, Any]:
    say = asked.words
    drawn = histogram(found.months)
    return {
        "wanted": wanted,
        "months": drawn,
        "bars": shown.months(drawn, wanted, say),
        "facets": shown.facets(found, wanted, say),
        "hits": shown.hits(found, wanted, say),
        "set_filters": Labels(say).chips(wanted),
        "clear_address": _bare(wanted).address(),
        "modes": MODES,
        "knows_meaning": asked.holdings.knows_meaning(),
        "choices": choices(found, wanted, say),
        "operators": shown.operators(say),
        "behind": asked.holdings.behind(),
        "sizes": SIZES,
        "saving": None if found.mistake or wanted.far else saving(asked, wanted),
    }
