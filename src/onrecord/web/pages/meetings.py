"""The meetings pages: accounts of one meeting by different issuers, why they were paired, and what
each side says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.compare.pairing import Meeting, chosen
from onrecord.pipeline import meetings as found_of
from onrecord.pipeline.meetings import Sides
from onrecord.records import Record
from onrecord.web import addresses
from onrecord.web.answers import WithAsked
from onrecord.web.mistakes import Failed
from onrecord.web.settings import DEEPEST

router = APIRouter()
_SIZE = 20


class Meetings(Record, frozen=True, kw_only=True):
    """A page of meetings of which two issuers tell, the newest first. `of`: how many there are
    without filters."""

    total: int
    of: int
    page: int
    person: str | None
    country: str | None
    since: str | None
    until: str | None
    one_issuer: bool
    meetings: tuple[Meeting, ...]
    next: str | None
    previous: str | None


@router.get("/meetings", name="meetings")
def meetings(
    asked: WithAsked,
    person: Annotated[str, Query(max_length=200, description="A name that both give.")] = "",
    country: Annotated[str, Query(max_length=2, description="Of one of the issuers.")] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    one_issuer: Annotated[bool, Query(description="Also two accounts of one issuer.")] = False,
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
) -> Response:
    """Meetings of which two issuers tell: each pair with the facts that it rests on."""
    every = asked.holdings.remembered(
        f"meetings {one_issuer}", lambda db: found_of.meetings(db, one_issuer=one_issuer)
    )
    kept = chosen(every, person, country.upper(), since, until)
    asked_for = {
        "person": person, "country": country.upper(), "since": since, "until": until,
        "one_issuer": "true" if one_issuer else None,
    }  # fmt: skip

    def to(number: int) -> str:
        return "/meetings" + addresses.query({**asked_for, "page": number if number > 1 else None})

    record = Meetings(
        total=len(kept),
        of=len(every),
        page=page,
        person=person or None,
        country=country.upper() or None,
        since=since or None,
        until=until or None,
        one_issuer=one_issuer,
        meetings=kept[(page - 1) * _SIZE : page * _SIZE],
        next=to(page + 1) if page * _SIZE < len(kept) else None,
        previous=to(page - 1) if page > 1 else None,
    )
    return asked.answer(record, "meetings.html")


@router.get("/sides", name="sides")
def sides(
    asked: WithAsked,
    a: Annotated[str, Query(max_length=400, description="The id of a statement.")],
    b: Annotated[str, Query(max_length=400, description="The id of another.")],
) -> Response:
    """What two accounts of one meeting say: topics, names, figures, commitments and positions of
    both, and of one alone."""
    with asked.holdings.reading() as db:
        known = [found_of.of_statement(db, reference) for reference in (a, b)]
    one, two = known
    if one is None or two is None:
        raise Failed(404, asked.words("mistake.no_statement", id=b if two is None else a))
    record = found_of.sides(one, two)
    return asked.answer(record, "sides.html", lambda: _more(record))


def _more(record: Sides) -> Mapping[str, Any]:
    return {
        "both": [topic for topic in record.topics if topic.a and topic.b],
        "only_a": [topic for topic in record.topics if not topic.b],
        "only_b": [topic for topic in record.topics if not topic.a],
    }
