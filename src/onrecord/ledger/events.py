"""Events with all their mentions: what one statement tells several times, or several statements
tell, is one entry. Two mentions are one event where type, parties, date, place and modality do not
contradict each other and enough of them, and of the words, is the same; else they stay two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.merging import merged
from onrecord.ledger.sayings import Party, Saying, apart, is_of, keys, parties, rejected, saying
from onrecord.ledger.wording import Rarity, unnamed
from onrecord.records import Record
from onrecord.store.acts import Act
from onrecord.text.normalize import fold

LAYERS = ("event",)
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_NEAR = 1_500  # characters between mentions that follow each other
_DAYS = 10  # between statements that tell the same without a date
_HERE, _ELSEWHERE, _DATED = 0.2, 0.5, 0.15  # nearness of words that two mentions need
_SO = ("asserted", "reported")


class Event(Record, frozen=True, kw_only=True):
    """An event. `said`: the first mention; `again`: the others that are linked to it; `source`:
    who says so, where it is somebody else's words; `mode`: how it is done."""

    id: str
    type: str
    mode: str | None = None
    modality: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None
    place: str | None
    source: str | None
    said: Saying
    again: tuple[Saying, ...] = ()


class Wanted(NamedTuple):
    """Which events are wanted. `actor`, `recipient`: a code, an id or words of a name; `since`,
    `until`: when it is said; `source`: an id of a source, or a code of the state of the issuer."""

    type: str | None = None
    mode: str | None = None
    modality: str | None = None
    actor: str | None = None
    recipient: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None


class _Mention(NamedTuple):
    event: Event
    words: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]


def events(acts: Iterable[Act]) -> tuple[Event, ...]:
    """All events, in the order in which they are first said."""
    return linked([event(act) for act in acts if not rejected(act)])


def event(act: Act) -> Event:
    """One mention as an event."""
    value, said = act.kept.value, saying(act)
    return Event(
        id=said.id,
        type=value["type"],
        mode=value.get("mode"),
        modality=value.get("modality") or "asserted",
        actors=parties(value.get("actors")),
        recipients=parties(value.get("recipients")),
        date=dated.known(value.get("date")),
        place=value.get("place"),
        source=value.get("source"),
        said=said,
    )


def linked(mentions: Sequence[Event]) -> tuple[Event, ...]:
    """Mentions of one event made one."""
    found = [_mention(each) for each in mentions]
    rarity = Rarity(each.words for each in found)
    groups = merged(found, _buckets, lambda a, b: _same(a, b, rarity))
    return tuple(_joined([each.event for each in group]) for group in groups)


def _mention(one: Event) -> _Mention:
    words = unnamed(one.said.quote, one.said.language)
    return _Mention(one, words, keys(_known(one.actors)), keys(_known(one.recipients)))


def _known(found: Iterable[Party]) -> list[Party]:
    """Those of whom it is known who they are: two mentions of "people" may mean others."""
    return [
        each for each in found if each.country or each.entity or (each.name or "")[:1].isupper()
    ]


def _buckets(one: _Mention) -> Iterator[tuple[str, ...]]:
    yield ("in", one.event.said.statement, one.event.type)
    for actor in sorted(one.actors):
        for recipient in sorted(one.recipients):
            yield ("of", one.event.type, actor, recipient)


def _same(a: _Mention, b: _Mention, rarity: Rarity) -> bool:
    if not _agree(a, b):
        return False
    both = bool(a.actors & b.actors) + bool(a.recipients & b.recipients)
    near = rarity.nearness(a.words, b.words)
    if a.event.said.statement == b.event.said.statement:
        gap = b.event.said.span.start - a.event.said.span.end
        least = _HERE if gap <= _NEAR else _ELSEWHERE
        return both > 0 and near >= least
    if both < 2:
        return False
    if a.event.date and b.event.date and min(len(a.event.date), len(b.event.date)) > 4:
        return near >= _DATED
    return near >= _ELSEWHERE and _days(a.event.said.date, b.event.said.date) <= _DAYS


def _agree(a: _Mention, b: _Mention) -> bool:
    """Is there nothing in which two mentions contradict each other?"""
    if (a.event.modality in _SO) != (b.event.modality in _SO) or (
        a.event.modality not in _SO and a.event.modality != b.event.modality
    ):
        return False
    sets = ((a.actors, b.actors), (a.recipients, b.recipients))
    if any(one and other and not (one <= other or other <= one) for one, other in sets):
        return False
    if a.event.place and b.event.place and a.event.place != b.event.place:
        return False
    dates = (a.event.date, b.event.date)
    return not all(dates) or compatible(*dates)


def compatible(a: str | None, b: str | None) -> bool:
    """May two dates be the same?

    >>> compatible("2019-11", "2019-11-05"), compatible("2019-11-04", "2019-11-05")
    (True, False)
    """
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _days(a: str | None, b: str | None) -> int:
    """Days between two dates; more than ever where one is not known to the day."""
    if not a or not b or len(a) < 10 or len(b) < 10:
        return 1_000_000
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)


def _joined(group: Sequence[Event]) -> Event:
    said = apart(each.said for each in group)
    dates = sorted((one.date for one in group if one.date), key=len)
    return Event(
        id=group[0].id,
        type=group[0].type,
        mode=next((one.mode for one in group if one.mode), None),
        modality=group[0].modality,
        actors=_all(one.actors for one in group),
        recipients=_all(one.recipients for one in group),
        date=dates[-1] if dates else None,
        place=next((one.place for one in group if one.place), None),
        source=group[0].source,
        said=said[0],
        again=said[1:],
    )


def _all(found: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """Each party once: by the state, else by the name."""
    kept: dict[str, Party] = {}
    for each in (one for some in found for one in some):
        kept.setdefault(next(iter(keys([each])), ""), each)
    kept.pop("", None)
    return tuple(kept.values())


def chosen(entries: Iterable[Event], wanted: Wanted) -> list[Event]:
    """The events that are wanted, the last said first."""
    found = [one for one in entries if _fits(one, wanted)]
    found.sort(key=lambda one: one.said.id)
    return sorted(found, key=lambda one: one.said.date or "", reverse=True)


def _fits(one: Event, wanted: Wanted) -> bool:
    exact = (
        (wanted.type, one.type),
        (wanted.mode, one.mode),
        (wanted.modality, one.modality),
    )
    if any(asked and asked != value for asked, value in exact):
        return False
    sides = ((wanted.actor, one.actors), (wanted.recipient, one.recipients))
    if any(asked and not is_of(some, asked) for asked, some in sides):
        return False
    if wanted.source and wanted.source not in (one.said.source, one.said.country):
        return False
    said = dated.known(one.said.date)
    return dated.within(said, wanted.since, wanted.until)


class Pair(Record, frozen=True, kw_only=True):
    """How often one acts on another: by state or name. `names`: the two as they are printed most
    often, for whom no state is known."""

    actor: str
    recipient: str
    events: int
    types: dict[str, int]
    names: tuple[str | None, str | None] = (None, None)


def pairs(entries: Iterable[Event]) -> tuple[Pair, ...]:
    """Who does what to whom, the most frequent first."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    printed: dict[str, Counter[str]] = {}
    for one in entries:
        for party in (*one.actors, *one.recipients):
            if party.name and not party.country:
                printed.setdefault(fold(party.name), Counter())[party.name] += 1
        for actor in sorted(keys(one.actors)):
            for recipient in sorted(keys(one.recipients) - {actor}):
                types = found.setdefault((actor, recipient), {})
                types[one.type] = types.get(one.type, 0) + 1
    made = [
        Pair(
            actor=a,
            recipient=b,
            events=sum(types.values()),
            types=types,
            names=(_commonest(printed.get(a)), _commonest(printed.get(b))),
        )
        for (a, b), types in found.items()
    ]
    return tuple(sorted(made, key=lambda pair: (-pair.events, pair.actor, pair.recipient)))


def _commonest(printed: Counter[str] | None) -> str | None:
    return max(printed, key=lambda name: (printed[name], name)) if printed else None
