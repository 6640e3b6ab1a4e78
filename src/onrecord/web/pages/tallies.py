"""Who asked, and how it was answered: exchanges counted by outlet, asker, topic or official, as a
page, JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter
from fastapi import Query as Parameters
from starlette.responses import Response

from onrecord.ledger import tallies as ledger
from onrecord.ledger import unanswered
from onrecord.ledger.tallies import Tally
from onrecord.records import Record
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.labels import named
from onrecord.web.ledger import Name, Query, all_answers, around, day, turned

router = APIRouter()
PATH = "/unanswered/table"
_LIST = "/unanswered"
_SIZE = 100
By = Literal["outlet", "asker", "topic", "outlet-topic", "official"]


class Tallies(Query):
    """What may be asked: by what to count, and of which exchanges."""

    by: By = "outlet"
    official: Name = ""
    outlet: Name = ""
    asker: Name = ""
    topic: Name = ""


class TalliesPage(Record, frozen=True, kw_only=True):
    """A page of counts. `exchanges`: how many are counted here; `total`: the rows."""

    by: str
    total: int
    exchanges: int
    page: int
    asked: dict[str, str]
    rows: tuple[Tally, ...]
    next: str | None
    previous: str | None


@router.get(PATH, name="tallies")
def tallies(asked: WithAsked, query: Annotated[Tallies, Parameters()]) -> Response:
    """How many questions each outlet, asker, topic or official has, and how many of them were
    answered, in part, or not; each count leads to its exchanges."""
    exchanges, rows = _rows(asked, query)
    before, after = around(query, PATH, len(rows), _SIZE)
    record = TalliesPage(
        by=query.by, total=len(rows), exchanges=exchanges, page=query.page, asked=query.given(),
        rows=turned(rows, query.page, _SIZE), next=after, previous=before,
    )  # fmt: skip
    return asked.answer(record, "tallies.html", lambda: _more(asked, query))


@router.get(f"{PATH}.csv", name="tallies_csv")
def as_csv(asked: WithAsked, query: Annotated[Tallies, Parameters()]) -> Response:
    """The same as CSV, all rows."""
    _, rows = _rows(asked, query)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(Tally.__struct_fields__)
    for row in rows:
        writer.writerow(map(_harmless, msgspec.structs.astuple(row)))
    headers = {"Content-Disposition": 'attachment; filename="questions.csv"'}
    body = written.getvalue().encode("utf-8", "replace")
    return Response(body, headers=headers, media_type="text/csv; charset=utf-8")


def _harmless(cell: object) -> object:
    """What a spreadsheet would reckon with begins with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@") else cell


def _rows(asked: Asked, query: Tallies) -> tuple[int, tuple[Tally, ...]]:
    wanted = unanswered.Wanted(
        official=query.official or None, outlet=query.outlet or None, asker=query.asker or None,
        topic=query.topic or None, source=query.source or None, since=day(asked, query.since),
        until=day(asked, query.until),
    )  # fmt: skip
    found = unanswered.chosen(all_answers(asked.holdings), wanted)
    return len(found), ledger.tallies(found, query.by)


def _more(asked: Asked, query: Tallies) -> Mapping[str, Any]:
    def listed(row: Tally, clarity: str) -> str | None:
        """The exchanges that a count is of; None where a name is not stated, which no filter
        asks for."""
        names = {name: getattr(row, name) for name in query.by.split("-")}
        if None in names.values():
            return None
        return query.address(_LIST, page=1, by=None, clarity=clarity, **names)

    return {
        "query": query,
        "columns": query.by.split("-"),
        "by_what": {each: query.address(PATH, page=1, by=each) for each in ledger.BY},
        "listed": listed,
        "topic_name": lambda topic: named(asked.words, topic),
        "csv": query.address(f"{PATH}.csv", page=1),
        "clarities": {"answered": "reply", "ambivalent": "ambivalent", "unanswered": "non-reply"},
    }
