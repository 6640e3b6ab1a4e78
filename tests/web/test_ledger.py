"""The ledger as its pages see it."""

from __future__ import annotations

import pytest

from onrecord.web.ledger import Query, around, counted, turned


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
