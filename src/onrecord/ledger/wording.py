"""How near two passages are in their words: shared stems, the rarer the heavier. It knows no stop
words: a word that stands everywhere weighs next to nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from onrecord.search.analysis import analyse

_SHORT = 3
_CAPITALS = frozenset({"de", "lb"})  # where every noun has a capital
_LONGEST = 4_000  # characters of a passage that are looked at


def content(text: str, language: str | None) -> frozenset[str]:
    """The stems of a passage.

    >>> sorted(content("We will open the bridges", "en"))
    ['en:bridg', 'en:open', 'en:the', 'en:will']
    """
    found = analyse(text[:_LONGEST], language).terms.split()
    return frozenset(term for term in found if len(term.rpartition(":")[2]) >= _SHORT)


def unnamed(text: str, language: str | None) -> frozenset[str]:
    """The stems of a passage without words with a capital, which may be names.

    >>> sorted(unnamed("Ada Brook had talks", "en"))
    ['en:had', 'en:talk']
    """
    if (language or "").partition("-")[0] in _CAPITALS:
        return content(text, language)
    kept = " ".join(word for word in text.split() if not word[:1].isupper())
    return content(kept, language)


class Rarity:
    """How much each stem weighs: the more passages have it, the less."""

    def __init__(self, passages: Iterable[frozenset[str]]) -> None:
        self._count: Counter[str] = Counter()
        self._of = 1
        for passage in passages:
            self._count.update(passage)
            self._of += 1

    def weight(self, term: str) -> float:
        """The more, the fewer passages have the stem."""
        return math.log(1 + self._of / (self._count[term] + 1))

    def share(self, term: str) -> float:
        """In which share of the passages a stem stands beyond the first two, from 0 to 1."""
        return max(0, self._count[term] - 2) / self._of

    def total(self, passage: Iterable[str]) -> float:
        """The weight of all stems."""
        return sum(map(self.weight, passage))

    def held(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Which share of a passage's weight stands in another too, from 0 to 1."""
        of = self.total(part)
        return self.total(part & whole) / of if of else 0.0

    def nearness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Which share of the weight of both is in both, from 0 to 1."""
        of = self.total(a | b)
        return self.total(a & b) / of if of else 0.0
