"""Whole texts: the mean of both directions, and what a language has in common taken out."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.meaning.encoder import Identity
from onrecord.search import whole
from onrecord.search.embeddings import Vectors
from onrecord.search.nearness import STORED, Nearness
from onrecord.store import vectors
from onrecord.store.vectors import Stretch

_SIZE, _TEXTS = 16, 12


def _archive(root: Path) -> Vectors:
    """Texts of three sentences in two languages: text n of one says what text n of the other does,
    but all vectors of a language lean to one side."""
    db = vectors.opened(root / "v.sqlite")
    chance = np.random.default_rng(5)
    said = chance.normal(size=(_TEXTS, 3, _SIZE))
    for language in range(2):
        lean = chance.normal(size=_SIZE) * 3
        for text in range(_TEXTS):
            for n in range(3):
                row = said[text, n] + lean + chance.normal(size=_SIZE) * 0.2
                row = (row / np.linalg.norm(row)).astype(STORED)
                where = 1 + language * 100 + text * 3 + n
                kept = vectors.keep(db, bytes([language, text, n]), row.tobytes())
                vectors.put(db, f"{language}/{text}", [Stretch(where, 0, 0, 40, kept)])
    index = Nearness(root / "n.usearch", db, _SIZE)
    index.follow()
    return Vectors(db, Identity(name="t", version="1", digest="", dimensions=_SIZE), index)


def test_the_text_that_says_the_same_is_first(tmp_path: Path) -> None:
    found = _archive(tmp_path)
    others = {101 + n: whole.Said(f"1/{n // 3}", "b") for n in range(_TEXTS * 3)}
    mine = list(range(1, 1 + _TEXTS * 3))
    for text in range(_TEXTS):
        asked = whole.own(found, mine[text * 3 : text * 3 + 3], mine)
        near = whole.alike(found, asked, others)
        assert len(near) == _TEXTS
        assert others[near[0].place].group == f"1/{text}"
        assert near[0].score > near[1].score


def test_nothing_to_be_found(tmp_path: Path) -> None:
    found = _archive(tmp_path)
    assert whole.alike(found, whole.own(found, [1], []), {}) == []
    assert whole.alike(found, whole.own(found, [], []), {101: whole.Said("x", None)}) == []
