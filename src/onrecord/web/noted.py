"""Marks in a statement that can be switched: people, states, organisations, agreements, places and
times, and the card of each: what it is, what it was at that date, and why it is marked.

The text stays as it is: a mark is a link around its words, a card stands apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from onrecord.gazetteer import tenure
from onrecord.gazetteer.profile import profile
from onrecord.store.standoff import Kept
from onrecord.web import addresses
from onrecord.web.dossier_view import office_of, period
from onrecord.web.labels import named
from onrecord.web.runs import Mark
from onrecord.web.words import Words

GROUPS = ("people", "states", "organisations", "agreements", "places", "times")
_GROUP = {
    "person": "people",
    "state": "states",
    "agreement": "agreements",
    "place": "places",
    "time": "times",
}
_OTHERS = "organisations"
_MOST = 5_000
_SURE, _LIKELY = 0.95, 0.8


class Card(NamedTuple):
    """What is known of marked words. `then`: what it was at the date of the statement, or what a
    time comes to; `known`: whether the gazetteer knows it; `dossier`: where its dossier is."""

    n: int
    group: str
    kind: str
    name: str
    quote: str
    then: tuple[str, ...]
    rule: str
    annotator: str
    known: bool
    sure: str
    percent: int
    dossier: str | None


class Noted(NamedTuple):
    """Marks and their cards; how many marks of each group there are, shown or not."""

    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]
    counts: dict[str, int]


def chosen(given: Iterable[str]) -> tuple[str, ...]:
    """The groups that an address asks for, several at once or one by one.

    >>> chosen(["times,people", "odd"]), chosen(["all"]) == GROUPS
    (('people', 'times'), True)
    """
    asked = {name.strip() for each in given for name in each.split(",")}
    return GROUPS if "all" in asked else tuple(name for name in GROUPS if name in asked)


def noted(annotations: Iterable[Kept], groups: Iterable[str], day: str | None, say: Words) -> Noted:
    """What is marked of these groups in a statement of a day. The same thing, found in the same
    way under the same words, has one card."""
    wanted = frozenset(groups)
    counts: Counter[str] = Counter()
    cards: dict[object, Card] = {}
    marks: list[Mark] = []
    for each in annotations:
        if each.layer not in ("entity", "time"):
            continue
        group = group_of(each)
        counts[group] += 1
        if group not in wanted or len(marks) >= _MOST:
            continue
        key = (msgspec.json.encode(each.value), each.quote, each.rule, each.confidence)
        if key not in cards:
            cards[key] = _card(len(cards) + 1, each, group, day, say)
        marks.append(Mark(each.span, "named", cards[key].n, group))
    return Noted(tuple(marks), tuple(cards.values()), {name: counts[name] for name in GROUPS})


def group_of(annotation: Kept) -> str:
    """The group that an annotation is of."""
    if annotation.layer == "time":
        return "times"
    return _GROUP.get(str(annotation.value.get("kind")), _OTHERS)


def _card(n: int, each: Kept, group: str, day: str | None, say: Words) -> Card:
    entity = each.value.get("entity")
    is_time = each.layer == "time"
    return Card(
        n=n,
        group=group,
        kind=say("marks.time") if is_time else say.named("dossier_kind", str(each.value["kind"])),
        name=_name(each, say),
        quote=each.quote,
        then=_when(each.value, say) if is_time else _offices(entity, day, say),
        rule=each.rule,
        annotator=each.annotator,
        known=bool(entity),
        sure=_sure(each.confidence, say),
        percent=round(100 * each.confidence),
        dossier=addresses.dossier(entity) if entity else None,
    )


def _name(each: Kept, say: Words) -> str:
    if each.layer == "time":
        return each.quote
    entity = each.value.get("entity")
    return named(say, entity) if entity else str(each.value["name"])


def _offices(entity: str | None, day: str | None, say: Words) -> tuple[str, ...]:
    """The offices that a person held on the day of the statement, as far as it is certain."""
    if not entity or not entity.startswith("person/") or not day:
        return ()
    known = profile(entity)
    held = tenure.on(known.offices if known else (), day)
    return tuple(say("marks.then", office=office_of(one, say), day=say.day(day)) for one in held)


def _when(value: Mapping[str, object], say: Words) -> tuple[str, ...]:
    """What a time comes to, and what it was counted from."""
    lines = [f"{value.get('type')} {value.get('value')}"]
    start, end = value.get("start"), value.get("end")
    if start:
        come = period(str(value.get("value")), str(start), str(end) if end else None, say)
        lines.append(say("marks.comes_to", when=come))
    else:
        lines.append(say("marks.unresolved"))
    if value.get("anchor"):
        lines.append(say("marks.anchor", anchor=say.day(str(value["anchor"]))))
    return tuple(lines)


def _sure(confidence: float, say: Words) -> str:
    if confidence >= _SURE:
        return say("marks.sure")
    return say("marks.likely") if confidence >= _LIKELY else say("marks.doubtful")
