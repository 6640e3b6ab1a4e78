"""Tests of annotate.explicit: dates that say their year, or are written in figures."""

from __future__ import annotations

import pytest

from onrecord.annotate import explicit
from onrecord.annotate.timex import Context

SAID = Context("2019-10-09")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({"year": "2019", "month": "2", "day": "28"}, "2019-02-28"),
        ({"year": "2019", "month": "2", "day": "31"}, None),
        ({"year": "2019", "month": "10", "day": "9", "day2": "12"}, "2019-10-09/2019-10-12"),
        ({"year": "2019", "month": "10", "day": "12", "day2": "9"}, None),
        ({"year": "2019", "month": "5", "month2": "7"}, "2019-05/2019-07"),
        ({"year": "2019", "quarter": "3"}, "2019-Q3"),
        ({"year": "2019", "half": "1"}, "2019-H1"),
        ({"year": "2019", "season": "WI"}, "2019-WI"),
        ({"year": "2019", "year2": "21"}, "2019/2021"),
        ({"year": "2021", "year2": "2019"}, None),
        ({"year": "2019", "holiday": "orthodox_easter"}, "2019-04-28"),
        ({"year": "1648"}, "1648"),
    ],
)
def test_a_year_and_what_is_said_of_it(told: dict[str, str], value: str | None) -> None:
    found = explicit.of_year(told, SAID)
    assert found == ((value, None) if value else None)


@pytest.mark.parametrize(
    ("order", "printed", "value"),
    [
        (None, "09/10/2019", "2019-XX-XX"),
        ("dmy", "09/10/2019", "2019-10-09"),
        ("mdy", "09/10/2019", "2019-09-10"),
        ("mdy", "25/10/2019", "2019-10-25"),
        (None, "10/10/2019", "2019-10-10"),
        (None, "31/31/2019", None),
    ],
)
def test_which_figure_is_the_month(order: str | None, printed: str, value: str | None) -> None:
    found = explicit.slashed({"slashed": printed}, SAID._replace(order=order))
    assert found == ((value, None) if value else None)


def test_a_year_of_two_figures_does_not_lie_far_ahead() -> None:
    assert explicit.numeric({"dmy": "09.10.19"}, SAID) == ("2019-10-09", None)
    assert explicit.numeric({"dmy": "09.10.89"}, SAID) == ("1989-10-09", None)
    assert explicit.numeric({"dmy": "32.10.89"}, SAID) is None


def test_decades_and_centuries() -> None:
    assert explicit.decade({"decade": "20"}, SAID) == ("192", None)
    assert explicit.decade({"decade": "20"}, Context("2024-01-01")) == ("202", None)
    assert explicit.century({"century": "9"}, SAID) == ("08", None)


def test_other_notations() -> None:
    assert explicit.iso({"iso": "2019-10-09t10:54:30z"}, SAID) == ("2019-10-09T10:54", None)
    assert explicit.iso({"iso": "2019-02-31"}, SAID) is None
    assert explicit.pair({"pair": "2014/15"}, SAID) == ("2014/2015", None)
    assert explicit.words({"words": "1900+90", "month": "1"}, SAID) == ("1990-01", None)
    assert explicit.within({"month": "2"}, 2019) == "2019-02"
    assert explicit.checked(2019, 13, 1) is None


def test_numbers_of_laws() -> None:
    assert explicit.pair({"pair": "2014/65"}, Context(None)) is None
    law = {"year": "12/2002", "month": "5", "day": "23"}
    assert explicit.of_year(law, Context(None)) == ("2002-05-23", None)
