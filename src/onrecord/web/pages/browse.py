"""Browse by country, language, kind, speaker or date: what there is, and the statements of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.records import Record, Statement
from onrecord.store import browsing
from onrecord.store.issues import counts
from onrecord.web import addresses, shown
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.histogram import histogram
from onrecord.web.holdings import Holdings
from onrecord.web.settings import DEEPEST

router = APIRouter()
By = Literal["country", "speaker", "date", "language", "kind"]
_FIELDS: tuple[Literal["country", "language", "kind"], ...] = ("country", "language", "kind")
_SIZE = 50
_SPEAKERS = 60


class Shelves(Record, frozen=True, kw_only=True):
    """How many statements there are of each value; of speakers also how many turns."""

    statements: int
    countries: dict[str, int]
    languages: dict[str, int]
    kinds: dict[str, int]
    months: dict[str, int]
    speakers: tuple[browsing.Speaker, ...]
    more_speakers: int


class Shelf(Record, frozen=True, kw_only=True):
    """Statements of one value, the newest first. `values`: what else one could choose."""

    by: By
    value: str | None
    total: int
    page: int
    statements: tuple[Statement, ...]
    values: dict[str, int]
    next: str | None
    previous: str | None


@router.get("/browse", name="browse")
def browse(asked: WithAsked) -> Response:
    """What there is, by country, speaker, date, language and kind."""
    record = shelves(asked.holdings)
    return asked.answer(record, "browse.html", lambda: _drawn(asked, record.months))


@router.get("/browse/{by}", name="shelf")
def shelf(
    asked: WithAsked,
    by: By,
    value: Annotated[str | None, Query(max_length=300, description="Empty: not known.")] = None,
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
) -> Response:
    """The values to choose from; with a value, its statements. A date may be a year or month."""
    values = _values(asked.holdings, by)
    found = browsing.Page(total=0, statements=())
    if value is not None:
        with asked.holdings.reading() as db:
            found = browsing.page(db, _wanted(by, value), _SIZE, (page - 1) * _SIZE)
    record = Shelf(
        by=by,
        value=value,
        total=found.total,
        page=page,
        statements=found.statements,
        values=values,
        next=addresses.browse(by, value, page + 1) if page * _SIZE < found.total else None,
        previous=addresses.browse(by, value, page - 1) if page > 1 else None,
    )
    return asked.answer(record, "shelf.html", lambda: _more(asked, record))


def shelves(holdings: Holdings) -> Shelves:
    """What there is, counted once for each state of the archive."""
    known = {by: _values(holdings, by) for by in _FIELDS}
    speakers = holdings.remembered("speakers", browsing.speakers)
    return Shelves(
        statements=sum(known["kind"].values()),
        countries=known["country"],
        languages=known["language"],
        kinds=known["kind"],
        months=holdings.remembered("months", browsing.months),
        speakers=speakers[:_SPEAKERS],
        more_speakers=max(0, len(speakers) - _SPEAKERS),
    )


def _values(holdings: Holdings, by: By) -> dict[str, int]:
    if by == "date":
        return holdings.remembered("months", browsing.months)
    if by == "speaker":
        found = holdings.remembered("speakers", browsing.speakers)
        return {speaker.name: speaker.statements for speaker in found}
    return holdings.remembered(by, partial(counts, field=by))


def _wanted(by: By, value: str) -> browsing.Wanted:
    if by == "speaker":
        return browsing.Wanted(speaker=value)
    if by == "date":
        return browsing.Wanted(date=value)
    return browsing.Wanted(field=by, value=value)


def _drawn(asked: Asked, months: Mapping[str, int]) -> Mapping[str, Any]:
    drawn = histogram(months)
    return {"histogram": drawn, "bars": shown.statements(drawn, asked.words)}


def _more(asked: Asked, record: Shelf) -> Mapping[str, Any]:
    months = record.values if record.by == "date" else {}
    return {**_drawn(asked, months), "years": _years(months)}


def _years(months: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Months by year, the newest year first; what has no date last, under an empty name."""
    found: dict[str, dict[str, int]] = {}
    for month in sorted(months, reverse=True):
        found.setdefault(month[:4], {})[month] = months[month]
    return {year: dict(sorted(found[year].items())) for year in found}
