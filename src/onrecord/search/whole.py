"""Whole texts by meaning: which statement says the same, sentence by sentence, in any language.

Each sentence of one side is compared with its nearest of the other, in both directions, and the
mean counts, long sentences more. Vectors of one language have a direction in common, most of all
where the encoder was not trained on it: it is taken out, language by language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.meaning.encoder import Matrix
from onrecord.records import Span
from onrecord.search.embeddings import Vectors
from onrecord.search.semantic import Near
from onrecord.search.windows import SENTENCE
from onrecord.store import vectors
from onrecord.store.vectors import Stretch

_MOST = 96  # sentences of the text that is asked with
_FEW = 30  # sentences by which the mean of a language can be told


class Said(NamedTuple):
    """A turn that may be found: the text that it is of, and its language."""

    group: str
    language: str | None


class Own(NamedTuple):
    """The text that is asked with: a row a sentence, of length 1, and weights."""

    rows: Matrix
    weights: Matrix


def own(found: Vectors, places: Sequence[int], same: Sequence[int]) -> Own:
    """The sentences of some turns. `same`: turns of their language, to tell what it has in
    common."""
    stretches = _sentences(found, places)
    stretches = stretches[:: max(1, -(-len(stretches) // _MOST))]
    rows = _rows(found, stretches)
    others = _rows(found, _sentences(found, same))
    return Own(_unit(rows - _mean(others)), _weights(stretches))


def alike(found: Vectors, mine: Own, said: Mapping[int, Said]) -> list[Near]:
    """The turns that are nearest to a text: one for each text, the nearest text first."""
    stretches = _sentences(found, list(said))
    stretches.sort(key=lambda each: said[each.place].group)
    if not stretches or not len(mine.rows):
        return []
    rows = _rows(found, stretches)
    products = _products(mine.rows, rows, [said[each.place].language for each in stretches])
    groups = [said[each.place].group for each in stretches]
    starts = [n for n, name in enumerate(groups) if n == 0 or name != groups[n - 1]]
    there = np.maximum.reduceat(products, starts, axis=1).T @ mine.weights / mine.weights.sum()
    weights, best = _weights(stretches), products.max(axis=0)
    back = np.add.reduceat(best * weights, starts) / np.add.reduceat(weights, starts)
    near = []
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else len(stretches)
        at = stretches[start + int(best[start:stop].argmax())]
        score = float(there[n] + back[n]) / 2
        near.append(Near(at.place, score, float(best[start:stop].max()), Span(at.start, at.stop)))
    return sorted(near, key=lambda each: (-each.score, each.place))


def _sentences(found: Vectors, places: Sequence[int]) -> list[Stretch]:
    kept = [each for each in vectors.stretches(found.db, places) if each.kind == SENTENCE]
    return sorted(kept, key=lambda each: (each.place, each.start))


def _rows(found: Vectors, stretches: Sequence[Stretch]) -> Matrix:
    return found.nearness.rows([each.vector for each in stretches])


def _weights(stretches: Sequence[Stretch]) -> Matrix:
    made: Matrix = np.sqrt(np.array([max(1, each.stop - each.start) for each in stretches], "f4"))
    return made


def _products(mine: Matrix, rows: Matrix, languages: Sequence[str | None]) -> Matrix:
    """The products with all rows, as if what each language has in common were taken out of them
    and they were of length 1 again; the rows are not copied for it."""
    made: Matrix = mine @ rows.T
    tags = np.array([tag or "" for tag in languages])
    sizes = np.einsum("ij,ij->i", rows, rows)
    for tag in set(tags.tolist()):
        chosen = tags == tag
        mean = _mean(rows if chosen.all() else rows[chosen])
        left = sizes[chosen] - 2 * (rows @ mean)[chosen] + mean @ mean
        scale = np.sqrt(np.maximum(left, 1e-12))
        made[:, chosen] = (made[:, chosen] - (mine @ mean)[:, None]) / scale
    return made


def _mean(rows: Matrix) -> Matrix:
    found: Matrix = rows.mean(axis=0) if len(rows) >= _FEW else np.zeros(rows.shape[1], "f4")
    return found


def _unit(rows: Matrix) -> Matrix:
    made: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return made
