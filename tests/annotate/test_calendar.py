"""Tests of annotate.calendar: periods, their bounds, and feasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import calendar

DAYS = st.dates(date(1000, 1, 1), date(3000, 1, 1))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"])


@pytest.mark.parametrize(
    ("by", "unit", "value"),
    [
        (1, "M", "2020-01"),
        (-12, "M", "2018-12"),
        (1, "Q", "2020-Q1"),
        (-1, "H", "2019-H1"),
        (0, "CE", "20"),
        (-1, "DE", "200"),
        (2, "W", "2019-W52"),
        (-3000, "Y", None),
        (10**9, "D", None),
        (1, "TH", None),
    ],
)
def test_moving(by: int, unit: str, value: str | None) -> None:
    assert calendar.moved(date(2019, 12, 9), by, unit) == value


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019-WI", ("2019-12-01", "2020-02-29")),
        ("2019-W41-WE", ("2019-10-12", "2019-10-13")),
        ("2019-H2", ("2019-07-01", "2019-12-31")),
        ("2019/2021", ("2019-01-01", "2021-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("2019-10-09TMO", ("2019-10-09", "2019-10-09")),
        ("2019-02-30", None),
        ("XXXX-10", None),
        ("2019-XX-XX", None),
        ("PAST_REF", None),
    ],
)
def test_bounds(value: str, bounds: tuple[str, str] | None) -> None:
    assert calendar.bounds(value) == bounds


@given(DAYS, UNITS)
def test_a_day_lies_in_its_period(day: date, unit: str) -> None:
    value = calendar.moved(day, 0, unit)
    assert value is not None
    bounds = calendar.bounds(value)
    assert bounds is not None
    start, end = bounds
    assert calendar.unit(value) == unit
    assert start <= end
    assert unit == "WE" or start <= day.isoformat() <= end


@given(DAYS, UNITS, st.integers(-9, 9))
def test_there_and_back(day: date, unit: str, by: int) -> None:
    there = calendar.moved(day, by, unit)
    assert there is not None
    bounds = calendar.bounds(there)
    assert bounds is not None
    back = calendar.moved(date.fromisoformat(bounds[0]), -by, unit)
    assert back == calendar.moved(day, 0, unit)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("orthodox_easter", 2024, "2024-05-05"),
        ("orthodox_easter+49", 2024, "2024-06-23"),
        ("easter+39", 2019, "2019-05-30"),
        ("thanksgiving", 2019, "2019-11-28"),
        ("us_labor_day", 2019, "2019-09-02"),
        ("victory_day", 1995, "1995-05-09"),
        ("moon_day", 2019, None),
        ("easter", 1200, None),
    ],
)
def test_feasts(name: str, year: int, day: str | None) -> None:
    assert calendar.feast(name, year) == day


@given(st.integers(1583, 3000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert calendar.easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= calendar.easter(year) <= date(year, 4, 25)
    assert calendar.orthodox_easter(year).isoweekday() == 7


def test_parts_of_every_year() -> None:
    assert [calendar.is_part(v) for v in ("2019-10", "2019-Q3", "2019", "2019-10-09")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_day() -> None:
    assert calendar.day("2019-10-09T10:54") == date(2019, 10, 9)
    assert calendar.day("2019-10") is calendar.day("never") is calendar.day(None) is None
