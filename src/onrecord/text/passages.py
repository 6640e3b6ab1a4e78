"""A stretch of a text, paragraph by paragraph: the blocks that it covers, each once.

A block may stand within another (a stage note in a paragraph); it is given with the outer one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from onrecord.records import Block, Span

_START = attrgetter("span.start")


class Passage(NamedTuple):
    """The part of a block within a stretch, and the stage notes within it."""

    block: Block
    span: Span
    notes: tuple[Span, ...]


class Passages:
    """The blocks of a text, ready to be asked for stretch by stretch."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        reach = [0, *accumulate((block.span.end for block in blocks), max)]
        outer = [block.span.end > end for block, end in zip(blocks, reach, strict=False)]
        self._outer = [block for block, is_outer in zip(blocks, outer, strict=True) if is_outer]
        self._notes = [
            block
            for block, is_outer in zip(blocks, outer, strict=True)
            if not is_outer and block.kind == "stage_note"
        ]

    def of(self, span: Span) -> Iterator[Passage]:
        """The passages of a stretch of the text, in order."""
        done = span.start
        first = max(0, bisect_right(self._outer, done, key=_START) - 1)
        for block in self._outer[first:]:
            if block.span.start >= span.end:
                return
            part = Span(max(block.span.start, done), min(block.span.end, span.end))
            if part.start < part.end:
                yield Passage(block, part, tuple(self._within(part)))
                done = part.end

    def _within(self, part: Span) -> Iterator[Span]:
        for note in self._notes[bisect_left(self._notes, part.start, key=_START) :]:
            if note.span.start >= part.end:
                return
            if note.span.end <= part.end:
                yield note.span
