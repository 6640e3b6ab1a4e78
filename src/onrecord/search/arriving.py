"""Turns that come, by meaning: which of them lie near enough to a question to be told.

How near is near differs from question to question: to some everything lies a little near. So it is
told of the archive itself: a sample of its turns says how near turns usually lie to a question, and
a turn that comes is told if it lies `DEVIATIONS` standard deviations nearer than that. What is not
about the question does so about once in two thousand times (docs/explanation/meaning.md). Where an
archive has few turns, what is usual of the encoder stands in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.archive.folder import Folder
from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import Matrix, encoder
from onrecord.search import embeddings
from onrecord.search.nearness import STORED
from onrecord.search.records import IndexedTurn
from onrecord.search.semantic import Near, gathered
from onrecord.store import vectors
from onrecord.store.vectors import Stretch

DEVIATIONS = 4.5
SAMPLE = 2_000  # turns of the archive that are looked at
FEWEST = 200  # under which they tell little


class Usual(NamedTuple):
    """How near turns usually lie to a question: the mean, and the standard deviation."""

    mean: float
    deviation: float

    @property
    def least(self) -> float:
        """How near a turn must lie to be told."""
        return self.mean + DEVIATIONS * self.deviation


# Of each encoder, where an archive says little: means over the questions of MLQA (development).
USUAL = {"use": Usual(0.059, 0.058), "e5": Usual(0.731, 0.019)}


class Arrivals:
    """Turns that have come, encoded once for all questions, as search has them."""

    def __init__(self, turns: Iterable[IndexedTurn], name: str) -> None:
        cut = [each for turn in turns for each in embeddings.stretches_of(turn)]
        numbers = {text: n for n, text in enumerate(dict.fromkeys(text for _, text in cut))}
        self._stretches = [stretch._replace(vector=numbers[text]) for stretch, text in cut]
        rows = encoder(name).encode(list(numbers)) if numbers else np.zeros((0, 1))
        self._rows = rows.astype(STORED).astype(np.float32)

    def near(self, question: Matrix) -> dict[int, Near]:
        """How near each turn lies, by its place."""
        if not self._stretches or not np.any(question):
            return {}
        products = dict(enumerate((self._rows @ question).tolist()))
        return {near.place: near for near in gathered(self._stretches, products)}


class Background:
    """A sample of an archive's turns."""

    def __init__(self, stretches: Sequence[Stretch], rows: Matrix, name: str) -> None:
        self._stretches = stretches
        self._rows = rows
        self.name = name

    def question(self, text: str) -> Matrix:
        """The vector of a question."""
        row: Matrix = encoder(self.name).ask([text])[0]
        return row

    def usual(self, question: Matrix) -> Usual:
        """How near the archive's turns usually lie to a question."""
        products = dict(enumerate((self._rows @ question).tolist()))
        scores = [near.score for near in gathered(self._stretches, products)]
        if len(scores) < FEWEST:
            return USUAL[self.name]
        return Usual(float(np.mean(scores)), float(np.std(scores)))


def background(folder: Folder) -> Background:
    """The sample of an archive. `NoEncoder` if it cannot be asked by meaning."""
    name = embeddings.made_by(folder)
    if name is None:
        raise NoEncoder(f"{folder.meaning}: no vectors: make them with `onrecord meaning`")
    encoder(name)
    db = vectors.opened(folder.meaning / "vectors.sqlite")
    try:
        return _sampled(db, name)
    finally:
        db.close()


def _sampled(db: sqlite3.Connection, name: str) -> Background:
    found = vectors.stretches(db, vectors.sample(db, SAMPLE))
    kept = vectors.rows(db, list(dict.fromkeys(stretch.vector for stretch in found)))
    at = {number: n for n, number in enumerate(kept)}
    raw = np.frombuffer(b"".join(kept.values()), dtype=STORED)
    size = encoder(name).identity.dimensions
    rows = raw.reshape(-1, size).astype(np.float32)
    placed = [each._replace(vector=at[each.vector]) for each in found if each.vector in at]
    return Background(placed, rows, name)
