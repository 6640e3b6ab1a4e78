from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.search.engine import Index
from tests.search.written import found, turn, written


@pytest.fixture
def index(tmp_path: Path) -> Index:
    turns = [
        turn("a", "x", speaker="Jan Novak", language="pt-BR", date="2020"),
        turn("b", "x", speaker="Jan Novak Junior", language="pt", date="2020-06-01"),
        turn("c", "x", speaker="Eva Jan", entity="person/eva", date="2020-06-02T09:00"),
    ]
    return written(tmp_path / "i", turns)


def test_who_has_exactly_the_name_else_who_has_its_words(index: Index) -> None:
    assert found(index, 'speaker:"Jan Novak"') == {"a"}
    assert found(index, 'speaker:"novak JAN"') == {"a", "b"}
    assert found(index, "speaker:jan") == {"a", "b", "c"}
    assert found(index, "speaker:person/eva") == {"c"}


def test_a_variety_is_found_by_its_language_but_not_the_other_way(index: Index) -> None:
    assert found(index, "lang:PT") == {"a", "b"}
    assert found(index, "lang:pt-br") == {"a"}


def test_a_date_less_precise_than_the_period_is_not_in_it(index: Index) -> None:
    assert found(index, "date:2020-06") == {"b", "c"}
    assert found(index, "date:2020") == {"a", "b", "c"}
    assert found(index, "date:2020-06-02..") == {"c"}


@pytest.mark.parametrize("wrong", ["kind:brief", "role:host", "lang:e*"])
def test_values_that_cannot_be(index: Index, wrong: str) -> None:
    with pytest.raises(QueryError) as told:
        found(index, wrong)
    assert told.value.query == wrong
    assert told.value.position == 5
