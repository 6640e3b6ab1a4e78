"""Where a text plays: in which state, or area of one, its places lie together.

A text of one town names the places around it, whose names others bear too. Each state and area is
weighed by how much likelier it makes the names of the text than the world at large does; then each
name is shared out among the places that bear it. Knows no words and no rules for names: `places`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from onrecord.gazetteer.localities import Total, total, weight

Area = tuple[str, str]  # state, area of it ("" the state as a whole)
NOWHERE: Area = ("", "")
UNKNOWN = "?"  # an area that is not known

# Of the places of a text that plays in an area: the shares of those in the area itself, in its
# state, and of the greater world.
_IN_AREA, _IN_STATE, _IN_WORLD = 0.6, 0.3, 0.1
_SPREAD = 0.5  # how much likelier a text plays in a great area than in a small one
_NEGLIGIBLE = 12.0  # in logarithms
_FEWEST = 1.0  # people of a place where nobody lives


class Candidate(NamedTuple):
    """A place that a name may mean: where it lies, its people, and its id if it has one."""

    country: str
    area: str
    people: float
    place: str | None = None


Candidates = tuple[Candidate, ...]


class Scene(NamedTuple):
    """Where a text plays: areas with their probabilities."""

    shares: tuple[tuple[Area, float], ...]

    def country(self) -> tuple[str, float]:
        """The likeliest state and its probability; ("", 0.0) if it plays nowhere."""
        found: dict[str, float] = defaultdict(float)
        for (country, _), share in self.shares:
            if country:
                found[country] += share
        return max(found.items(), key=lambda item: item[1], default=("", 0.0))

    def likeliest(self) -> tuple[Area, float]:
        """The likeliest area and its probability."""
        return max(self.shares, key=lambda item: item[1], default=(NOWHERE, 0.0))

    def meant(self, candidates: Candidates) -> list[float]:
        """The probability of each place that a name may mean."""
        found = [0.0] * len(candidates)
        for area, share in self.shares:
            parts = [_part(candidate, area) for candidate in candidates]
            whole = sum(parts)
            for n, part in enumerate(parts):
                found[n] += share * part / whole
        return found


def scene(names: Sequence[Candidates], cues: Mapping[str, float]) -> Scene:
    """Where a text plays that names such places. `cues`: states with what else speaks for them, in
    logarithms."""
    shares = [_Shares(candidates) for candidates in names]
    inside: dict[str, list[_Shares]] = defaultdict(list)
    for name in shares:
        for country in name.countries:
            inside[country].append(name)
    scores = {NOWHERE: 0.0}
    for country, there in inside.items():
        if total(country) is not None:
            scores |= _scores(country, there, len(names) - len(there))
    return _normal(
        {
            area: score + cues.get(area[0], 0.0) + _SPREAD * log(_part_of_world(area))
            for area, score in scores.items()
        }
    )


class _Shares:
    """How much likelier a name is in each state and area than in the world."""

    def __init__(self, candidates: Candidates) -> None:
        people = sum([c.people or _FEWEST for c in candidates]) / _total("").people
        self.countries: dict[str, float] = defaultdict(float)
        self.areas: dict[Area, float] = defaultdict(float)
        for country, area, living, _ in candidates:
            count = living or _FEWEST
            whole, part = total(country), total(country, area)
            if whole is not None:
                self.countries[country] += count / whole.people / people
            if whole is not None and part is not None and area:
                self.areas[country, area] += weight(count) / part.weight / people


def _scores(country: str, there: Sequence[_Shares], others: int) -> dict[Area, float]:
    """A state and its areas with how much likelier they make the names of a text, in logarithms.
    `others`: names that mean no place there."""
    ratios = [name.countries[country] for name in there]
    whole = others * log(1 - _IN_STATE) + sum(log(1 - _IN_STATE + _IN_STATE * r) for r in ratios)
    bare = [log(_IN_WORLD + _IN_STATE * r) for r in ratios]
    least = others * log(_IN_WORLD) + sum(bare)
    scores: dict[Area, float] = {(country, ""): whole}
    for name, alone in zip(there, bare, strict=True):
        for area, ratio in name.areas.items():
            if area[0] == country:
                more = log(exp(alone) + _IN_AREA * ratio) - alone
                scores[area] = scores.get(area, least) + more
    return scores


def _total(country: str, area: str = "") -> Total:
    return total(country, area) or Total(1.0, 1.0)


def _part_of_world(area: Area) -> float:
    return _total(*area).people / _total("").people


def _part(candidate: Candidate, area: Area) -> float:
    """How likely a place is named in a text that plays in an area."""
    country, code = area
    people = candidate.people or _FEWEST
    part = people / _total("").people
    if not country:
        return part
    part *= _IN_WORLD if code else 1 - _IN_STATE
    if candidate.country == country:
        part += _IN_STATE * people / _total(country).people
        if code and candidate.area == code:
            part += _IN_AREA * weight(people) / _total(country, code).weight
    return part


def _normal(scores: Mapping[Area, float]) -> Scene:
    most = max(scores.values())
    likely = {area: exp(s - most) for area, s in scores.items() if s > most - _NEGLIGIBLE}
    whole = sum(likely.values())
    return Scene(tuple((area, share / whole) for area, share in likely.items()))
