"""What lies near in meaning lies near, across languages."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import encode, encoder, knows


def test_a_translation_is_nearer_than_another_sentence() -> None:
    rows = encode(["The dam will be built.", "Le barrage sera construit.", "We had lunch."])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.3


def test_a_blank_sentence_is_near_to_nothing() -> None:
    assert not encode(["  "]).any()


def test_an_unknown_encoder_is_told() -> None:
    with pytest.raises(NoEncoder, match="no encoder 'x'"):
        encoder("x")


def test_languages_that_it_knows() -> None:
    assert knows("fr")
    assert not knows("uk")
