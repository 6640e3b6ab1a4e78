"""Which sentences of two texts correspond: beads of one or several on each side, what is only in
one, and what has moved.

In one language, what is word for word the same is paired first. Vectors come from an encoder that
is handed in; where it was not trained on a language, lengths, figures and names must do, and the
alignment says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from onrecord.compare import beads, routes
from onrecord.compare.anchors import Stretch, stretches
from onrecord.compare.beads import Bead
from onrecord.compare.likeness import WITH_VECTORS, WITHOUT_VECTORS, Sequenced, Weights
from onrecord.compare.path import Step
from onrecord.compare.sequences import plain, sequenced
from onrecord.compare.sides import Sentence, Text, cut, texts
from onrecord.meaning.encoder import Encoder
from onrecord.records import Issue, Record

Method = Literal["words", "meaning", "names"]
STAGE = "compare"
_RELATED = 0.2  # share of the shorter text that corresponds, from which on texts are related
_ENOUGH: dict[Method, float] = {"words": 0.4, "meaning": 0.4, "names": 0.12}  # likeness that counts
_DIGITS = 3


class Alignment(Record, frozen=True, kw_only=True):
    """Two texts in beads, in the order of A, what is only in B where it stands in B.

    `method`: what beads rest on besides words that are the same (`words`): vectors (`meaning`), or
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
    method = _method(a, b, fixed, encoder)
    used = encoder if method == "meaning" else None
    first, second = (sequenced(side, used, _fixed(fixed, n)) for n, side in enumerate(said))
    weights = WITHOUT_VECTORS if method == "names" else WITH_VECTORS
    steps = _steps((first, second), sides, fixed, weights, used)
    found = beads.made(steps, sides, said, (first, second), _one_language(a, b))
    enough = _ENOUGH[method]
    share, alike = beads.likeness(found, said, enough)
    related = share >= _RELATED
    return Alignment(
        a=sides[0],
        b=sides[1],
        beads=found if related else tuple(beads.parted(found, enough)),
        method=method,
        share=round(share, _DIGITS),
        score=round(share * alike, _DIGITS),
        related=related,
        issues=tuple(_issues(a, b, sides, method, share)),
    )


def _one_language(a: Text, b: Text) -> bool:
    return a.language is not None and _base(a.language) == _base(b.language)


def _base(language: str | None) -> str:
    return (language or "").partition("-")[0].lower()


def _method(a: Text, b: Text, fixed: Sequence[Stretch], encoder: Encoder | None) -> Method:
    if fixed and all(stretch.fixed for stretch in fixed):
        return "words"
    if encoder is None:
        return "names"
    known = encoder.languages
    both = known is None or {_base(a.language), _base(b.language)} <= known
    return "meaning" if both else "names"


def _fixed(fixed: Sequence[Stretch], side: int) -> tuple[range, ...]:
    """The sentences of a side that are word for word the same in the other."""
    return tuple(range(s.b, s.b_end) if side else range(s.a, s.a_end) for s in fixed if s.fixed)


def _steps(
    sequences: tuple[Sequenced, Sequenced],
    sides: tuple[Sequence[Sentence], Sequence[Sentence]],
    fixed: Sequence[Stretch],
    weights: Weights,
    encoder: Encoder | None,
) -> Iterator[Step]:
    known: float | None = None
    if not any(stretch.fixed for stretch in fixed):
        fixed, found = routes.by_turns(*sequences, sides, weights)
        known = found if len(fixed) > 1 else None
    for stretch in fixed:
        if stretch.fixed:
            for n in range(stretch.a_end - stretch.a):
                yield Step(stretch.a + n, stretch.b + n, 1, 1)
        else:
            yield from routes.within(sequences, stretch, weights, known, encoder)


def _issues(
    a: Text,
    b: Text,
    sides: tuple[Sequence[Sentence], Sequence[Sentence]],
    method: Method,
    share: float,
) -> Iterator[Issue]:
    for name, side in zip("AB", sides, strict=True):
        if not side:
            yield Issue(stage=STAGE, message=f"{name} has no sentence: nothing to compare")
    if method == "names":
        languages = f"{a.language or 'unknown'} and {b.language or 'unknown'}"
        what = "aligned by lengths, figures and names alone: the encoder does not know"
        yield Issue(stage=STAGE, message=f"{what} both {languages}", severity="info")
    if all(sides) and share < _RELATED:
        what = f"{share:.0%} of the shorter text corresponds"
        yield Issue(stage=STAGE, message=f"{what}: these are no versions of one text")
