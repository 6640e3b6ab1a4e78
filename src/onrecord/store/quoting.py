"""Words of a version with the sentence around them, cut out of its text without reading the rest
into memory more often than needed."""

from __future__ import annotations

import sqlite3

from onrecord.records import Record, Span
from onrecord.text.sentences import sentences

REACH = 400  # characters before and after that are looked at


class Sentence(Record, frozen=True):
    """A sentence, and where it stands in the version's text; where it is very long, the part of it
    around the words."""

    text: str
    span: Span


def sentence(
    db: sqlite3.Connection, version: int, span: Span, language: str | None, reach: int = REACH
) -> Sentence:
    """The sentence in which words of a version (by its row) stand; of words that go on over its
    end, up to where they end."""
    first = max(0, span.start - reach)
    row = db.execute(
        "SELECT substr(text, ?, ?) FROM versions WHERE n = ?",
        (first + 1, span.end + reach - first, version),
    ).fetchone()
    return around(row[0] if row else "", first, span, language)


def around(window: str, first: int, span: Span, language: str | None) -> Sentence:
    """The sentence within a window of the text that begins at `first`.

    >>> around("One. Two men spoke. Three.", 100, Span(105, 108), "en")
    Sentence(text='Two men spoke.', span=Span(start=105, end=119))
    """
    start, end = span.start - first, span.end - first
    low, high = start, end
    for a, b in sentences(window, language):
        if a <= start < b:
            low, high = a, max(b, end)
            break
    return Sentence(window[low:high], Span(low + first, min(high, len(window)) + first))
