"""Turns that come, by meaning."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from onrecord.archive.folder import Folder
from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import encode, encoder
from onrecord.search.arriving import (
    FEWEST,
    USUAL,
    Arrivals,
    Background,
    Usual,
    _sampled,
    background,
)
from onrecord.search.nearness import STORED
from onrecord.search.schema import place
from onrecord.store import vectors
from onrecord.store.vectors import Stretch
from tests.search.written import turn

BRIDGE = "Engineers will survey the old bridge. They report within ninety days."
RAIN = "It rained on the day of the parade."


def test_each_turn_is_as_near_as_its_sentences_and_its_passage() -> None:
    arrived = Arrivals([turn("a", BRIDGE), turn("b", RAIN)], "use")
    (question,) = encoder("use").ask(["Wer pr\u00fcft die alte Br\u00fccke?"])
    near = arrived.near(question)
    bridge, rain = near[place("a@1", 0)], near[place("b@1", 0)]
    assert bridge.score > USUAL["use"].least > rain.score
    assert BRIDGE[bridge.nearest.start - 100 : bridge.nearest.end - 100].startswith("Engineers")
    assert arrived.near(np.zeros(512, dtype=np.float32)) == {}
    assert Arrivals([], "use").near(question) == {}


def test_what_is_usual_is_told_by_the_archive_if_it_has_enough() -> None:
    rows = encode([f"Number {n} of the list." for n in range(FEWEST)])
    stretches = [Stretch(n, 0, 0, 9, n) for n in range(FEWEST)]
    (question,) = encoder("use").ask(["the number of a list"])
    many = Background(stretches, rows, "use").usual(question)
    assert many.mean > 0.3  # everything here lies near to it
    assert many.least > many.mean
    assert Background(stretches[:5], rows[:5], "use").usual(question) == USUAL["use"]
    assert Usual(0.1, 0.1).least == pytest.approx(0.55)


def test_a_sample_of_the_vectors(tmp_path: Path) -> None:
    db: sqlite3.Connection = vectors.opened(tmp_path / "vectors.sqlite")
    rows = encode(["One.", "Two."]).astype(STORED)
    numbers = [vectors.keep(db, bytes([n]), row.tobytes()) for n, row in enumerate(rows)]
    vectors.put(db, "a", [Stretch(7, 0, 0, 4, numbers[0]), Stretch(9, 0, 0, 4, numbers[1])])
    found = _sampled(db, "use")
    assert found._rows.shape == (2, 512)
    assert [each.place for each in found._stretches] == [7, 9]
    db.close()


def test_an_archive_without_vectors(tmp_path: Path) -> None:
    with pytest.raises(NoEncoder, match="onrecord meaning"):
        background(Folder(tmp_path))
