"""Words and meaning in one order.

Ranks alone forget how sure each is: a rank fusion put the right paragraph lower than meaning alone.
So the scores are added: that of meaning, at most 1, and that of the words (BM25), weighted. The
weight was measured (docs/explanation/meaning.md).
"""

from __future__ import annotations

from collections.abc import Mapping

WEIGHT, WEIGHT_LONG = 0.02, 0.05
_LONG = 13


def weight(question: str) -> float:
    """How much words weigh: more in a long question, which has the words of its answer.

    >>> weight("who pays for the dam")
    0.02
    """
    return WEIGHT_LONG if len(question.split()) >= _LONG else WEIGHT


def fused(
    words: Mapping[int, float], meaning: Mapping[int, float], weight: float = WEIGHT
) -> list[tuple[int, float]]:
    """Places with their scores, the best first; of equals the lower number.

    >>> fused({1: 10.0, 2: 1.0}, {2: 0.3, 3: 0.25})
    [(2, 0.32), (3, 0.25), (1, 0.2)]
    """
    scores = {
        place: meaning.get(place, 0.0) + weight * words.get(place, 0.0)
        for place in {*words, *meaning}
    }
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
