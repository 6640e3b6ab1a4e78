"""Spans: trimming, shifting, and finding where a quote stands."""

from __future__ import annotations

from onrecord.records import Span


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends.

    >>> trim(" ab ", 0, 4)
    Span(start=1, end=3)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def shift(span: Span, by: int) -> Span:
    """The span moved to the right.

    >>> shift(Span(1, 3), 10)
    Span(start=11, end=13)
    """
    return Span(span.start + by, span.end + by)


def overlaps(a: Span, b: Span) -> bool:
    """Do the two share a character?

    >>> overlaps(Span(0, 2), Span(2, 3)), overlaps(Span(0, 2), Span(1, 3))
    (False, True)
    """
    return a.start < b.end and b.start < a.end
