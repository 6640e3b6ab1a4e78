"""No result is lost in a drawing, and time has no gaps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.histogram import HEIGHT, MOST_MONTHS, histogram

MONTHS = st.builds("{:04}-{:02}".format, st.integers(1990, 2026), st.integers(1, 12))


@given(st.dictionaries(MONTHS, st.integers(1, 10_000), min_size=1))
def test_every_result_is_in_a_bar(months: dict[str, int]) -> None:
    drawn = histogram(months)
    assert drawn is not None
    assert sum(bar.number for bar in drawn.bars) == sum(months.values())
    assert len({bar.period for bar in drawn.bars}) == len(drawn.bars) <= MOST_MONTHS
    assert [bar.period for bar in drawn.bars] == sorted(bar.period for bar in drawn.bars)
    assert all(0 <= bar.y <= HEIGHT and bar.height <= HEIGHT for bar in drawn.bars)
    assert all((bar.height > 0) == (bar.number > 0) for bar in drawn.bars)
    places = [x for x, _ in drawn.labels]
    assert all(after - before >= 30 for before, after in pairwise(places))


def test_without_dates_there_is_no_drawing() -> None:
    assert histogram({}) is None
    assert histogram({"": 3, "2019": 2}) is None
