"""The ledger as its pages see it."""

from __future__ import annotations

import pytest

from onrecord.ledger.commitments import commitments
from onrecord.web.ledger import Query, around, counted, picked, turned
from tests.ledger.support import promise


def test_the_address_is_the_state() -> None:
    query = Query(source="NO", page=3)
    assert query.address("/agenda") == "/agenda?source=NO&page=3"
    assert query.address("/agenda", page=1) == "/agenda?source=NO"
    assert query.given() == {"source": "NO"}


@pytest.mark.parametrize(
    ("page", "total", "ends"), [(1, 10, (0, 0)), (2, 61, (1, 1)), (3, 61, (1, 0))]
)
def test_pages_have_neighbours(page: int, total: int, ends: tuple[int, int]) -> None:
    before, after = around(Query(page=page), "/x", total)
    assert (bool(before), bool(after)) == (bool(ends[0]), bool(ends[1]))


def test_a_page_is_a_piece() -> None:
    assert turned(list(range(70)), 3) == tuple(range(60, 70))
    assert counted([], ("a",)) == {}


def test_the_entry_of_an_annotation_is_picked_by_its_id_or_by_its_words() -> None:
    entries = commitments(
        [promise("We will open it."), promise("We will close it.", statement="b")]
    )
    found = picked(entries, entries[1].id, lambda one: (one.said,))
    assert found == [entries[1]]
    start = entries[0].said.span.start
    within = f"{entries[0].id.partition('#')[0]}#outcome:{start}-{start + 2}"
    assert picked(entries, within, lambda one: (one.said,)) == [entries[0]]
    assert picked(entries, "a@1#event:900-910", lambda one: (one.said,)) == []
    assert picked(entries, "no id", lambda one: (one.said,)) == []
    assert len(picked(entries, "", lambda one: (one.said,))) == 2
