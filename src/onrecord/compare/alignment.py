"""Which sentences of two texts correspond: beads of one or several on each side, what is only in
one, and what has moved.

In one language, what is word for word the same is paired first. Vectors come from an encoder that
is handed in; where it was not trained on a language, lengths, figures and names must do, or show
that its vectors tell something all the same, and the alignment says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.compare import beads, routes
from onrecord.compare.anchors import Stretch, stretches
from onrecord.compare.beads import Bead
from onrecord.compare.likeness import (
    WITH_UNSURE_VECTORS,
    WITH_VECTORS,
    WITHOUT_VECTORS,
    Sequenced,
    Weights,
    told,
)
from onrecord.compare.path import Step
from onrecord.compare.sequences import plain, sequenced
from onrecord.compare.sides import Sentence, Text, cut, texts
from onrecord.meaning.encoder import Encoder
from onrecord.records import Issue, Record

Method = Literal["words", "meaning", "unsure", "names"]
Sequences = tuple[Sequenced, Sequenced]
Sides = tuple[tuple[Sequence[Sentence], Sequence[Sentence]], tuple[Sequence[str], Sequence[str]]]
STAGE = "compare"
# Likeness that counts, and the share of the shorter text that must have it for texts to be related.
_ENOUGH: dict[Method, float] = {"words": 0.4, "meaning": 0.4, "unsure": 0.25, "names": 0.12}
_RELATED: dict[Method, float] = {"words": 0.2, "meaning": 0.2, "unsure": 0.3, "names": 0.3}
_TOLD = 0.15  # likeness by which vectors must set pairs apart from any two sentences
_DIGITS = 3


class Alignment(Record, frozen=True, kw_only=True):
    """Two texts in beads, in the order of A, what is only in B where it stands in B.

    `method`: what beads rest on besides words that are the same (`words`): vectors (`meaning`),
    vectors of an encoder that does not know a language, but tells something (`unsure`), or
    lengths, figures and names (`names`). `share`: of the shorter text that corresponds; `score`:
    that, times how alike it is. `related`: is that enough to take them for versions of one text?
    """

    a: tuple[Sentence, ...]
    b: tuple[Sentence, ...]
    beads: tuple[Bead, ...]
    method: Method
    share: float
    score: float
    related: bool
    issues: tuple[Issue, ...] = ()


def align(a: Text, b: Text, encoder: Encoder | None) -> Alignment:
    """The beads of two texts."""
    sides = cut(a), cut(b)
    said = texts(a, sides[0]), texts(b, sides[1])
    fixed = stretches(plain(said[0]), plain(said[1])) if _one_language(a, b) else ()
    method, sequences, steps = _way(a, b, (sides, said), fixed, encoder)
    found = beads.made(steps, sides, said, sequences, _one_language(a, b))
    enough = _ENOUGH[method]
    related = beads.likeness(found, said, enough)[0] >= _RELATED[method]
    found = found if related else tuple(beads.parted(found, enough))
    share, alike = beads.likeness(found, said, 0.0)
    return Alignment(
        a=sides[0],
        b=sides[1],
        beads=found,
        method=method,
        share=round(share, _DIGITS),
        score=round(share * alike, _DIGITS),
        related=related,
        issues=tuple(_issues(a, b, sides, method, None if related else share)),
    )


def _one_language(a: Text, b: Text) -> bool:
    return a.language is not None and _base(a.language) == _base(b.language)


def _base(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()


def _way(
    a: Text, b: Text, sides: Sides, fixed: Sequence[Stretch], encoder: Encoder | None
) -> tuple[Method, Sequences, tuple[Step, ...]]:
    """The way through both texts, what it rests on, and the sequences that it goes through."""
    if fixed and all(stretch.fixed for stretch in fixed):
        plain_ones = _sequences(sides, fixed, None)
        return "words", plain_ones, _steps(plain_ones, sides, fixed, WITH_VECTORS)
    known = encoder is not None and encoder.languages
    if encoder is not None and (not known or {_base(a.language), _base(b.language)} <= known):
        trained = _sequences(sides, fixed, encoder)
        return "meaning", trained, _steps(trained, sides, fixed, WITH_VECTORS)
    bare = _sequences(sides, fixed, None)
    steps = _steps(bare, sides, fixed, WITHOUT_VECTORS)
    if encoder is not None:
        unsure = _sequences(sides, fixed, encoder)
        if told(steps, *unsure) >= _TOLD:
            return "unsure", unsure, _steps(unsure, sides, fixed, WITH_UNSURE_VECTORS)
    return "names", bare, steps


def _sequences(sides: Sides, fixed: Sequence[Stretch], encoder: Encoder | None) -> Sequences:
    a, b = (sequenced(said, encoder, _fixed(fixed, n)) for n, said in enumerate(sides[1]))
    return a, b


def _fixed(fixed: Sequence[Stretch], side: int) -> tuple[range, ...]:
    """The sentences of a side that are word for word the same in the other."""
    return tuple(range(s.b, s.b_end) if side else range(s.a, s.a_end) for s in fixed if s.fixed)


def _steps(
    sequences: Sequences, sides: Sides, fixed: Sequence[Stretch], weights: Weights
) -> tuple[Step, ...]:
    """The steps through both texts, stretch by stretch."""
    known: float | None = None
    if not any(stretch.fixed for stretch in fixed):
        fixed, found = routes.by_turns(*sequences, sides[0], weights)
        known = found if len(fixed) > 1 else None
    made: list[Step] = []
    for stretch in fixed:
        if stretch.fixed:
            together = range(stretch.a_end - stretch.a)
            made += (Step(stretch.a + n, stretch.b + n, 1, 1) for n in together)
        else:
            made += routes.within(sequences, stretch, weights, known)
    return tuple(made)


def _issues(
    a: Text,
    b: Text,
    sides: tuple[Sequence[Sentence], Sequence[Sentence]],
    method: Method,
    unrelated: float | None,
) -> Iterator[Issue]:
    for name, side in zip("AB", sides, strict=True):
        if not side:
            yield Issue(stage=STAGE, message=f"{name} has no sentence: nothing to compare")
    languages = f"{a.language or 'unknown'} and {b.language or 'unknown'}"
    if method == "names":
        what = "aligned by lengths, figures and names alone: the encoder does not know"
        yield Issue(stage=STAGE, message=f"{what} both {languages}", severity="info")
    if method == "unsure":
        what = f"the encoder was not trained on both {languages}: beads are less sure"
        yield Issue(stage=STAGE, message=what, severity="info")
    if all(sides) and unrelated is not None:
        what = f"{unrelated:.0%} of the shorter text corresponds"
        yield Issue(stage=STAGE, message=f"{what}: these are no versions of one text")
