"""Nearly the same words are found, in any script, and others are not."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.store import sketch
from tests.archives import PROSE

TEXT = " ".join(PROSE)


def _shingles(text: str) -> frozenset[int]:
    return sketch.shingles(sketch.words(text))


def test_signs_and_case_are_no_words() -> None:
    assert sketch.words("“ПЁТР – 5 %”!") == sketch.words("петр 5") == ["петр", "5"]


def test_where_words_are_not_set_apart_each_sign_is_one() -> None:
    assert len(sketch.words("外交部发言人")) == 6
    assert len(_shingles("外交部发言人主持例行记者会")) == 10


def test_an_edit_is_nearly_the_same() -> None:
    edited = TEXT.replace("an hour", "two hours")
    assert 0.9 < sketch.shared(_shingles(TEXT), _shingles(edited)) < 1
    assert sketch.shared(_shingles(TEXT), _shingles("Quite another text about a budget.")) == 0


def test_a_text_that_grows_is_contained() -> None:
    grown = _shingles(TEXT + " And the treasurer answered questions about the toll." * 30)
    assert sketch.contained(_shingles(TEXT), grown) == 1.0
    assert sketch.shared(_shingles(TEXT), grown) < 1.0


def test_sketches_tell_how_much_is_shared() -> None:
    chance = random.Random(7)
    for share in (0.3, 0.6, 0.9):
        both = frozenset(chance.getrandbits(62) for _ in range(int(3000 * share)))
        rest = int(3000 * (1 - share) / 2)
        a, b = (both | {chance.getrandbits(62) for _ in range(rest)} for _ in range(2))
        told = sketch.alike(sketch.sketch(a), sketch.sketch(b))
        assert abs(told - sketch.shared(a, b)) < 0.15


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    found = _shingles(text)
    assert bool(found) == bool(sketch.words(text))
    values = sketch.sketch(found)
    assert sketch.unpacked(sketch.packed(values)) == values
