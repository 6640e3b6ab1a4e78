from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import Damaged
from onrecord.search.reader import Reader
from onrecord.search.records import Update
from onrecord.search.writer import Writer, make
from tests.search.written import turn, written


def test_commits_of_others_are_seen(tmp_path: Path) -> None:
    reader = Reader(tmp_path / "i")
    assert reader.snapshot() is None
    written(tmp_path / "i", [turn("a", "x")])
    first = reader.snapshot()
    assert first is not None
    assert first is reader.snapshot()
    with Writer(tmp_path / "i") as writer:
        writer.put([Update(statement="b", turns=(turn("b", "x", language="ru"),))])
    second = reader.snapshot()
    assert second is not None
    assert (first.searcher.num_docs, second.searcher.num_docs) == (1, 2)
    assert (first.tags, set(second.tags)) == (("en", ""), {"en", "ru", ""})


def test_an_index_that_was_made_anew_is_seen(tmp_path: Path) -> None:
    written(tmp_path / "i", [turn("a", "x")])
    reader = Reader(tmp_path / "i")
    assert reader.snapshot() is not None
    make(tmp_path / "i")
    found = reader.snapshot()
    assert found is not None
    assert found.searcher.num_docs == 0


def test_a_damaged_index_is_named(tmp_path: Path) -> None:
    written(tmp_path / "i", [turn("a", "x")])
    (tmp_path / "i" / "meta.json").write_text("no")
    with pytest.raises(Damaged, match="rebuild"):
        Reader(tmp_path / "i").snapshot()
