"""Periods: sure, possible, and in between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer.period import first_day, last_day, period

PREFIXES = st.dates().map(str).flatmap(lambda day: st.sampled_from([day[:4], day[:7], day]))


@pytest.mark.parametrize(
    ("since", "until", "date", "sure", "possible"),
    [
        ("2004-03-09", None, "2004-03-09", True, True),
        ("2004-03-09", None, "2004-03-08", False, False),
        ("2004-03", None, "2004-03-09", False, True),
        ("2004", "2006", "2005-01-01", True, True),
        ("2004", "2006", "2006-05-01", False, True),
        (None, "2006-05-02", "2006-05-01", False, True),
        (None, "2006-05-02", "2006-05-03", False, False),
    ],
)
def test_days(since: str | None, until: str | None, date: str, sure: bool, possible: bool) -> None:
    known = period(since, until)
    assert known.surely_holds(date) is sure
    assert known.may_hold(date) is possible


@given(PREFIXES, PREFIXES, st.dates().map(str))
def test_what_is_sure_is_possible(since: str, until: str, date: str) -> None:
    known = period(since, until)
    assert known.may_hold(date) or not known.surely_holds(date)


@given(PREFIXES)
def test_the_first_day_is_not_after_the_last(prefix: str) -> None:
    assert first_day(prefix) <= last_day(prefix)
    assert first_day(prefix).startswith(prefix)
