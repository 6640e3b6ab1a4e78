from __future__ import annotations

import pytest

from onrecord.gazetteer import localities as table
from onrecord.gazetteer.localities import areas, localities, total, weight


def test_every_row_is_found_by_halving() -> None:
    rows = table._table().decode().splitlines()
    for row in [rows[0], *rows[:: len(rows) // 200], rows[-1]]:
        key, _, value = row.partition("\t")
        assert table._row(key.encode()) == value


@pytest.mark.parametrize("name", ["", "zzzzzz", "no such town"])
def test_an_unknown_name_has_no_places(name: str) -> None:
    assert localities(name) == ()


def test_the_world_is_the_sum_of_its_states() -> None:
    states = [found for (country, area), found in areas().items() if country and not area]
    whole = total("")
    assert whole is not None
    assert sum(found.people for found in states) == whole.people
    assert total("US", "no such area") is None


def test_a_weight_grows_more_slowly_than_people() -> None:
    assert weight(2_000) < weight(20_000) < 10 * weight(2_000)
    assert weight(1) == weight(500)
