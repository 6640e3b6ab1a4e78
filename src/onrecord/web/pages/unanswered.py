"""Questions that were not answered, or in part: how, in which words, by whom, on what; and what was
promised to be answered later."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.ledger import unanswered as ledger
from onrecord.ledger.sayings import Saying
from onrecord.ledger.unanswered import Answer
from onrecord.records import Record
from onrecord.web import entry_feed
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.labels import named
from onrecord.web.ledger import Name, Query, all_answers, around, counted, day, picked, turned

router = APIRouter()
PATH = "/unanswered"
_FEED = 50
_FEW = 20


class Unanswered(Query):
    """What may be asked of the exchanges. `clarity` is `non-reply` if nothing else is asked."""

    clarity: Literal["non-reply", "ambivalent", "reply", "all"] = "non-reply"
    evasion: Annotated[Name, Field(description="The kind of evasion.")] = ""
    official: Annotated[Name, Field(description="Words of the name of who answers.")] = ""
    outlet: Annotated[Name, Field(description="Words of the outlet of who asks.")] = ""
    asker: Annotated[Name, Field(description="Words of the name of who asks.")] = ""
    topic: Annotated[Name, Field(description="What the question names: an id, or words.")] = ""
    followed: Annotated[
        Literal["", "found", "none"], Field(description="Where a later answer was promised.")
    ] = ""


class UnansweredPage(Record, frozen=True, kw_only=True):
    """A page of exchanges. `clarities`, `evasions`: how many there are of each under the other
    filters; `officials`: of each clarity, by who answers; `topics`: what the questions name."""

    total: int
    all: int
    page: int
    asked: dict[str, str]
    clarities: dict[str, int]
    evasions: dict[str, int]
    officials: dict[str, dict[str, int]]
    topics: dict[str, int]
    follow_ups: int
    exchanges: tuple[Answer, ...]
    next: str | None
    previous: str | None


@router.get(PATH, name="unanswered")
def unanswered(asked: WithAsked, query: Annotated[Unanswered, Parameters()]) -> Response:
    """Exchanges by how clear the answer is and how it evades, each with the question and the words
    that show it; the judgement is weighed by a model, and is told as such."""
    everything = all_answers(asked.holdings)
    whole = _chosen(asked, query, clarity=None)
    found = [one for one in whole if query.clarity in ("all", one.clarity)]
    before, after = around(query, PATH, len(found))
    record = UnansweredPage(
        total=len(found),
        all=len(everything),
        page=query.page,
        asked=query.given(),
        clarities=counted([one.clarity for one in whole], ledger.CLARITIES),
        evasions=counted([one.evasion for one in found], _evasions()),
        officials=dict(islice(ledger.counts(whole).items(), _FEW)),
        topics=_topics(found),
        follow_ups=sum(one.follow_up is not None for one in everything),
        exchanges=turned(found, query.page),
        next=after,
        previous=before,
    )
    return asked.answer(record, "unanswered.html", lambda: _more(asked, query, record))


@router.get(f"{PATH}/feed", name="unanswered_feed")
def feed(asked: WithAsked, query: Annotated[Unanswered, Parameters()]) -> Response:
    """The exchanges that were said last, as Atom."""
    clarity = None if query.clarity == "all" else query.clarity
    entries = [
        entry_feed.entry(asked, one.shown, f"{one.clarity}: {one.question[:200]}")
        for one in _chosen(asked, query, clarity)[:_FEED]
    ]
    title = asked.words("unanswered.title")
    return entry_feed.answer(
        asked, title, query.address(PATH), query.address(f"{PATH}/feed"), entries
    )


def _chosen(asked: Asked, query: Unanswered, clarity: str | None) -> list[Answer]:
    wanted = ledger.Wanted(
        clarity=clarity,
        evasion=query.evasion or None,
        official=query.official or None,
        outlet=query.outlet or None,
        asker=query.asker or None,
        topic=query.topic or None,
        source=query.source or None,
        since=day(asked, query.since),
        until=day(asked, query.until),
        followed=query.followed or None,
    )
    return picked(ledger.chosen(all_answers(asked.holdings), wanted), query.entry, _passages)


def _passages(one: Answer) -> tuple[Saying, ...]:
    promised = (one.follow_up.said,) if one.follow_up else ()
    return (one.shown, *(part.shown for part in one.parts), *promised)


def _evasions() -> tuple[str, ...]:
    return tuple(each for some in ledger.EVASIONS.values() for each in some)


def _topics(found: list[Answer]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in found:
        for topic in one.about:
            counts[topic] = counts.get(topic, 0) + 1
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return dict(most[:_FEW])


def _more(asked: Asked, query: Unanswered, record: UnansweredPage) -> Mapping[str, Any]:
    return {
        "query": query,
        "topic_name": lambda topic: named(asked.words, topic),
        "by_clarity": {
            clarity: query.address(PATH, page=1, clarity=clarity, evasion="")
            for clarity in (*ledger.CLARITIES, "all")
        },
        "by_evasion": {
            evasion: query.address(PATH, page=1, evasion=evasion)
            for evasion in ("", *record.evasions)
        },
        "by_official": {
            name: query.address(PATH, page=1, official=name) for name in record.officials if name
        },
        "by_topic": {topic: query.address(PATH, page=1, topic=topic) for topic in record.topics},
        "promised": query.address(PATH, page=1, clarity="all", followed="none"),
        "found_later": query.address(PATH, page=1, clarity="all", followed="found"),
        "table": query.address(
            f"{PATH}/table", page=1, clarity=None, evasion=None, followed=None, entry=None
        ),
        "feed": query.address(f"{PATH}/feed", page=1),
    }
