"""Days, names and states of a sentence, as annotations give them, and what stands for another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.compare.difference import Side
from onrecord.compare.keys import sound
from onrecord.gazetteer.transliteration import sounds_alike
from onrecord.records import Annotation, Span
from onrecord.text.normalize import fold

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)(-(\d\d|XX))?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters of a name that is compared
_BEGINNING = 3  # letters that names of one person or place share, at least, in any spelling


def dates(side: Side, span: Span) -> Iterator[tuple[Annotation, str]]:
    """The days and months that are named in figures; the year only where it is printed."""
    for found in side.within(span, "time"):
        value = _DAY.match(str(found.value.get("value", "")))
        if value and found.value.get("type") == "DATE" and _FIGURE.search(found.quote):
            year = value[1] if _YEAR.search(found.quote) else "XXXX"
            yield found, year + value[0][4:]


def states(a: Side, b: Side, spans: tuple[Span, Span]) -> Iterator[tuple[Span, Span]]:
    """States that each side has and the other has not, if it is one on each."""
    one, two = (
        {str(f.value["iso"]): f.span for f in side.within(span, "entity") if f.value.get("iso")}
        for side, span in zip((a, b), spans, strict=True)
    )
    left_a = [span for iso, span in one.items() if iso not in two]
    left_b = [span for iso, span in two.items() if iso not in one]
    if len(left_a) == len(left_b) == 1:
        yield left_a[0], left_b[0]


def names(a: Side, b: Side, spans: tuple[Span, Span]) -> Iterator[tuple[Span, Span]]:
    """Names of people and places that each side has and the other has nothing like."""
    one, two = (_names(side, span) for side, span in zip((a, b), spans, strict=True))
    known = {f.value["entity"] for f in (*one, *two) if f.value.get("entity")}
    shared = known & {f.value.get("entity") for f in one} & {f.value.get("entity") for f in two}
    left_a = list(_strange(a, one, b, spans[1], shared))
    left_b = list(_strange(b, two, a, spans[0], shared))
    for first, second in zip(left_a, left_b, strict=False):
        if sound(fold(a.quote(first)))[:1] != sound(fold(b.quote(second)))[:1]:
            yield first, second  # what begins alike may be one name in two spellings


def _names(side: Side, span: Span) -> list[Annotation]:
    return [
        found
        for found in side.within(span, "entity")
        if found.value.get("kind") in ("person", "place")
    ]


def _strange(
    side: Side, found: Sequence[Annotation], other: Side, span: Span, shared: set[object]
) -> Iterator[Span]:
    """The last words of names that sound like no word of the other side's sentences."""
    heard = [fold(m[0]) for m in _WORD.finditer(other.quote(span))]
    for each in found:
        if each.value.get("entity") in shared and each.value.get("entity"):
            continue
        words = [m for m in _WORD.finditer(each.quote) if len(m[0]) >= _SHORTEST]
        if words and not any(_like(fold(m[0]), heard) for m in words[-1:]):
            start = each.span.start
            yield Span(start + words[-1].start(), start + words[-1].end())


def _like(word: str, heard: Sequence[str]) -> bool:
    """Does a name sound like a word, its ending apart?"""
    mine = sound(word)
    for other in heard:
        theirs = sound(other)
        if mine[:_SHORTEST] == theirs[:_SHORTEST] or sounds_alike(word, other):
            return True
        if mine[:_BEGINNING] == theirs[:_BEGINNING] and len(other) >= _SHORTEST:
            return True
    return False
