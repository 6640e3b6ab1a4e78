"""A turn cut into what gets a vector: its sentences, and passages of some sentences together.

A sentence says exactly what is near; a passage knows what it is about. Both together find better
than either. What has no letter or digit has no meaning and gets none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.text.sentences import sentences

SENTENCE: Literal[0] = 0
PASSAGE: Literal[1] = 1
_TOGETHER, _STEP = 8, 6
_LONGEST = 600


class Window(NamedTuple):
    """A stretch of a turn that gets a vector."""

    kind: int
    span: Span


def windows(text: str, language: str | None) -> tuple[Window, ...]:
    """The sentences of a text and its passages.

    >>> [(w.kind, w.span) for w in windows("We met. We agreed.", "en")]
    [(0, Span(start=0, end=7)), (0, Span(start=8, end=18)), (1, Span(start=0, end=18))]
    """
    found = tuple(part for span in sentences(text, language) for part in _parts(text, span))
    single = [Window(SENTENCE, span) for span in found]
    return (*single, *_passages(found))


def _parts(text: str, span: Span) -> Iterator[Span]:
    """A sentence; of one that is very long the parts, cut at blanks."""
    start = span.start
    while span.end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        end = blank if blank > 0 else start + _LONGEST
        yield Span(start, end)
        start = end + (text[end] == " ")
    if any(map(str.isalnum, text[start : span.end])):
        yield Span(start, span.end)


def _passages(found: tuple[Span, ...]) -> Iterator[Window]:
    for first in range(0, len(found), _STEP):
        last = min(first + _TOGETHER, len(found)) - 1
        if last > first or len(found) == 1:
            yield Window(PASSAGE, Span(found[first].start, found[last].end))
        if last == len(found) - 1:
            return
