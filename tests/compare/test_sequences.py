from __future__ import annotations

import numpy as np

from onrecord.compare.sequences import plain, sequenced
from tests.compare.support import Concepts


def test_marks_and_capitals_do_not_count_in_what_is_the_same() -> None:
    assert plain(["\u201cWe\u201d  agreed"]) == plain(['"we" agreed'])


def test_spared_sentences_get_no_vector_and_the_rest_are_weighed_by_length() -> None:
    made = sequenced(["aone", "atwo " * 8], Concepts(), [range(0, 1)])
    assert made.vectors is not None
    assert not made.vectors[0].any()
    assert np.isclose(np.linalg.norm(made.vectors[1]) ** 2, 40)


def test_without_an_encoder_there_are_no_vectors() -> None:
    assert sequenced(["one"], None, ()).vectors is None
