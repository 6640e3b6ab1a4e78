"""The ledger at a glance: how many commitments are open, due or overdue, what is to be held next,
how questions were answered, whose positions changed, how many events there are; of one issuer or
period, if that is asked. The parts themselves are in their modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from onrecord.ledger import agenda as agendas
from onrecord.ledger import commitments as promises
from onrecord.ledger import dated, unanswered
from onrecord.ledger import events as happenings
from onrecord.ledger import positions as stances
from onrecord.ledger.agenda import Scheduled
from onrecord.ledger.commitments import Commitment
from onrecord.ledger.events import Event
from onrecord.ledger.positions import Position
from onrecord.ledger.sayings import Saying
from onrecord.ledger.unanswered import Answer
from onrecord.records import Record

PARTS = ("commitments", "agenda", "unanswered", "positions", "events")
_NEXT = 8
_SHIFTS = 8


class Count(Record, frozen=True, kw_only=True):
    """How many entries of a part are of a name: `open`, `overdue`, `non-reply`, ...; `all` of
    them; `of`: how many there are in that part under the filters."""

    part: str
    name: str
    count: int
    of: int


class Shift(Record, frozen=True, kw_only=True):
    """Two positions of one holder on one thing, one after the other, of another stance. What they
    mean together is for who reads both."""

    holder: str
    target: str
    name: str
    before: Position
    after: Position


class Overview(Record, frozen=True, kw_only=True):
    """The counts of all parts. `of`: the day as of which overdue and coming are told, if one was
    named; `latest`: the last day on which anything here was said; `next`: what is to be held from
    that day on; `shifts`: the positions that changed last."""

    of: str | None
    latest: str | None
    counts: tuple[Count, ...]
    next: tuple[Scheduled, ...]
    shifts: tuple[Shift, ...]


class Parts(NamedTuple):
    """The entries of all parts."""

    commitments: Sequence[Commitment]
    agenda: Sequence[Scheduled]
    answers: Sequence[Answer]
    positions: Sequence[Position]
    events: Sequence[Event]


class Wanted(NamedTuple):
    """Of which entries: `source` an id of a source or a code of a state; `since`, `until`: when it
    was said; `of`: the day against which overdue and coming are told."""

    source: str | None = None
    since: str | None = None
    until: str | None = None
    of: str | None = None


class _Entry(Protocol):
    @property
    def said(self) -> Saying: ...


E = TypeVar("E", bound=_Entry)


def overview(parts: Parts, wanted: Wanted) -> Overview:
    """All parts, counted."""
    some = Parts(
        [one for one in parts.commitments if _said(one.said, wanted)],
        [one for one in parts.agenda if _said(one.said, wanted)],
        [one for one in parts.answers if _said(one.shown, wanted)],
        [one for one in parts.positions if _said(one.said, wanted)],
        [one for one in parts.events if _said(one.said, wanted)],
    )
    changed = shifts(some.positions)
    return Overview(
        of=wanted.of,
        latest=max(filter(None, _days(some)), default=None),
        counts=tuple(_counts(some, len(changed), wanted.of)),
        next=tuple(_coming(some.agenda, wanted.of))[:_NEXT],
        shifts=changed[:_SHIFTS],
    )


def _said(said: Saying, wanted: Wanted) -> bool:
    if wanted.source and wanted.source not in (said.source, said.country):
        return False
    return dated.within(dated.known(said.date), wanted.since, wanted.until)


def _days(some: Parts) -> Iterator[str | None]:
    for part in (some.commitments, some.agenda, some.positions, some.events):
        yield from (dated.known(one.said.date) for one in part)
    yield from (dated.known(one.shown.date) for one in some.answers)


def _coming(entries: Iterable[Scheduled], of: str | None) -> list[Scheduled]:
    """What is to be held, in order of time; nothing is next without a day."""
    return [one for one in entries if agendas.state(one, of) == "coming"]


def _counts(some: Parts, changed: int, of: str | None) -> Iterator[Count]:
    yield from _of_commitments(some.commitments, of)
    yield from _of_agenda(some.agenda, of)
    clarities = [one.clarity for one in some.answers]
    judged = [(each, clarities.count(each)) for each in unanswered.CLARITIES]
    yield from _tally("unanswered", judged, len(clarities))
    followed = [unanswered.followed(one) for one in some.answers]
    promised = [("later answer promised", sum(one is not None for one in followed)),
                ("later answer not found", followed.count("none"))]  # fmt: skip
    yield from _tally("unanswered", promised, len(followed), whole=False)
    held = [one.stance for one in some.positions]
    named = [(each, held.count(each)) for each in stances.STANCES]
    yield from _tally("positions", [*named, ("changed", changed)], len(held))
    types = [one.type for one in some.events]
    yield from _tally(
        "events", [(each, types.count(each)) for each in happenings.TYPES], len(types)
    )


def _of_commitments(entries: Sequence[Commitment], of: str | None) -> Iterator[Count]:
    statuses = [one.status for one in entries]
    named = [(each, statuses.count(each)) for each in promises.STATUSES]
    named.append(("due", sum(one.due is not None for one in entries)))
    if of is not None:
        overdue = sum(promises.state(one, of) == "overdue" for one in entries)
        named.append(("overdue", overdue))
    yield from _tally("commitments", named, len(entries))


def _of_agenda(entries: Sequence[Scheduled], of: str | None) -> Iterator[Count]:
    named = [("undated", sum(one.date is None for one in entries))]
    if of is not None:
        states = [agendas.state(one, of) for one in entries]
        named += [(each, states.count(each)) for each in ("coming", "past")]
    yield from _tally("agenda", named, len(entries))


def _tally(
    part: str, named: Iterable[tuple[str, int]], of: int, whole: bool = True
) -> Iterator[Count]:
    if whole:
        yield Count(part=part, name="all", count=of, of=of)
    for name, count in named:
        if count or name in ("overdue", "coming", "changed"):
            yield Count(part=part, name=name, count=count, of=of)


def shifts(found: Iterable[Position]) -> tuple[Shift, ...]:
    """Where a holder's stance on a thing is another than it was on an earlier day, the last first.
    Calls take no side: they are left out."""
    by: dict[tuple[str, str], list[Position]] = {}
    names: dict[str, str] = {}
    for one in sorted(found, key=lambda one: (one.said.date or "", one.said.id)):
        if one.stance not in stances.SCALE or not one.said.date:
            continue
        for holder in stances.holders(one):
            for target in one.about:
                key = target.entity or target.name
                names.setdefault(key, target.name)
                by.setdefault((holder, key), []).append(one)
    made = [
        Shift(holder=holder, target=key, name=names[key], before=before, after=after)
        for (holder, key), some in by.items()
        for before, after in pairwise(some)
        if before.stance != after.stance and before.said.date != after.said.date
    ]
    return tuple(sorted(made, key=lambda one: one.after.said.date or "", reverse=True))
