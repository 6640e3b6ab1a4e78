"""A turn is as near as its nearest sentence and passage; conditions are met exactly."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.meaning.encoder import Identity
from onrecord.search.embeddings import Vectors
from onrecord.search.nearness import STORED, Nearness
from onrecord.search.semantic import measured, nearest
from onrecord.store import vectors
from onrecord.store.vectors import Stretch


def test_nearest_sentence_and_conditions(tmp_path: Path) -> None:
    db = vectors.opened(tmp_path / "v.sqlite")
    for place in range(1, 9):
        row = np.zeros(8, dtype=STORED)
        row[place - 1] = 1
        n = vectors.keep(db, bytes([place]), row.tobytes())
        vectors.put(db, "s", [Stretch(place, 0, place, place + 3, n)])
    index = Nearness(tmp_path / "n.usearch", db, 8)
    index.follow()
    identity = Identity(name="t", version="1", digest="", dimensions=8)
    found = Vectors(db, identity, index)
    question = np.array([0.1, 0.9, 0.3, 0, 0, 0, 0, 0], dtype=np.float32)
    assert [near.place for near in nearest(found, question, 2)] == [2, 3]
    only = nearest(found, question, 2, lambda places: {place for place in places if place != 2})
    assert [near.place for near in only] == [3, 1]
    assert measured(found, question, [2])[0].nearest == (2, 5)
