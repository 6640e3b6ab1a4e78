"""What was left out here and stands there: passages that have moved.

Only what is long enough to be itself, and nearer to one sentence of the other side than to any
other, is said to have moved.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.compare.likeness import Sequenced
from onrecord.compare.path import Floats

_LIKE, _APART = 0.62, 0.08  # how near, and how much nearer than the next
_LONG = 40  # characters
_SHARE = 0.5  # of the keys, where there are no vectors
_MOST = 4_000_000  # pairs that are looked at


def moved(
    a: Sequenced, b: Sequenced, left_a: Sequence[int], left_b: Sequence[int]
) -> tuple[tuple[int, int, float], ...]:
    """Members left out of A and the members of B that they are, with their likeness."""
    one = [i for i in left_a if a.lengths[i] >= _LONG]
    two = [j for j in left_b if b.lengths[j] >= _LONG]
    if not one or not two or len(one) * len(two) > _MOST:
        return ()
    like = _likeness(a, b, one, two)
    enough = _LIKE if a.vectors is not None else _SHARE
    found = []
    for n, i in enumerate(one):
        m = int(like[n].argmax())
        score = float(like[n, m])
        mutual = int(like[:, m].argmax()) == n and _alone(like, n, m)
        if mutual and score >= enough and _same_length(a.lengths[i], b.lengths[two[m]]):
            found.append((i, two[m], score))
    return tuple(found)


def _likeness(a: Sequenced, b: Sequenced, one: Sequence[int], two: Sequence[int]) -> Floats:
    if a.vectors is not None and b.vectors is not None:
        first, second = a.vectors[list(one)], b.vectors[list(two)]
        made: Floats = _unit(first) @ _unit(second).T
        return made
    shares = [
        [len(a.keys[i] & b.keys[j]) / max(1, len(a.keys[i]), len(b.keys[j])) for j in two]
        for i in one
    ]
    return np.array(shares, np.float32)


def _unit(rows: Floats) -> Floats:
    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return made


def _alone(like: Floats, n: int, m: int) -> bool:
    """Is there no other pair that is nearly as near?"""
    others = np.concatenate([np.delete(like[n], m), np.delete(like[:, m], n)])
    return len(others) == 0 or float(like[n, m] - others.max()) >= _APART


def _same_length(a: np.float32, b: np.float32) -> bool:
    return bool(0.5 <= a / b <= 2.0)
