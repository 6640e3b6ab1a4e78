"""The classifier: what it gives, that it is always the same, and that it is small."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare import inference
from onrecord.compare.inference import features, judged
from onrecord.meaning.encoder import encode


@given(st.integers(0, 2**32 - 1))
def test_shares_add_up_and_do_not_hang_on_which_is_first(seed: int) -> None:
    a, b = np.random.default_rng(seed).standard_normal((2, 512)).astype(np.float32)
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    found = judged(a, b)
    assert found.entailment + found.neutral + found.contradiction == pytest.approx(1, abs=1e-3)
    assert judged(b, a) == found
    assert features(a, b).shape == (1025,)


def test_opposite_and_same() -> None:
    said, against, same = encode(
        [
            "The ministry supports the new harbour.",
            "The ministry opposes the new harbour.",
            "The ministry is in favour of the new harbour.",
        ]
    )
    assert judged(said, against).contradiction > judged(said, same).contradiction


def test_it_is_small() -> None:
    assert Path(inference.__file__).with_name("inference.json").stat().st_size < 100_000
