"""A stretch of a text cut where marks begin and end: pieces that a page prints, each with what it
is. No word is lost and none is doubled, however marks overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.records import Span


class Mark(NamedTuple):
    """A stretch that is shown in a way of its own: `found`, `near`, `at`, `note` or `strong`. `n`
    counts those of its kind, if they are counted."""

    span: Span
    kind: str
    n: int | None = None


class Run(NamedTuple):
    """A piece of text, and what it is. `first`: the marks that begin with it, as ids of the page
    name them."""

    text: str
    kinds: frozenset[str]
    first: tuple[str, ...] = ()


_IDS = {"found": "m", "at": "at"}


def runs(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Run]:
    """
    >>> [run.text for run in runs("one two three", Span(0, 13), [Mark(Span(4, 7), "at")])]
    ['one ', 'two', ' three']
    """
    inside = [mark for mark in marks if mark.span.start < span.end and mark.span.end > span.start]
    edges = sorted({*span, *_edges(inside, span)})
    for start, end in pairwise(edges):
        over = [m for m in inside if m.span.start <= start and end <= m.span.end]
        begun = tuple(_id(m) for m in over if m.kind in _IDS and m.span.start == start)
        yield Run(text[start:end], frozenset(m.kind for m in over), begun)


def _edges(marks: Iterable[Mark], span: Span) -> Iterator[int]:
    for mark in marks:
        yield from (edge for edge in mark.span if span.start < edge < span.end)


def _id(mark: Mark) -> str:
    return f"{_IDS[mark.kind]}{'' if mark.n is None else mark.n}"
