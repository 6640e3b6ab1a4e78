from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.search.reader import Reader
from onrecord.search.suggestions import distance, edits, similar
from tests.search.written import TURNS, written

WORDS = st.text(alphabet="abcd", max_size=6)


def test_words_like_one(tmp_path: Path) -> None:
    written(tmp_path / "i", TURNS)
    snapshot = Reader(tmp_path / "i").snapshot()
    assert snapshot is not None
    assert similar(snapshot, "ferri") == ["ferry"]
    assert similar(snapshot, "sanctoins") == ["sanctions"]
    assert similar(snapshot, "snactoins") == ["sanctions"]
    assert similar(snapshot, "санкцый") == ["санкций", "санкцій"]
    assert similar(snapshot, "fr") == []
    assert similar(snapshot, "f" * 500) == []


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_zero_for_equals(a: str, b: str) -> None:
    assert distance(a, b, 2) == distance(b, a, 2)
    assert (distance(a, b, 2) == 0) == (a == b)


@given(WORDS)
def test_edits_are_at_distance_one(word: str) -> None:
    assert all(distance(word, other, 2) <= 1 for other in edits(word))
