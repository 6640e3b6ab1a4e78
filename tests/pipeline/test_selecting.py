"""What a program may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest

from onrecord.pipeline.selecting import Chosen, Found, filters, selected
from onrecord.search.records import Filters, Request
from tests.search.written import TURNS, turn, written


def test_filters_are_those_of_search() -> None:
    assert set(get_type_hints(Chosen)) == set(Filters.__struct_fields__)
    assert filters({}) == filters({"lang": None, "since": None}) == Filters()
    made = filters({"lang": "en", "kind": ["answer", "note"], "until": "2021"})
    assert made == Filters(lang=("en",), kind=("answer", "note"), until="2021")


def test_wrong_filters_are_named() -> None:
    with pytest.raises(TypeError, match="no filter 'language': one of lang, country"):
        filters({"language": "en"})  # type: ignore[typeddict-unknown-key]
    for wrong in (3, ["en", 3], b"en"):
        with pytest.raises(TypeError, match=r"lang: .* is no text"):
            filters({"lang": wrong})  # type: ignore[typeddict-item]


def test_paragraphs_are_of_one_turn(tmp_path: Path) -> None:
    spoken = [turn("a", "One ferry."), turn("a", "A second ferry.", 0), turn("a", "A ferry.", 7)]
    index = written(tmp_path / "index", [*spoken, *TURNS])
    assert selected(index, "ferry", Filters()) == {("a", 1): {0, 7}, ("ferry", 1): {0}}
    assert selected(index, "ferry", Filters(statement=("a",))) == {("a", 1): {0, 7}}
    assert selected(index, "balloon", Filters()) == {}


def test_what_is_found_has_its_counts(tmp_path: Path) -> None:
    index = written(tmp_path / "index", TURNS)
    found = Found(index.search(Request(query="sanctoin", limit=1, facets=("role",))))
    assert [hit.statement for hit in found] == [hit.statement for hit in found] == ["pact"]
    assert (found.total, found.suggestion) == (1, "sanction")
    assert found.facets == {"role": {"questioner": 1}}
    assert found.to_arrow()["highlights"].to_pylist() == [[{"start": 109, "end": 117}]]
