"""Are these two language versions of one statement? Pure functions: declared links are looked up
elsewhere, here are structure and numbers, which a translation keeps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Link, Reading, Record
from onrecord.text.normalize import fold

DECLARED = "declared by the page"
STRUCTURE = "same day, publisher and structure"
_NUMBER = re.compile(r"\d+")
_LEAST = 0.6  # of numbers and structure together: unrelated statements of one day stay below
_AHEAD = 0.15  # of the second best: else it is not known which one it is
_NUMBERS = 4  # fewer numbers say nothing
_TURNS = 4  # fewer turns say nothing


class Shape(Record, frozen=True, kw_only=True):
    """What of a statement does not depend on its language."""

    language: str | None
    country: str | None
    site: str | None
    day: str | None
    place: str | None
    turns: str
    blocks: int
    numbers: Counter[str]


class Likeness(NamedTuple):
    """How alike two shapes are, and by what."""

    score: float
    method: str


def shape(reading: Reading, site: str | None) -> Shape:
    """The shape of a reading. `site`: whose pages it stands on."""
    header = reading.header
    return Shape(
        language=reading.language,
        country=header.issuer.country if header.issuer else None,
        site=site,
        day=(header.date or header.published or "")[:10] or None,
        place=header.place.country if header.place else None,
        turns="".join(turn.kind[0] for turn in reading.turns),
        blocks=len(reading.blocks),
        numbers=Counter(_NUMBER.findall(fold(reading.text))),
    )


def likeness(a: Shape, b: Shape) -> Likeness | None:
    """How alike two shapes are; `None` if they cannot be one statement, or nothing shows it.

    The publisher must be the same, the day, and the country of the place if both have one.
    """
    known = a.language and b.language and a.day and len(a.day) == len("2021-06-17")
    if not known or a.language == b.language or a.day != b.day:
        return None
    if not _one_publisher(a, b) or (a.place and b.place and a.place != b.place):
        return None
    parts = [
        *_numbers(a.numbers, b.numbers),
        *_turns(a.turns, b.turns),
    ]
    if not parts:
        return None
    length = min(a.blocks, b.blocks) / max(a.blocks, b.blocks, 1)
    score = 0.8 * sum(score for score, _ in parts) / len(parts) + 0.2 * length
    told = " and ".join(method for _, method in parts)
    return Likeness(score, f"{STRUCTURE} ({told}, paragraphs {a.blocks}/{b.blocks})")


def best(found: Sequence[tuple[str, Likeness]], own: str) -> Link | None:
    """The one that is alike enough, and clearly more than any other of its language; else none."""
    ranked = sorted(found, key=lambda entry: -entry[1].score)
    if not ranked or ranked[0][1].score < _LEAST:
        return None
    if len(ranked) > 1 and ranked[0][1].score - ranked[1][1].score < _AHEAD:
        return None
    other, like = ranked[0]
    return Link(kind="language", a=own, b=other, method=like.method, score=round(like.score, 4))


def _one_publisher(a: Shape, b: Shape) -> bool:
    if a.site and b.site:
        return a.site == b.site
    return a.country is not None and a.country == b.country


def _numbers(a: Counter[str], b: Counter[str]) -> list[tuple[float, str]]:
    union = (a | b).total()
    if min(a.total(), b.total()) < _NUMBERS:
        return []
    both = (a & b).total()
    return [(both / union, f"numbers {both}/{union}")]


def _turns(a: str, b: str) -> list[tuple[float, str]]:
    if min(len(a), len(b)) < _TURNS:
        return []
    same = sum(x == y for x, y in zip(a, b, strict=False))
    longest = max(len(a), len(b))
    return [(same / longest, f"turns {same}/{longest}")]
