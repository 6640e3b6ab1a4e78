from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.search.engine import Index
from onrecord.search.planning import reach
from tests.search.written import found, hits, turn, written


@pytest.fixture
def index(tmp_path: Path) -> Index:
    texts = [f"the boat carries cargo number {n}" for n in range(6)]
    turns = [turn(f"s{n}", text) for n, text in enumerate(texts)]
    return written(
        tmp_path / "i", [*turns, turn("rare", "a lantern"), turn("both", "the lantern boat")]
    )


def test_up_to_three_words_must_all_occur(index: Index) -> None:
    assert found(index, "boat lantern") == {"both"}


def test_of_more_those_that_tell_something(index: Index) -> None:
    assert found(index, "the lantern that carries fish") == {
        "rare",
        "both",
        *(f"s{n}" for n in range(6)),
    } - {f"s{n}" for n in range(6)}


def test_the_more_and_the_rarer_the_better(index: Index) -> None:
    assert hits(index, "lantern boat OR cargo")[0].statement == "both"


def test_filters_do_not_change_the_score(index: Index) -> None:
    (plain,) = hits(index, "lantern boat")
    (filtered,) = hits(index, "lantern boat lang:en")
    assert plain.score == filtered.score


def test_words_of_plain_languages_are_ranked_by_their_exact_form(tmp_path: Path) -> None:
    turns = [turn("form", "sankcjami", language="pl"), turn("exact", "sankcje", language="pl")]
    assert [hit.statement for hit in hits(written(tmp_path / "i", turns), "sankcje")] == [
        "exact",
        "form",
    ]


@pytest.mark.parametrize(("word", "letters"), [("ab", 0), ("abc", 1), ("abcde", 1), ("abcdef", 2)])
def test_how_many_letters_may_be_wrong(word: str, letters: int) -> None:
    assert reach(word) == letters
