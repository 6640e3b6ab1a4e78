"""Tests of annotate.durations: amounts, lengths of time, and what lies one away."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.durations import amount, away, period, sized


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        ("1+1/2", "Y", "P1Y6M"),
        ("1/2", "Y", "P6M"),
        ("1/2", "TH", "PT30M"),
        ("2+1/2", "TH", "PT2H30M"),
        ("1/2", "D", "PT12H"),
        ("X", "TM", "PTXM"),
        ("2", "CE", "P200Y"),
        ("3", "2W", "P6W"),
        (None, "6M", "P6M"),
        (None, "XDE", "PXDE"),
        ("72", "TH", "PT72H"),
        ("3", "Q", "P3Q"),
        ("1+1/2", "M", "P1.5M"),
    ],
)
def test_lengths(number: str | None, unit: str, value: str) -> None:
    assert period(number, unit) == value


@given(st.integers(1, 999), st.sampled_from(["Y", "M", "W", "D"]))
def test_whole_numbers_stay(many: int, unit: str) -> None:
    assert period(str(many), unit) == f"P{many}{unit}"


def test_numbers() -> None:
    assert amount("2*100+30+5") == 235
    assert amount("2,5") == Fraction(5, 2)
    assert amount("") is amount(None) is amount("X") is None


def test_units_of_several() -> None:
    assert sized("15D") == ("15", "D")


@pytest.mark.parametrize(
    ("told", "way", "value"),
    [
        ({"n": "3", "unit": "Y"}, -1, "2016"),
        ({"n": "1/2", "unit": "Y"}, -1, "2019-04"),
        ({"n": "2", "unit": "2W"}, 1, "2019-W45"),
        ({"n": "2", "unit": "DE"}, -1, "1999"),
        ({"n": "1", "n+": "1/2", "unit": "Y"}, -1, "2018-04"),
        ({"n": "X", "unit": "D"}, -1, None),
        ({"n": "2", "unit": "TH"}, 1, None),
    ],
)
def test_away(told: dict[str, str], way: int, value: str | None) -> None:
    assert away(told, date(2019, 10, 9), way) == value
