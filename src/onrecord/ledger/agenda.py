"""The agenda: meetings, visits, summits and the like that words place in the future of their day,
put together from all statements that tell of them.

Past and coming are told only against a day that a reader names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.events import Event, compatible, event, linked
from onrecord.ledger.evidence import Earlier, Evidence, evidence
from onrecord.ledger.merging import merged
from onrecord.ledger.sayings import Party, Saying, apart, is_of, keys, rejected
from onrecord.ledger.wording import Rarity, content
from onrecord.records import Record
from onrecord.store.acts import Act
from onrecord.store.standoff import Kept
from onrecord.text.normalize import fold

LAYERS = ("event", "outcome")
STATUSES = ("scheduled", "held", "not held", "postponed", "called off")
_STATUS = {"kept": "held", "broken": "not held", "superseded": "called off"}
_MEETING = "consult:"
_OTHERS = ("CONSULT", "AGREE", "COOPERATE")  # a signing, an exercise: where it has a day or month
_YEAR = 4
_NEAR = 0.3


class Scheduled(Record, frozen=True, kw_only=True):
    """An entry of the agenda. `what`: the words of its first mention; `date`: as precise as it is
    said; `status`: `scheduled` where nothing is said of what became of it."""

    id: str
    what: str
    type: str
    date: str | None
    place: str | None
    participants: tuple[Party, ...]
    status: str
    said: Saying
    again: tuple[Saying, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Wanted(NamedTuple):
    """Which entries are wanted. `participant`: a code, an id or words of a name; `since`, `until`:
    when it is to be; `state`: `past` or `coming` on the day `of`; `dated`: with a date, or not."""

    participant: str | None = None
    place: str | None = None
    source: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    dated: Literal["yes", "no"] | None = None
    state: Literal["past", "coming"] | None = None
    of: str | None = None


def agenda(acts: Iterable[Act]) -> tuple[Scheduled, ...]:
    """The entries, in order of time; those without a date last."""
    all_of = [act for act in acts if not rejected(act)]
    outcomes = [act for act in all_of if act.kept.layer == "outcome"]
    planned = [event(act) for act in all_of if act.kept.layer == "event" and is_scheduled(act)]
    groups = _merged(linked(planned))
    earlier = [_earlier(group) for group in groups]
    later = evidence(earlier, outcomes)
    found = [_entry(group, later.get(group[0].id, ())) for group in groups]
    return tuple(sorted(found, key=lambda one: (one.date is None, one.date or "", one.id)))


def is_scheduled(act: Act) -> bool:
    """Is an event one that is to be held, as far as its statement's day goes?"""
    return is_to_be_held(act.kept, act.date)


def is_to_be_held(kept: Kept, said: str | None) -> bool:
    """The same of an annotation of a statement of a day."""
    value = kept.value
    if kept.layer != "event" or value.get("modality") != "planned":
        return False
    day = dated.known(value.get("date"))
    if day and said and dated.last(day) < dated.first(said[:10]):
        return False
    if kept.rule.startswith(_MEETING):
        return bool(day or value.get("place") or value.get("actors") or value.get("recipients"))
    return value["type"] in _OTHERS and day is not None and len(day) > _YEAR


def _merged(entries: Sequence[Event]) -> list[list[Event]]:
    """Those of the same date, with the same participants or in the same place."""
    words = {one.id: content(one.said.quote, one.said.language) for one in entries}
    rarity = Rarity(words.values())

    def same(a: Event, b: Event) -> bool:
        if a.date is None or b.date is None or not compatible(a.date, b.date):
            return False
        shared = keys(_who(a)) & keys(_who(b))
        here = bool(a.place and b.place and fold(a.place) == fold(b.place))
        if a.place and b.place and not here:
            return False
        near = rarity.nearness(words[a.id], words[b.id])
        whole = min(len(a.date), len(b.date)) == len("2019-11-05")
        if whole and len(shared) + here >= 2:
            return True
        return bool(shared or here) and near >= (_NEAR / 2 if whole else _NEAR)

    return merged(entries, lambda one: [one.date[:7]] if one.date else (), same)


def _who(one: Event) -> tuple[Party, ...]:
    """Who takes part: those who act and those with whom, without the place."""
    place = fold(one.place or "")
    found: dict[str, Party] = {}
    for each in (*one.actors, *one.recipients):
        if fold(each.name or "") != place or each.country:
            found.setdefault(next(iter(keys([each])), ""), each)
    found.pop("", None)
    return tuple(found.values())


def _earlier(group: Sequence[Event]) -> Earlier:
    one = group[0]
    own = {one.said.country} if one.said.country else set()
    words = content(one.said.quote, one.said.language)
    return Earlier(one.id, one.said, keys(_who(one)) | own, words)


def _entry(group: Sequence[Event], later: Sequence[Evidence]) -> Scheduled:
    said = apart(each for one in group for each in (one.said, *one.again))
    dates = sorted((one.date for one in group if one.date), key=len)
    who = {key: p for one in reversed(group) for p in _who(one) for key in keys([p])}
    outcome = later[-1].outcome if later else ""
    return Scheduled(
        id=group[0].id,
        what=max(
            (one.said.quote for one in group), key=lambda quote: (len(quote) < 240, len(quote))
        ),
        type=group[0].type,
        date=dates[-1] if dates else None,
        place=next((one.place for one in group if one.place), None),
        participants=tuple(dict.fromkeys(who[key] for key in sorted(who))),
        status=_STATUS.get(outcome, outcome or "scheduled"),
        said=said[0],
        again=said[1:],
        evidence=tuple(later),
    )


def state(one: Scheduled, of: str | None) -> Literal["past", "coming"] | None:
    """How an entry stands on a day that a reader names; None where it has no date."""
    if of is None or one.date is None:
        return None
    return "past" if dated.last(one.date) < dated.first(of) else "coming"


def chosen(entries: Iterable[Scheduled], wanted: Wanted) -> list[Scheduled]:
    """The entries that are wanted, in order."""
    return [one for one in entries if _fits(one, wanted)]


def _fits(one: Scheduled, wanted: Wanted) -> bool:
    if wanted.participant and not is_of(one.participants, wanted.participant):
        return False
    if wanted.place and fold(wanted.place) not in fold(one.place or ""):
        return False
    if wanted.source and wanted.source not in (one.said.source, one.said.country):
        return False
    if wanted.status and one.status != wanted.status:
        return False
    if wanted.dated and (one.date is None) != (wanted.dated == "no"):
        return False
    if not dated.within(one.date, wanted.since, wanted.until):
        return False
    return wanted.state is None or state(one, wanted.of) == wanted.state
