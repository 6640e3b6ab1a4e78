"""Sentences that stand word for word in both texts, once in each: fixed points of an alignment.

It knows no language. What stands twice fixes nothing, unless it is next to a fixed point.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """Members of A from `a` to `a_end` beside those of B; `fixed`: they are word for word the
    same, one by one."""

    a: int
    a_end: int
    b: int
    b_end: int
    fixed: bool


def stretches(a: Sequence[str], b: Sequence[str]) -> tuple[Stretch, ...]:
    """Both sequences, cut at the members that they share.

    >>> [tuple(s) for s in stretches("a b c".split(), "x b c".split())]
    [(0, 1, 0, 1, False), (1, 3, 1, 3, True)]
    """
    made: list[Stretch] = []
    at_a = at_b = 0
    for start_a, start_b, size in _runs(_grown(_rising(_unique(a, b)), a, b)):
        if start_a > at_a or start_b > at_b:
            made.append(Stretch(at_a, start_a, at_b, start_b, False))
        at_a, at_b = start_a + size, start_b + size
        made.append(Stretch(start_a, at_a, start_b, at_b, True))
    if at_a < len(a) or at_b < len(b):
        made.append(Stretch(at_a, len(a), at_b, len(b), False))
    return tuple(made)


def _unique(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Places of what stands once in each, in the order of A."""
    once_a, once_b = Counter(a), Counter(b)
    where = {text: j for j, text in enumerate(b) if once_b[text] == 1}
    return [(i, where[text]) for i, text in enumerate(a) if once_a[text] == 1 and text in where]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs that stand in the same order on both sides."""
    ends: list[int] = []  # the lowest last place in B of a choice, by its size
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        size = bisect_left(ends, j)
        before.append(last[size - 1] if size else -1)
        if size == len(ends):
            ends.append(j)
            last.append(n)
        else:
            ends[size], last[size] = j, n
    chosen = []
    at = last[-1] if last else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _grown(
    pairs: Sequence[tuple[int, int]], a: Sequence[str], b: Sequence[str]
) -> list[tuple[int, int]]:
    """The pairs, and equal neighbours of theirs up to the next pair."""
    grown: list[tuple[int, int]] = []
    for n, (i, j) in enumerate((*pairs, (len(a), len(b)))):
        low_i, low_j = grown[-1] if grown else (-1, -1)
        back: list[tuple[int, int]] = []
        x, y = i - 1, j - 1
        while x > low_i and y > low_j and a[x] == b[y]:
            back.append((x, y))
            x, y = x - 1, y - 1
        grown += back[::-1]
        if n == len(pairs):
            break
        grown.append((i, j))
        next_i, next_j = pairs[n + 1] if n + 1 < len(pairs) else (len(a), len(b))
        x, y = i + 1, j + 1
        while x < next_i and y < next_j and a[x] == b[y]:
            grown.append((x, y))
            x, y = x + 1, y + 1
    return grown


def _runs(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Pairs that follow each other on both sides, as one."""
    runs: list[tuple[int, int, int]] = []
    for i, j in pairs:
        if runs and runs[-1][0] + runs[-1][2] == i and runs[-1][1] + runs[-1][2] == j:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((i, j, 1))
    return runs
