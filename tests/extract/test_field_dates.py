"""Tests of extract.field_dates: the date in a structured field."""

from __future__ import annotations

import pytest

from onrecord.extract.field_dates import read
from onrecord.extract.page import Field
from onrecord.languages.loader import language


def field(value: str, method: str = "json-ld") -> Field:
    return Field(name="published", method=method, value=value)


@pytest.mark.parametrize(
    ("printed", "value", "utc"),
    [
        ("2019-10-09", "2019-10-09", False),
        ("2019-10-09T10:54:00+03:00", "2019-10-09T10:54", False),
        ("2019-10-09 10:54:07", "2019-10-09T10:54", False),
        ("2019-10-09T22:54:00.000Z", "2019-10-09T22:54", True),
        ("2019-10-09T22:54:00+00:00", "2019-10-09T22:54", True),
        ("2019-10-09T00:00:00", "2019-10-09", False),
        ("2019-1-9", "2019-01-09", False),
        ("2019-10", "2019-10", False),
        ("20191009", "2019-10-09", False),
        ("20191009T105400Z", "2019-10-09T10:54", True),
        ("Mon, 25 Jul 2022 21:03:24 +0000", "2022-07-25T21:03", True),
        ("9 октября 2019 года", "2019-10-09", False),
    ],
)
def test_values(printed: str, value: str, utc: bool) -> None:
    found = read(field(printed), language("en"))
    assert (found.value, found.utc, found.problem) == (value, utc, None)


@pytest.mark.parametrize(
    ("printed", "problem"),
    [
        ("2019-02-31", "no such day"),
        ("2019-10-09T25:61", "no such day"),
        ("9999-01-01", "no day of a publication"),
        ("0001-01-01T00:00:00Z", "no day of a publication"),
        ("1970-01-01T00:00:00Z", "no day of a publication"),
        ("31 February 2019", "no such day"),
        ("tomorrow", "no date that can be read"),
        ("", "no date that can be read"),
        ("9" * 5000, "no date that can be read"),
    ],
)
def test_problems(printed: str, problem: str) -> None:
    found = read(field(printed), language("en"))
    assert found.value is None
    assert found.problem is not None
    assert found.problem.startswith(problem)
    assert len(found.problem) < 120


def test_midnight_of_a_feed_is_a_clock() -> None:
    assert read(field("2019-10-09T00:00:00Z", "feed"), language("en")).value == "2019-10-09T00:00"


def test_ambiguous_figures_keep_both_readings() -> None:
    assert read(field("02/03/2024"), language("en")).choices == ("2024-03-02", "2024-02-03")
