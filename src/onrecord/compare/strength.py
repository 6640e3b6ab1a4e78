"""How strong a sentence's words are, on scales that translation keeps; by words of its language.

A scale is not a verdict: it says that "must" is more than "should". A word that may be of either
strength has a span, and two sides differ only where their spans have nothing in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from onrecord.languages.loader import Language
from onrecord.records import Span

Scale = Literal["obligation", "commitment", "censure", "demand", "approval"]
SCALES: tuple[Scale, ...] = ("obligation", "commitment", "censure", "demand", "approval")
_FILE = "strength"


class Graded(NamedTuple):
    """The words of one scale in a sentence: from where to where, and what all of them may be."""

    span: Span
    low: int
    high: int


class Denied(NamedTuple):
    """How often a sentence says no, and how often it says what may be said with a no."""

    spans: tuple[Span, ...]
    implicit: int


def has_words(words: Language) -> bool:
    """Has a language words of strength at all?"""
    return bool(words.listed(_FILE, "negation"))


def graded(text: str, start: int, words: Language) -> Mapping[Scale, Graded]:
    """The scales on which a sentence stands, by name; not those on which its words disagree."""
    made: dict[Scale, Graded] = {}
    for scale in SCALES:
        found = [
            (Span(start + a, start + b), *_level(v))
            for a, b, v in words.forms(_FILE, scale).find(text)
        ]
        counted = [each for each in found if each[2] > 0]
        if counted:
            low, high = max(low for _, low, _ in counted), min(high for _, _, high in counted)
            if low <= high:
                made[scale] = Graded(counted[0][0], low, high)
    return made


def _level(value: object) -> tuple[int, int]:
    """
    >>> _level("2-3"), _level("4")
    ((2, 3), (4, 4))
    """
    low, _, high = str(value).partition("-")
    return int(low), int(high or low)


def denied(text: str, start: int, words: Language) -> Denied:
    """The words of a sentence that say no."""
    implicit = [(a, b) for a, b, _ in words.forms(_FILE, "implicit").find(text)]
    strong = [
        Span(start + a, start + b)
        for a, b, _ in words.forms(_FILE, "negation").find(text)
        if not _inside(a, b, implicit)
    ]
    return Denied(tuple(strong), len(implicit))


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in spans)


def differs(a: Graded, b: Graded) -> bool:
    """Have two strengths nothing in common?"""
    return a.high < b.low or b.high < a.low
