"""Turns by meaning: the nearest to a question, and why.

A turn is as near as its nearest sentence and its nearest passage together (their mean). The index
of vectors finds candidates; each is then measured by all its vectors. With conditions, more and
more candidates are taken until enough meet them; where few turns meet them, all of these are
measured, and the answer is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.meaning.encoder import Matrix, encoder
from onrecord.meaning.questions import answered
from onrecord.records import Span
from onrecord.search.embeddings import Vectors
from onrecord.search.windows import SENTENCE
from onrecord.store import vectors
from onrecord.store.vectors import Stretch

_FIRST, _GROWTH, _MOST = 4, 4, 60_000
Allowed = Callable[[Sequence[int]], set[int]]


class Near(NamedTuple):
    """A turn by its place: how near it is, and the sentence that is nearest."""

    place: int
    score: float
    sentence: float
    nearest: Span


def question(found: Vectors, text: str) -> Matrix:
    """The vector of a question."""
    row: Matrix = encoder(found.identity.name).ask([text])[0]
    return answered(row, text, found.identity.name)


def measured(found: Vectors, vector: Matrix, places: Sequence[int]) -> list[Near]:
    """How near turns are, the nearest first. Exact."""
    stretches = vectors.stretches(found.db, places)
    numbers = list(dict.fromkeys(stretch.vector for stretch in stretches))
    products = dict(zip(numbers, (found.nearness.rows(numbers) @ vector).tolist(), strict=True))
    return gathered(stretches, products)


def gathered(stretches: Iterable[Stretch], products: Mapping[int, float]) -> list[Near]:
    """How near turns are by the products of their vectors, the nearest first."""
    sentences: dict[int, tuple[float, Span]] = {}
    passages: dict[int, float] = {}
    for stretch in stretches:
        product = products[stretch.vector]
        if stretch.kind == SENTENCE:
            best = sentences.get(stretch.place)
            if best is None or product > best[0]:
                sentences[stretch.place] = product, Span(stretch.start, stretch.stop)
        else:
            passages[stretch.place] = max(passages.get(stretch.place, -1.0), product)
    near = [
        Near(place, (best + passages.get(place, best)) / 2, best, span)
        for place, (best, span) in sentences.items()
    ]
    return sorted(near, key=lambda each: (-each.score, each.place))


def nearest(
    found: Vectors, vector: Matrix, count: int, allowed: Allowed | None = None
) -> list[Near]:
    """The nearest turns that are allowed, at most so many."""
    if not np.any(vector):
        return []
    look = max(count * _FIRST, 100)
    while True:
        close = found.nearness.nearest(vector, look)
        places = vectors.having(found.db, list(close))
        if allowed is not None:
            kept = allowed(places)
            places = [place for place in places if place in kept]
        if len(places) >= count or len(close) < look or look >= _MOST:
            return measured(found, vector, places)[:count]
        look = min(look * _GROWTH, _MOST)
