"""Positions: who stands where toward what, in which words, and how that changes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Parameters
from pydantic import Field
from starlette.responses import Response

from onrecord.ledger import positions as ledger
from onrecord.ledger.positions import Distance, Formula, Position, Standing
from onrecord.records import Record
from onrecord.web import addresses, entry_feed, stances
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.ledger import Name, Query, all_positions, around, counted, day, picked, turned
from onrecord.web.words import Words

router = APIRouter()
PATH = "/positions"
_TARGETS = 40
_FEED = 50
_STATE = "state/"
_MOST = 200  # standings, formulas and distances of one target


class Positions(Query):
    """What may be asked of the positions. `since`, `until`: when they are said."""

    holder: Annotated[Name, Field(description="Whose: a code, an id, or a name.")] = ""
    target: Annotated[
        Name, Field(description="Toward what: an id, a code of a state, or words.")
    ] = ""
    stance: Literal["", "support", "oppose", "concern", "call", "neutral"] = ""


class TargetCount(Record, frozen=True, kw_only=True):
    """A thing that positions are about, and how many are."""

    target: str
    name: str
    positions: int


class PositionsPage(Record, frozen=True, kw_only=True):
    """A page of positions. `targets`: what most of all are about; with a target: where each holder
    stands (`standings`), the words that each has used (`formulas`), and how far apart states are
    (`distances`)."""

    total: int
    all: int
    page: int
    asked: dict[str, str]
    stances: dict[str, int]
    targets: tuple[TargetCount, ...]
    standings: tuple[Standing, ...]
    formulas: tuple[Formula, ...]
    distances: tuple[Distance, ...]
    positions: tuple[Position, ...]
    next: str | None
    previous: str | None


@router.get(PATH, name="positions")
def positions(asked: WithAsked, query: Annotated[Positions, Parameters()]) -> Response:
    """Stances toward states, acts and texts: who holds which, in which words, each with its
    passage; with a target also how they change and how far apart states are."""
    everything = all_positions(asked.holdings)
    found = _chosen(asked, query)
    before, after = around(query, PATH, len(found))
    standing = ledger.standings(found, _state(query.target)) if query.target else ()
    record = PositionsPage(
        total=len(found),
        all=len(everything),
        page=query.page,
        asked=query.given(),
        stances=counted([one.stance for one in found], ledger.STANCES),
        targets=_targets(asked, found if query.holder or query.source else list(everything)),
        standings=standing[:_MOST],
        formulas=ledger.formulas(found, query.target)[:_MOST] if query.target else (),
        distances=ledger.distances(standing[:_TARGETS])[:_MOST],
        positions=turned(found, query.page),
        next=after,
        previous=before,
    )
    return asked.answer(record, "positions.html", lambda: _more(asked, query, record, found))


@router.get(f"{PATH}/feed", name="positions_feed")
def feed(asked: WithAsked, query: Annotated[Positions, Parameters()]) -> Response:
    """The positions that were said last, as Atom."""
    entries = [
        entry_feed.entry(asked, one.said, f"{one.stance}: {one.target or one.formula}")
        for one in _chosen(asked, query)[:_FEED]
    ]
    title = asked.words("positions.title")
    return entry_feed.answer(
        asked, title, query.address(PATH), query.address(f"{PATH}/feed"), entries
    )


def _state(target: str) -> str:
    """The id of a state whose code was given; else as it is."""
    return f"{_STATE}{target.lower()}" if len(target) == len("RU") else target


def _chosen(asked: Asked, query: Positions) -> list[Position]:
    wanted = ledger.Wanted(
        holder=query.holder or None,
        target=query.target or None,
        stance=query.stance or None,
        source=query.source or None,
        since=day(asked, query.since),
        until=day(asked, query.until),
    )
    found = ledger.chosen(all_positions(asked.holdings), wanted)
    return picked(found, query.entry, lambda one: (one.said,))


def _targets(asked: Asked, found: list[Position]) -> tuple[TargetCount, ...]:
    """What most positions are about."""
    names = ledger.names(found)
    return tuple(
        TargetCount(target=key, name=called(asked.words, key, names[key]), positions=n)
        for key, n in islice(ledger.targets(found).items(), _TARGETS)
    )


def called(words: Words, key: str, printed: str) -> str:
    """States are called as the page calls them, other things as they are printed."""
    return words.country(key.removeprefix(_STATE).upper()) if key.startswith(_STATE) else printed


def _more(
    asked: Asked, query: Positions, record: PositionsPage, found: list[Position]
) -> Mapping[str, Any]:
    order = [one.holder for one in record.standings]
    drawn = stances.drawing(found, order) if query.target else None
    say = asked.words
    printed = ledger.printed(found)
    name = next((one.name for one in record.targets if one.target == query.target), query.target)
    return {
        "query": query,
        "name": name,
        "drawn": drawn,
        "shapes": stances.SHAPES,
        "width": stances.WIDTH,
        "left": stances.LEFT,
        "places": {
            dot.position.id: addresses.statement(
                dot.position.said.statement,
                dot.position.said.version,
                at=f"{dot.position.said.span.start}-{dot.position.said.span.end}",
            )
            + "#at"
            for dot in (drawn.dots if drawn else ())
        },
        "holder_name": lambda key: printed.get(key) or say.country(key),
        "by_target": {
            one.target: query.address(PATH, page=1, target=one.target) for one in record.targets
        },
        "by_stance": {
            stance: query.address(PATH, page=1, stance=stance) for stance in ("", *ledger.STANCES)
        },
        "without_target": query.address(PATH, page=1, target=""),
        "feed": query.address(f"{PATH}/feed", page=1),
    }
