"""A statement out of the archive, for the pages that show, cite or prove it."""

from __future__ import annotations

import re

from onrecord.errors import QueryError
from onrecord.records import Reading, Span
from onrecord.search.highlights import Marker
from onrecord.search.query.parser import parse
from onrecord.store.kept import Kept, kept
from onrecord.web.answers import Asked
from onrecord.web.mistakes import Failed
from onrecord.web.runs import Mark

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_MOST_MARKS = 2_000


def wanted(asked: Asked, reference: str) -> Kept:
    """What is kept under an id; `Failed` if there is nothing."""
    with asked.holdings.reading() as db:
        found = kept(db, reference)
    if found is None:
        raise Failed(404, asked.words("mistake.no_statement", id=reference))
    return found


def selected(asked: Asked, reading: Reading, at: str) -> Span | None:
    """The words that an address selects, as `120-180`, in code points of the text."""
    if not at:
        return None
    found = _AT.fullmatch(at)
    span = Span(int(found[1]), int(found[2])) if found else Span(0, 0)
    if not 0 <= span.start < span.end <= len(reading.text):
        raise Failed(400, asked.words("mistake.no_span", at=at, length=len(reading.text)))
    return span


def looked_for(reading: Reading, words: str) -> tuple[list[Span], str | None]:
    """Where words stand in a reading, as a search would mark them; and what is wrong with them as a
    query, if anything is."""
    if not words.strip():
        return [], None
    try:
        marker = Marker(parse(words), {})
    except QueryError as error:
        return [], str(error)
    return marker.marks(reading.text, reading.language)[:_MOST_MARKS], None


def marks(found: list[Span], at: Span | None) -> list[Mark]:
    """What is looked for, counted, and what is selected."""
    marked = [Mark(span, "found", n) for n, span in enumerate(found, 1)]
    return [*marked, Mark(at, "at")] if at else marked


def turn_at(reading: Reading, span: Span) -> int | None:
    """The number of the turn in which a stretch of the text begins."""
    for turn in reading.turns:
        if turn.span.start <= span.start < turn.span.end:
            return turn.n
    return None
