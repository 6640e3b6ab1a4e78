"""The way through two sequences of any length: a short one is looked at whole, a long one near the
way of its groups. Where speakers alternate, turns are paired first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.compare import path
from onrecord.compare.anchors import Stretch
from onrecord.compare.likeness import Likeness, Sequenced, Weights, grouped, part
from onrecord.compare.path import Step, Tile
from onrecord.compare.sides import Sentence

_NODES = 160_000  # that are looked at whole
_GROUP, _MARGIN = 8, 24
_SURE = 0.55  # likeness from which on two turns are one
_TELLING = 40  # characters from which on a sentence is known by what it says
_CROSSED = 0.1  # by how much likelier the other order must be
_KNOWN = 600  # characters: what is assumed of the ratio of lengths counts as much


def route(a: Sequenced, b: Sequenced, weights: Weights, ratio: float = 1.0) -> tuple[Step, ...]:
    """The steps that pair the members of two sequences, or leave them out."""
    like = Likeness(a, b, weights, ratio)
    return path.best(_tiles(a, b, weights, ratio), like.gains, *like.leaving())


def _tiles(a: Sequenced, b: Sequenced, weights: Weights, ratio: float) -> tuple[Tile, ...]:
    if (len(a) + 1) * (len(b) + 1) <= _NODES or min(len(a), len(b)) < _GROUP:
        return path.whole(len(a), len(b))
    groups = [
        [(start, min(start + _GROUP, len(side))) for start in range(0, len(side), _GROUP)]
        for side in (a, b)
    ]
    steps = route(grouped(a, groups[0]), grouped(b, groups[1]), weights, ratio)
    return path.around(steps, _GROUP, len(a), len(b), _MARGIN)


def ratio(a: Sequenced, b: Sequenced, steps: Sequence[Step]) -> float:
    """Characters of B for one of A, in what is paired."""
    paired = [step for step in steps if step.p and step.q]
    of_a = sum(float(a.lengths[s.i : s.i + s.p].sum()) for s in paired)
    of_b = sum(float(b.lengths[s.j : s.j + s.q].sum()) for s in paired)
    return (of_b + _KNOWN) / (of_a + _KNOWN)


def by_turns(
    a: Sequenced,
    b: Sequenced,
    sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
    weights: Weights,
) -> tuple[tuple[Stretch, ...], float]:
    """Both sides, cut where turns correspond, and the ratio of their lengths; one stretch where
    there are no turns to pair."""
    bounds = [_turns(side) for side in sentences]
    everything = (Stretch(0, len(a), 0, len(b), False),)
    if min(map(len, bounds)) < 2:
        return everything, 1.0
    turns = grouped(a, bounds[0]), grouped(b, bounds[1])
    steps = route(*turns, weights)
    like = Likeness(*turns, weights)
    sure = [s for s in steps if _is_sure(s, like)]
    return tuple(_cut(sure, bounds, (len(a), len(b)))), ratio(*turns, sure)


def _turns(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Runs of sentences of one turn."""
    runs = []
    for _, run in groupby(range(len(sentences)), key=lambda n: sentences[n].turn):
        places = list(run)
        runs.append((places[0], places[-1] + 1))
    return runs


def _is_sure(step: Step, like: Likeness) -> bool:
    if not (step.p and step.q) or step.p + step.q > 3:
        return False
    found = like.of(Tile(step.i, step.i + 1, step.j, step.j), (step.p, step.q))
    return float(found[0, 0]) >= _SURE


def _cut(
    sure: Sequence[Step], bounds: Sequence[Sequence[tuple[int, int]]], ends: tuple[int, int]
) -> list[Stretch]:
    """The sentences of turns that correspond, and what is between them."""
    made: list[Stretch] = []
    at_a = at_b = 0
    for step in sure:
        start_a, start_b = bounds[0][step.i][0], bounds[1][step.j][0]
        if start_a > at_a or start_b > at_b:
            made.append(Stretch(at_a, start_a, at_b, start_b, False))
        at_a = bounds[0][step.i + step.p - 1][1]
        at_b = bounds[1][step.j + step.q - 1][1]
        made.append(Stretch(start_a, at_a, start_b, at_b, False))
    if at_a < ends[0] or at_b < ends[1]:
        made.append(Stretch(at_a, ends[0], at_b, ends[1], False))
    return made


def within(
    sides: tuple[Sequenced, Sequenced],
    stretch: Stretch,
    weights: Weights,
    known: float | None,
) -> tuple[Step, ...]:
    """The steps through a stretch of both sides. `known`: the ratio of lengths, if it is."""
    one = part(sides[0], stretch.a, stretch.a_end)
    two = part(sides[1], stretch.b, stretch.b_end)
    steps = route(one, two, weights, known or 1.0)
    if known is None:
        known = ratio(one, two, steps)
        steps = route(one, two, weights, known)
    like = Likeness(one, two, weights)
    steps = tuple(part for step in steps for part in _told_apart(step, one, two, like))
    steps = tuple(_uncrossed(steps, like))
    return tuple(Step(s.i + stretch.a, s.j + stretch.b, s.p, s.q) for s in steps)


def _told_apart(step: Step, a: Sequenced, b: Sequenced, like: Likeness) -> Iterator[Step]:
    """A step, or its members left out on both sides: sentences that stand in one place and are
    long enough to be known by what they say, and say nothing alike."""
    shorter = min(
        float(a.lengths[step.i : step.i + step.p].sum()),
        float(b.lengths[step.j : step.j + step.q].sum()),
    )
    if not (step.p and step.q) or shorter < _TELLING or not like.unlike(step):
        yield step
        return
    yield from (Step(step.i + n, step.j, 1, 0) for n in range(step.p))
    yield from (Step(step.i + step.p, step.j + n, 0, 1) for n in range(step.q))


def _uncrossed(steps: Sequence[Step], like: Likeness) -> Iterator[Step]:
    """The steps, but where two sentences stand for two in the other order, one pair is kept, and
    the other is left out on both sides, where it may be found to have moved."""
    n = 0
    while n < len(steps):
        step, size = steps[n], 1
        if _is_pair(step) and n + 1 < len(steps) and _is_pair(steps[n + 1]):
            size = 2
        if (size == 2 or (step.p, step.q) == (2, 2)) and _are_crossed(step.i, step.j, like):
            i, j = step.i, step.j
            yield from (Step(i, j, 1, 0), Step(i + 1, j, 1, 1), Step(i + 2, j + 1, 0, 1))
            n += size
        else:
            yield step
            n += 1


def _is_pair(step: Step) -> bool:
    return step.p == step.q == 1


def _are_crossed(i: int, j: int, like: Likeness) -> bool:
    """Are two sentences and the next two plainly more alike in the other order?"""
    straight = [like.score(Step(i + n, j + n, 1, 1)) for n in (0, 1)]
    crossed = [like.score(Step(i + n, j + 1 - n, 1, 1)) for n in (0, 1)]
    return min(crossed) - max(straight) >= _CROSSED
