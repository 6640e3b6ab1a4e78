"""The ledger as its pages see it: made once for each state of the archive and of the corrections,
and shown piece by piece. What is asked for stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from onrecord.ledger import agenda, commitments, dated, events, positions, unanswered
from onrecord.ledger.sayings import Saying, holds
from onrecord.store import acts
from onrecord.web import addresses
from onrecord.web.answers import Asked
from onrecord.web.holdings import Holdings
from onrecord.web.mistakes import Failed
from onrecord.web.settings import DEEPEST

T = TypeVar("T")
E = TypeVar("E", bound="Entry")
SIZE = 30
Name = Annotated[str, Field(max_length=200)]
Date = Annotated[str, Field(max_length=10)]


class Query(BaseModel):
    """What all pages of the ledger may be asked."""

    model_config = ConfigDict(extra="ignore")

    source: Annotated[
        Name, Field(description="An id of a source, or the code of the issuer's state.")
    ] = ""
    since: Annotated[Date, Field(description="From this date on.")] = ""
    until: Annotated[Date, Field(description="Up to this date.")] = ""
    entry: Annotated[
        str, Field(max_length=500, description="The entry in which the annotation of this id is.")
    ] = ""
    page: Annotated[int, Field(ge=1, le=DEEPEST)] = 1

    def address(self, path: str, **changed: object) -> str:
        """The address of a page with what is asked here, and what is changed in it."""
        values = {**self.model_dump(exclude_defaults=True), **changed}
        first = {name: value for name, value in values.items() if (name, value) != ("page", 1)}
        return path + addresses.query(first)

    def given(self) -> dict[str, str]:
        """What is asked, without the page and without what is not asked."""
        dumped = self.model_dump(exclude_defaults=True, exclude={"page"})
        return {name: str(value) for name, value in dumped.items() if value}


def day(asked: Asked, given: str) -> str | None:
    """A date that a reader names; what is none is told."""
    if not given:
        return None
    found = dated.known(given)
    if found is None or found != given:
        raise Failed(400, asked.words("mistake.no_date", day=given))
    return found


class Entry(Protocol):
    """What every entry of the ledger has."""

    @property
    def id(self) -> str:
        """The id of the annotation that it begins with."""


def picked(found: Sequence[E], name: str, passages: Callable[[E], Iterable[Saying]]) -> list[E]:
    """The entry of an annotation alone, where one is asked for: the one of its id, else those with
    passages that share words with it."""
    if not name:
        return list(found)
    exact = [one for one in found if one.id == name]
    return exact or [one for one in found if holds(passages(one), name)]


def turned(found: Sequence[T], page: int, size: int = SIZE) -> tuple[T, ...]:
    """The entries of a page."""
    return tuple(found[(page - 1) * size : page * size])


def around(query: Query, path: str, total: int, size: int = SIZE) -> tuple[str | None, str | None]:
    """The addresses of the page before and the page after."""
    before = query.address(path, page=query.page - 1) if query.page > 1 else None
    after = query.address(path, page=query.page + 1) if query.page * size < total else None
    return before, after


def counted(values: Sequence[str], order: Sequence[str]) -> dict[str, int]:
    """How many there are of each value, in an order; none of what is not there.

    >>> counted(["open", "kept", "open"], ("kept", "broken", "open"))
    {'kept': 1, 'open': 2}
    """
    return {value: n for value in order if (n := values.count(value))}


def all_commitments(holdings: Holdings) -> tuple[commitments.Commitment, ...]:
    """All commitments."""
    return holdings.remembered(
        "commitments",
        lambda db: commitments.commitments(acts.acts(db, commitments.LAYERS, named=True)),
    )


def all_scheduled(holdings: Holdings) -> tuple[agenda.Scheduled, ...]:
    """All of the agenda."""
    return holdings.remembered("agenda", lambda db: agenda.agenda(acts.acts(db, agenda.LAYERS)))


def all_events(holdings: Holdings) -> tuple[events.Event, ...]:
    """All events."""
    return holdings.remembered("events", lambda db: events.events(acts.acts(db, events.LAYERS)))


def all_positions(holdings: Holdings) -> tuple[positions.Position, ...]:
    """All positions."""
    return holdings.remembered(
        "positions",
        lambda db: positions.positions(acts.acts(db, positions.LAYERS, named=True)),
    )


def all_answers(holdings: Holdings) -> tuple[unanswered.Answer, ...]:
    """All exchanges that were judged."""
    return holdings.remembered(
        "answers",
        lambda db: unanswered.answers(acts.acts(db, unanswered.LAYERS), acts.exchanges(db)),
    )
