"""Which of several entries are one: groups of those that some pairs join."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_MOST = 400  # entries of a bucket that are compared with each other


class Groups:
    """Numbers that are joined in pairs, and the groups that follow."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def root(self, n: int) -> int:
        """The first of a number's group."""
        while self._of[n] != n:
            self._of[n] = self._of[self._of[n]]
            n = self._of[n]
        return n

    def join(self, a: int, b: int) -> None:
        """Makes the groups of two numbers one."""
        first, second = sorted((self.root(a), self.root(b)))
        self._of[second] = first

    def all(self) -> list[list[int]]:
        """The groups, in order of their first number.

        >>> groups = Groups(4); groups.join(3, 1); groups.all()
        [[0], [1, 3], [2]]
        """
        found: dict[int, list[int]] = {}
        for n in range(len(self._of)):
            found.setdefault(self.root(n), []).append(n)
        return list(found.values())


def merged(
    entries: Sequence[T],
    buckets: Callable[[T], Iterable[Hashable]],
    same: Callable[[T, T], bool],
) -> list[list[T]]:
    """Entries in groups: those of one bucket that are the same, and what hangs on them.

    >>> merged([1, 11, 2, 21], lambda n: [n % 10], lambda a, b: abs(a - b) < 15)
    [[1, 11, 21], [2]]
    """
    groups = Groups(len(entries))
    found: dict[Hashable, list[int]] = {}
    for n, entry in enumerate(entries):
        for bucket in buckets(entry):
            before = found.setdefault(bucket, [])
            for other in reversed(before[-_MOST:]):
                if groups.root(other) != groups.root(n) and same(entries[other], entry):
                    groups.join(other, n)
            before.append(n)
    return [[entries[n] for n in group] for group in groups.all()]
