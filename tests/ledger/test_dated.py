"""Dates against a day that a reader names."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.dated import first, known, last, within


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.sampled_from((4, 7, 10)))
def test_a_date_begins_before_it_ends(day: datetime.date, length: int) -> None:
    date = day.isoformat()[:length]
    assert first(date) <= day.isoformat() <= last(date)
    assert datetime.date.fromisoformat(last(date))
    assert within(date, first(date), last(date))


def test_what_is_no_date_is_not_known() -> None:
    assert known("P3D") is None
    assert known(7) is None
    assert known("2024-13-01") == "2024"
    assert not within(None, "2024", None)
