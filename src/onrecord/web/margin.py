"""What is done in words, beside the paragraph in which it is said: commitments, what is to be held,
positions, events, how clear an answer is, and what is said to have become of a promise.

Each note leads to its very words and to its entry in the ledger. It knows annotations and
addresses; where a paragraph begins it is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.agenda import is_to_be_held
from onrecord.ledger.commitments import FOLLOW_UP
from onrecord.ledger.sayings import Party, parties, place
from onrecord.records import Span
from onrecord.store.standoff import Kept
from onrecord.web import addresses
from onrecord.web.words import Words

GROUPS = ("commitments", "agenda", "positions", "answers", "outcomes", "events")
NONE = "none"
FIRST = 3  # notes of a paragraph that are shown at once
_GROUP = {
    "commitment": "commitments",
    "position": "positions",
    "response": "answers",
    "outcome": "outcomes",
    "event": "events",
}
_PAGE = {
    "commitments": ("/commitments", {}),
    "agenda": ("/agenda", {"dated": "all"}),
    "positions": ("/positions", {}),
    "answers": ("/unanswered", {"clarity": "all"}),
    "outcomes": ("/commitments", {}),
    "events": ("/events", {}),
}
_CUT = 72


class Note(NamedTuple):
    """A note. `name`: what it is; `form`: the value behind it, for its sign; `who`: who acts and
    upon whom; `what`: upon which words; `day`: when due or held; `here`: the address selects its
    words; `judged`: a reader has said of it that it is right or wrong; `rule`: that found it."""

    id: str
    group: str
    name: str
    form: str
    who: str
    what: str
    day: str
    span: Span
    address: str
    entry: str
    here: bool
    judged: str | None
    rule: str


class Beside(NamedTuple):
    """The notes of a paragraph: those that are shown at once, and more."""

    first: tuple[Note, ...]
    more: tuple[Note, ...]

    @property
    def only_events(self) -> bool:
        """Are all that are not shown at once events?"""
        return all(one.group == GROUPS[-1] for one in self.more)


class Margin(NamedTuple):
    """The notes by where their paragraph begins; how many there are of each group, shown or not."""

    beside: dict[int, Beside]
    counts: dict[str, int]


class Place(NamedTuple):
    """A version that is shown: its id, its day, what is selected, and what else is asked."""

    version: str
    day: str | None
    at: Span | None
    asked: dict[str, str]


def chosen(given: Iterable[str]) -> tuple[str, ...]:
    """The groups that an address asks for; all of them where it asks for none.

    >>> chosen(["events,commitments", "odd"]), chosen(["none"]), chosen([]) == GROUPS
    (('commitments', 'events'), (), True)
    """
    asked = {name.strip() for each in given for name in each.split(",")} - {""}
    return tuple(name for name in GROUPS if name in asked) if asked else GROUPS


def margin(
    annotations: Iterable[Kept], groups: Iterable[str], starts: Sequence[int], here: Place,
    say: Words,
) -> Margin:  # fmt: skip
    """What stands beside the paragraphs that begin at `starts`, in ascending order."""
    wanted = frozenset(groups)
    counts: Counter[str] = Counter()
    beside: dict[int, list[Note]] = {}
    for each in annotations:
        group = group_of(each, here.day)
        if group is None:
            continue
        counts[group] += 1
        at = bisect_right(starts, each.span.start) - 1
        if group in wanted and at >= 0:
            beside.setdefault(starts[at], []).append(_note(each, group, here, say))
    return Margin(
        {start: _beside(notes) for start, notes in beside.items()},
        {name: counts[name] for name in GROUPS},
    )


def group_of(kept: Kept, day: str | None) -> str | None:
    """The group that an annotation is of; None for what is no act."""
    if is_to_be_held(kept, day):
        return "agenda"
    if kept.rule.startswith(FOLLOW_UP):
        return "answers"
    return _GROUP.get(kept.layer)


def _beside(notes: Sequence[Note]) -> Beside:
    """Events, which are many, stand behind the others; what is selected stands before all."""
    ordered = sorted(notes, key=lambda one: (GROUPS.index(one.group), one.span))
    ordered.sort(key=lambda one: not one.here)
    quiet = sum(one.here or one.group != GROUPS[-1] for one in ordered)
    cut = min(FIRST, quiet) if len(ordered) - min(FIRST, quiet) > 1 or not quiet else len(ordered)
    return Beside(tuple(ordered[:cut]), tuple(ordered[cut:]))


def _note(each: Kept, group: str, here: Place, say: Words) -> Note:
    value, name = each.value, f"{each.version}#{place(each.layer, each.span)}"
    path, more = _PAGE[group]
    at = f"{each.span.start}-{each.span.end}"
    form, told = _named(each, group, say)
    return Note(
        id=name, group=group, name=told, form=form, who=_who(each, say), what=_what(each),
        day=_day(value, group, say), span=each.span,
        address=addresses.version(here.version, at=at, **here.asked) + "#at",
        entry=path + addresses.query({**more, "entry": name}),
        here=here.at == each.span,
        judged=each.correction.verdict if each.correction else None, rule=each.rule,
    )  # fmt: skip


def _named(each: Kept, group: str, say: Words) -> tuple[str, str]:
    """The value that a note is of, and its name."""
    value = each.value
    if each.rule.startswith(FOLLOW_UP):
        return "follow-up", say("margin.follow_up")
    if group == "agenda":
        return "scheduled", say("margin.scheduled")
    if each.layer == "response":
        clarity, evasion = str(value["clarity"]), str(value["evasion"])
        told = [say.named("clarity", clarity)]
        if clarity != "reply":
            told.append(say.named("evasion", evasion))
        return clarity, ", ".join(told)
    if each.layer == "event":
        modality = str(value.get("modality") or "asserted")
        told = [str(value["type"])]
        if value.get("mode"):
            told.append(say.named("plover_mode", str(value["mode"])))
        if modality != "asserted":
            told.append(say.named("modality", modality))
        return str(value["type"]), ", ".join(told)
    field, table = {
        "commitment": ("strength", "strength"), "position": ("stance", "stance"),
    }.get(each.layer, ("outcome", "status"))  # fmt: skip
    return str(value[field]), say.named(table, str(value[field]))


def _who(each: Kept, say: Words) -> str:
    value = each.value
    acting = {"commitment": "actor", "position": "holder"}.get(each.layer, "actors")
    left = _names(parties(value.get(acting)), say)
    toward = {"event": "recipients", "commitment": "beneficiary"}.get(each.layer)
    right = _names(parties(value.get(toward)), say) if toward else ""
    if each.layer != "event" and not (left and right):
        return left
    return f"{left or '?'} \u2192 {right}" if right and right != left else left


def _names(found: Iterable[Party], say: Words) -> str:
    """Those who are named: a state by its name, others with theirs."""
    told = [say.country(one.country) if one.country else one.name for one in found]
    return ", ".join(dict.fromkeys(filter(None, told)))


def _what(each: Kept) -> str:
    """The words on which a position is, the question that is answered, or the condition of a
    promise, cut."""
    field = {"position": "target", "response": "question", "commitment": "condition"}.get(
        each.layer
    )
    words = " ".join(str(each.value.get(field) or "").split()) if field else ""
    return words if len(words) <= _CUT else f"{words[:_CUT].rpartition(' ')[0]} \u2026"


def _day(value: dict[str, object], group: str, say: Words) -> str:
    if group == "commitments" and (due := dated.ending(value.get("due"))):
        return say("commitments.due", day=say.day(due, short=True))
    if group in ("agenda", "events") and (day := dated.known(value.get("date"))):
        return say.day(day, short=True)
    return ""
