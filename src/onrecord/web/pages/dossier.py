"""The dossier of a state, person, organisation, agreement, place or outlet: what is known of it,
who speaks of it, when, from where and in which words, and what is named together with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import RedirectResponse, Response

from onrecord.pipeline import dossiers as making
from onrecord.pipeline.dossiers import Dossier, Wanted
from onrecord.store.issues import totals
from onrecord.web import addresses, dossier_view, plots, shown, vega
from onrecord.web.answers import JSON, Asked, WithAsked, encoded
from onrecord.web.histogram import histogram
from onrecord.web.mistakes import Failed
from onrecord.web.queries import Search
from onrecord.web.settings import DEEPEST

router = APIRouter()
Plot = Literal["months", "states", "speakers", "together"]
NOT_KNOWN = "-"
_MOST_BESIDE = 5


@router.get("/dossier/{entity:path}/feed", name="dossier_feed")
def feed(asked: WithAsked, entity: str) -> Response:
    """The newest turns that name it, as a feed."""
    ending = ".json" if asked.wants_json else ""
    return RedirectResponse(Search(entity=[entity], sort="date").address(f"/feed{ending}"), 303)


@router.get("/dossier/{entity:path}/plots/{plot}", name="dossier_plot")
def plot(
    asked: WithAsked,
    entity: str,
    plot: Annotated[Plot, Path(description="Which plot of the dossier.")],
) -> Response:
    """A plot as a Vega-Lite specification, with its data in it."""
    with asked.holdings.reading() as db:
        record = making.dossier(db, entity, 0, size=0)
    if record is None:
        raise Failed(404, asked.words("mistake.no_dossier", id=entity))

    def to(**wanted: addresses.Value) -> str:
        return f"{asked.base}{_to(record, **wanted)}"

    drawn = vega.specification(plot, record, to, asked.words)
    if drawn is None:
        raise Failed(404, asked.words("mistake.no_plot", id=entity))
    return Response(encoded(drawn), media_type=JSON)


@router.get("/dossier/{entity:path}", name="dossier")
def dossier(
    asked: WithAsked,
    entity: str,
    month: Annotated[str, Query(max_length=10, description="Turns of `2019-10`, `2019`.")] = "",
    country: Annotated[
        str, Query(max_length=10, description="Of those who speak for a state; `-`: not stated.")
    ] = "",
    speaker: Annotated[
        str, Query(max_length=300, description="Of a speaker, the whole name; `-`: not stated.")
    ] = "",
    beside: Annotated[
        list[str] | None, Query(max_length=_MOST_BESIDE, description="Ids that are named too.")
    ] = None,
    page: Annotated[int, Query(ge=1, le=DEEPEST, description="Which page of the turns.")] = 1,
) -> Response:
    """Who speaks of a thing, when, from where and in which words; and the turns behind a count."""
    wanted = Wanted(
        month=month, country=_given(country), speaker=_given(speaker), beside=tuple(beside or ())
    )
    of = asked.holdings.remembered("totals", totals)["statements"]
    with asked.holdings.reading() as db:
        record = making.dossier(db, entity, of, wanted, page)
    if record is None:
        raise Failed(404, asked.words("mistake.no_dossier", id=entity))
    found = record
    return asked.answer(found, "dossier.html", lambda: _more(asked, found))


def _given(value: str) -> str | None:
    """
    >>> _given("RU"), _given("-"), _given("")
    ('RU', '', None)
    """
    return "" if value == NOT_KNOWN else value or None


def _more(asked: Asked, record: Dossier) -> Mapping[str, Any]:
    say = asked.words
    dated = {month: number for month, number in record.months.items() if month}
    drawn = histogram(dated)
    return {
        "heading": dossier_view.heading(record, say),
        "facts": dossier_view.facts(record, say),
        "names": dossier_view.names(record),
        "offices": dossier_view.offices(record, say),
        "speakers": dossier_view.speakers(record, say),
        "histogram": drawn,
        "bars": shown.bars(drawn, lambda to: _to(record, month=to), "turn", say),
        "multiples": plots.multiples(record.when),
        "network": plots.network(record.company.companions, record.company.ties),
        "vega": {name: addresses.dossier(record.id, f"plots/{name}") for name in vega.PLOTS},
        "narrowed": lambda **wanted: _to(record, **wanted),
        "narrowing": dossier_view.narrowing(record, say),
        "quotes": [dossier_view.quoted(each) for each in record.latest],
        "ledgers": dossier_view.ledgers(record),
        "search": Search(entity=[record.id]).address(),
        "feed": addresses.dossier(record.id, "feed"),
        "paging": _paging(record),
    }


def _to(record: Dossier, **wanted: addresses.Value) -> str:
    return dossier_view.narrowed(record.id, **wanted)


def _paging(record: Dossier) -> dict[str, str | None]:
    def to(page: int) -> str:
        kept = dossier_view.values(record.wanted)
        return _to(record, **kept, page=page)

    last = record.page * making.LATEST >= record.listed
    return {
        "previous": to(record.page - 1) if record.page > 1 else None,
        "next": None if last else to(record.page + 1),
    }
