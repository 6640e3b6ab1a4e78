"""A stretch of a text cut where marks begin and end: pieces that a page prints, each with what it
is. No word is lost and none is doubled, however marks overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.records import Span


class Mark(NamedTuple):
    """A stretch that is shown in a way of its own: `found`, `near`, `at`, `note`, `strong` or
    `named`. `n` counts those of its kind, if they are counted; of what is named it is the number
    of its card, and `group` says what it is."""

    span: Span
    kind: str
    n: int | None = None
    group: str = ""


class Run(NamedTuple):
    """A piece of text, and what it is. `first`: the marks that begin with it, as ids of the page
    name them; `card`: the innermost thing that is named, with its group."""

    text: str
    kinds: frozenset[str]
    first: tuple[str, ...] = ()
    card: tuple[int, str] | None = None


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
        yield Run(text[start:end], frozenset(m.kind for m in over), begun, _innermost(over))


def _innermost(over: Iterable[Mark]) -> tuple[int, str] | None:
    named = [mark for mark in over if mark.kind == "named" and mark.n is not None]
    inner = min(named, key=lambda mark: mark.span.end - mark.span.start, default=None)
    return (inner.n, inner.group) if inner and inner.n is not None else None


def _edges(marks: Iterable[Mark], span: Span) -> Iterator[int]:
    for mark in marks:
        yield from (edge for edge in mark.span if span.start < edge < span.end)


def _id(mark: Mark) -> str:
    return f"{_IDS[mark.kind]}{'' if mark.n is None else mark.n}"
