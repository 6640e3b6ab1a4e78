"""Positions: who stands where toward what, in which words, and how both change over time.

A target is told by the things named in it, where there are; else by its words. The formulas of a
holder on a target are the words of the stance, each with its first and its last use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.sayings import Party, Saying, is_of, keys, parties, rejected, saying
from onrecord.ledger.wording import content
from onrecord.records import Record
from onrecord.store.acts import Act, Named
from onrecord.text.normalize import fold

LAYERS = ("position",)
STANCES = ("support", "oppose", "concern", "call", "neutral")
SCALE = {"support": 1.0, "neutral": 0.0, "concern": -0.5, "oppose": -1.0}  # a call takes no side
_STATE = re.compile(r"[A-Z]{2}")
_KINDS = ("state", "organisation", "person", "agreement", "event", "place")


class Target(Record, frozen=True, kw_only=True):
    """What a position is about. `entity`: an id, or the code of a state for those of a state."""

    name: str
    entity: str | None


class Position(Record, frozen=True, kw_only=True):
    """A stance. `target`: the words, as said; `about`: the things that are named in them."""

    id: str
    holders: tuple[Party, ...]
    target: str | None
    about: tuple[Target, ...]
    stance: str
    formula: str
    said: Saying


class Wanted(NamedTuple):
    """Which positions are wanted. `holder`, `target`: a code, an id or words; `since`, `until`:
    when it is said; `source`: an id of a source, or a code of the state of the issuer."""

    holder: str | None = None
    target: str | None = None
    stance: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None


class Formula(Record, frozen=True, kw_only=True):
    """Words that a holder uses for a stance on a target. `later`: how many positions of the holder
    on it come after the last use; where there are some, the formula has not been used since."""

    holder: str
    target: str
    stance: str
    formula: str
    uses: int
    first: Saying
    last: Saying
    later: int


class Standing(Record, frozen=True, kw_only=True):
    """Where a holder stands on a target: the mean of its stances from -1 (oppose) to 1 (support),
    with how many there are of each. Calls take no side: they count in `stances` only."""

    holder: str
    stances: dict[str, int]
    mean: float | None
    said: tuple[Saying, ...]


class Distance(Record, frozen=True, kw_only=True):
    """How far apart two holders stand on a target: 0 where both stand at the same place, 1 where
    one only supports and the other only opposes; `agreement` is what is left to 1."""

    a: str
    b: str
    distance: float
    agreement: float
    of: tuple[int, int]


def positions(acts: Iterable[Act]) -> tuple[Position, ...]:
    """All positions that have a target, in the order in which they are said. Acts come with the
    names within them."""
    return tuple(_position(act) for act in acts if not rejected(act))


def _position(act: Act) -> Position:
    value, said = act.kept.value, saying(act)
    target = value.get("target")
    return Position(
        id=said.id,
        holders=parties(value.get("holder")),
        target=target,
        about=tuple(_about(act, target)) if target else (),
        stance=value["stance"],
        formula=" ".join(fold(value.get("phrase") or "").split()),
        said=said,
    )


def _about(act: Act, target: str) -> Iterator[Target]:
    """The things that are named within the target's words."""
    at = act.kept.quote.rfind(target)
    if at < 0:
        return
    start = act.kept.span.start + at
    seen: set[str] = set()
    for named in act.entities:
        inside = start <= named.span.start and named.span.end <= start + len(target)
        key = _key(named)
        if inside and named.kind in _KINDS and key not in seen:
            seen.add(key)
            yield Target(name=named.name, entity=key if named.entity else None)


def _key(named: Named) -> str:
    return named.entity or fold(named.name)


def targets(found: Iterable[Position]) -> dict[str, int]:
    """The things that positions are about, by name, the most frequent first."""
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for one in found:
        for target in one.about:
            key = target.entity or target.name
            names.setdefault(key, target.name)
            counts[key] = counts.get(key, 0) + 1
    most = sorted(counts, key=lambda key: (-counts[key], names[key]))
    return {key: counts[key] for key in most}


def names(found: Iterable[Position]) -> dict[str, str]:
    """How each thing is printed most often, by its key in `targets`."""
    printed: dict[str, Counter[str]] = {}
    for one in found:
        for target in one.about:
            printed.setdefault(target.entity or target.name, Counter())[target.name] += 1
    return {key: max(some, key=lambda name: (some[name], name)) for key, some in printed.items()}


def chosen(found: Iterable[Position], wanted: Wanted) -> list[Position]:
    """The positions that are wanted, the last said first."""
    some = [one for one in found if _fits(one, wanted)]
    some.sort(key=lambda one: one.said.id)
    return sorted(some, key=lambda one: one.said.date or "", reverse=True)


def _fits(one: Position, wanted: Wanted) -> bool:
    if wanted.stance and one.stance != wanted.stance:
        return False
    if wanted.holder and not is_of(one.holders, wanted.holder):
        return False
    if wanted.target and not _is_about(one, wanted.target):
        return False
    if wanted.source and wanted.source not in (one.said.source, one.said.country):
        return False
    return dated.within(dated.known(one.said.date), wanted.since, wanted.until)


def _is_about(one: Position, wanted: str) -> bool:
    """Is a thing meant by id, code or name, or do the words of the target hold those asked for?"""
    asked = fold(wanted)
    for target in one.about:
        if asked in (fold(target.entity or ""), fold(target.name)):
            return True
        if f"state/{asked}" == target.entity:
            return True
    if "/" in wanted:  # an id
        return False
    words = content(wanted, one.said.language)
    return bool(one.target and words) and words <= content(one.target or "", one.said.language)


def holders(one: Position) -> list[str]:
    """The holders of a position: by state, else by name."""
    return sorted(keys(one.holders))


def printed(found: Iterable[Position]) -> dict[str, str]:
    """How the holders that are no states are printed, by what they are told from others by."""
    return {
        key: party.name
        for one in found
        for party in one.holders
        for key in keys([party])
        if party.name and not party.country
    }


def formulas(found: Sequence[Position], target: str) -> tuple[Formula, ...]:
    """The formulas that each holder uses on a target, in order of the first use. `found`: the
    positions on it."""
    by_holder = _by_holder(found)
    made = [
        _formula(holder, target, some, stance, words)
        for holder, some in by_holder.items()
        for stance, words in dict.fromkeys((one.stance, one.formula) for one in some)
    ]
    return tuple(sorted(made, key=lambda one: (one.holder, one.first.date or "", one.formula)))


def _formula(
    holder: str, target: str, some: Sequence[Position], stance: str, words: str
) -> Formula:
    used = [n for n, one in enumerate(some) if (one.stance, one.formula) == (stance, words)]
    last = some[used[-1]].said
    later = sum((one.said.date or "") > (last.date or "") for one in some)
    return Formula(
        holder=holder, target=target, stance=stance, formula=words, uses=len(used),
        first=some[used[0]].said, last=last, later=later,
    )  # fmt: skip


def _by_holder(found: Iterable[Position]) -> Mapping[str, list[Position]]:
    """Positions of each holder, the first said first."""
    by_holder: dict[str, list[Position]] = {}
    for one in sorted(found, key=lambda one: (one.said.date or "", one.said.id)):
        for holder in holders(one):
            by_holder.setdefault(holder, []).append(one)
    return by_holder


def standings(found: Sequence[Position], target: str = "") -> tuple[Standing, ...]:
    """Where each holder stands, by the positions on one target; the most vocal first. What a state
    says of itself is no stance toward it."""
    made = []
    for holder, some in _by_holder(found).items():
        if f"state/{holder}".lower() == target.lower():
            continue
        counts = {s: sum(one.stance == s for one in some) for s in STANCES}
        scored = [SCALE[one.stance] for one in some if one.stance in SCALE]
        mean = round(sum(scored) / len(scored), 2) if scored else None
        kept = {stance: n for stance, n in counts.items() if n}
        said = tuple(one.said for one in some)
        made.append(Standing(holder=holder, stances=kept, mean=mean, said=said))
    return tuple(sorted(made, key=lambda one: (-len(one.said), one.holder)))


def distances(standing: Sequence[Standing]) -> tuple[Distance, ...]:
    """How far apart each two states are that take sides, the furthest first.

    >>> distances(())
    ()
    """
    some = [one for one in standing if one.mean is not None and _STATE.fullmatch(one.holder)]
    made = []
    for n, a in enumerate(some):
        for b in some[n + 1 :]:
            apart = round(abs((a.mean or 0.0) - (b.mean or 0.0)) / 2, 2)
            made.append(
                Distance(
                    a=a.holder, b=b.holder, distance=apart, agreement=round(1 - apart, 2),
                    of=(_sided(a), _sided(b)),
                )
            )  # fmt: skip
    return tuple(sorted(made, key=lambda one: (-one.distance, one.a, one.b)))


def _sided(one: Standing) -> int:
    return sum(n for stance, n in one.stances.items() if stance in SCALE)
