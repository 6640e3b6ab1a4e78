"""The passage of a long turn that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.records import Span
from onrecord.text.spans import trim

WHOLE = 600
WIDTH = 360
_LEAD = 80
_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]+[\"'\u201d\u2019\u00bb)]*\s*|\n")
_SPACE = re.compile(r"\s")


def passage(text: str, marks: Sequence[Span]) -> Span:
    """The whole text if it is short; else about `WIDTH` characters around the most marks,
    beginning with a sentence, or at least a word, where one begins near.

    >>> passage("A short one.", [])
    Span(start=0, end=12)
    """
    if len(text) <= WHOLE:
        return trim(text, 0, len(text))
    first = _densest(marks)
    start = _beginning(text, first)
    end = min(len(text), start + WIDTH)
    if end < len(text):
        blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        inside = max((mark.end for mark in marks if mark.end <= end), default=start)
        end = blank if blank > max(inside, start + WIDTH // 2) else end
    return trim(text, start, end)


def _densest(marks: Sequence[Span]) -> int:
    """Where the stretch with the most marks begins; the first of equals."""
    best, first, last = 0, 0, 0
    for n, mark in enumerate(marks):
        while last < len(marks) and marks[last].end <= mark.start + WIDTH - _LEAD:
            last += 1
        if last - n > best:
            best, first = last - n, mark.start
    return first


def _beginning(text: str, at: int) -> int:
    low = max(0, at - _LEAD)
    if low == 0:
        return 0
    ends = [found.end() for found in _SENTENCE.finditer(text, low, at)]
    if ends:
        return ends[0]
    space = _SPACE.search(text, low, at)
    return space.end() if space else low
