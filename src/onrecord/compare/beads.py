"""Beads: sentences of two texts that correspond, or stand in one alone, or have moved.

It knows no language and no encoder: the way through both texts is handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from onrecord.compare.likeness import WITH_VECTORS, Likeness, Sequenced
from onrecord.compare.moves import moved
from onrecord.compare.path import Step
from onrecord.compare.sides import Sentence
from onrecord.records import Record, Span

Kind = Literal["same", "changed", "omitted", "added", "moved"]
Sides = tuple[Sequence[Sentence], Sequence[Sentence]]
_DIGITS = 3


class Bead(Record, frozen=True, kw_only=True):
    """Sentences of A and of B that correspond; one side is empty where they stand in one alone.

    `same`: in one language, the same words and marks; across languages, as far as vectors can
    tell. `score`: how alike they are, 1 is the same. `places_a`, `places_b`: which sentences.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    kind: Kind
    score: float | None
    places_a: tuple[int, ...]
    places_b: tuple[int, ...]


def made(
    steps: Iterable[Step],
    sides: Sides,
    said: Sequence[Sequence[str]],
    sequenced: tuple[Sequenced, Sequenced],
    one_language: bool,
) -> tuple[Bead, ...]:
    """The beads of a way through two texts; what was left out on both sides may have moved."""
    like = Likeness(*sequenced, WITH_VECTORS)
    way = tuple(steps)
    left_a = [s.i for s in way if not s.q]
    left_b = [s.j for s in way if not s.p]
    gone = {i: (j, score) for i, j, score in moved(*sequenced, left_a, left_b)}
    come = {j for j, _ in gone.values()}
    found = []
    for step in way:
        if not step.q and step.i in gone:
            j, score = gone[step.i]
            found.append(_bead(sides, Step(step.i, j, 1, 1), "moved", score))
        elif step.p or step.j not in come:
            found.append(_bead(sides, step, *_judged(step, said, like, one_language)))
    return tuple(found)


def _judged(
    step: Step, said: Sequence[Sequence[str]], like: Likeness, one_language: bool
) -> tuple[Kind, float | None]:
    """The kind of a step, and how alike its sides are."""
    if not step.q:
        return "omitted", None
    if not step.p:
        return "added", None
    a = " ".join(" ".join(said[0][step.i : step.i + step.p]).split())
    b = " ".join(" ".join(said[1][step.j : step.j + step.q]).split())
    if a == b:
        return "same", 1.0
    return "changed" if one_language else "same", like.score(step)


def _bead(sides: Sides, step: Step, kind: Kind, score: float | None) -> Bead:
    a = tuple(range(step.i, step.i + step.p))
    b = tuple(range(step.j, step.j + step.q))
    return Bead(
        a=tuple(sides[0][n].span for n in a),
        b=tuple(sides[1][n].span for n in b),
        kind=kind,
        score=None if score is None else round(score, _DIGITS),
        places_a=a,
        places_b=b,
    )


def likeness(
    beads: Sequence[Bead], said: Sequence[Sequence[str]], enough: float
) -> tuple[float, float]:
    """Which share of the shorter text corresponds, and how alike what corresponds is on average:
    of beads that are alike enough."""
    both = [bead for bead in beads if bead.a and bead.b and (bead.score or 0) >= enough]
    shares = [
        sum(len(side[n]) for bead in both for n in places(bead)) / max(1, sum(map(len, side)))
        for side, places in zip(said, _PLACES, strict=True)
    ]
    sizes = [sum(len(said[0][n]) for n in bead.places_a) for bead in both]
    alike = sum((bead.score or 0) * size for bead, size in zip(both, sizes, strict=True))
    return max(shares), alike / max(1, sum(sizes))


def parted(beads: Iterable[Bead], enough: float) -> Iterator[Bead]:
    """The beads of texts that have nothing to do with each other: what is not alike enough stands
    in one alone."""
    for bead in beads:
        if not (bead.a and bead.b) or (bead.score or 0) >= enough:
            yield bead
            continue
        for place, span in zip(bead.places_a, bead.a, strict=True):
            yield Bead(a=(span,), b=(), kind="omitted", score=None, places_a=(place,), places_b=())
        for place, span in zip(bead.places_b, bead.b, strict=True):
            yield Bead(a=(), b=(span,), kind="added", score=None, places_a=(), places_b=(place,))


def _of_a(bead: Bead) -> tuple[int, ...]:
    return bead.places_a


def _of_b(bead: Bead) -> tuple[int, ...]:
    return bead.places_b


_PLACES = (_of_a, _of_b)
