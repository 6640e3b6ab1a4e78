"""The figures of a sentence: what they are, however they are written.

"1.650" is one thousand six hundred and fifty in one language and less than two in another: a figure
is the set of what it may be. Words for millions belong to the figure before them; small numbers in
words are figures too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.languages.loader import Language
from onrecord.languages.rules import Forms
from onrecord.records import Span
from onrecord.text.normalize import fold

_FIGURE = re.compile(r"(?<!\w)\d+(?:[., ']\d+)*")
_GROUPS = re.compile(r"\d{1,3}(?:[., ']\d{3})+")
_GLUED = re.compile(r"(?<=\d)[^\W\d_]+")
_SMALL = 13  # numbers below are often written in words, or not at all


class Figure(NamedTuple):
    """A figure: where it stands, what it may be, and whether it is written in digits."""

    span: Span
    values: frozenset[float]
    digits: bool

    @property
    def telling(self) -> bool:
        """Is it in digits, and too large to be left out lightly?"""
        return self.digits and min(self.values) >= _SMALL


@lru_cache(64)
def _forms(words: Language) -> tuple[Forms, Forms]:
    counts = {f: v for f, v in words.listed("times", "count").items() if isinstance(v, int)}
    return Forms(counts, words.info.spaces), words.forms("figures", "magnitude")


def figures(text: str, start: int, words: Language) -> tuple[Figure, ...]:
    """The figures of a sentence that begins at `start`, in order."""
    counts, magnitudes = _forms(words)
    folded = fold(text)
    times = {a: (b, int(v)) for a, b, v in magnitudes.find(text)}
    times |= dict(_glued(folded, magnitudes))
    found = [(m.start(), m.end(), _values(m[0]), True) for m in _FIGURE.finditer(folded)]
    found += [(a, b, frozenset({float(v)}), False) for a, b, v in counts.find(text)]
    return tuple(_figure(each, start, folded, times) for each in sorted(found, key=lambda f: f[:2]))


def _glued(text: str, magnitudes: Forms) -> Iterator[tuple[int, tuple[int, int]]]:
    """Words for millions right after a figure, as in "221bn"."""
    for found in _GLUED.finditer(text):
        many = magnitudes.value(found[0])
        if many is not None:
            yield found.start(), (found.end(), int(many))


def _figure(
    found: tuple[int, int, frozenset[float], bool],
    start: int,
    text: str,
    times: dict[int, tuple[int, int]],
) -> Figure:
    """A figure, with the word for millions after it."""
    a, b, values, digits = found
    after = b + (1 if text[b : b + 1] in (" ", "-") else 0)
    if after in times:
        end, many = times[after]
        return Figure(Span(start + a, start + end), frozenset(v * many for v in values), digits)
    return Figure(Span(start + a, start + b), values, digits)


def _values(printed: str) -> frozenset[float]:
    """
    >>> sorted(_values("1.650")), sorted(_values("2,5")), sorted(_values("1 300 000"))
    ([1.65, 1650.0], [2.5], [1300000.0])
    """
    made = set()
    if _GROUPS.fullmatch(printed):
        made.add(float(re.sub(r"\D", "", printed)))
    parts = re.split(r"[., ']", printed)
    if len(parts) == 2 and " " not in printed and "'" not in printed:
        made.add(float(".".join(parts)))
    if len(parts) == 1:
        made.add(float(printed))
    return frozenset(made or {float(re.sub(r"\D", "", printed))})


def unmatched(
    a: Sequence[Figure], b: Sequence[Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures of each side that the other has not."""
    left = list(b)
    alone = []
    for figure in a:
        partner = next((f for f in left if f.values & figure.values), None)
        if partner is None:
            alone.append(figure)
        else:
            left.remove(partner)
    return tuple(alone), tuple(left)
