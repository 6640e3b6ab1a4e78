"""Tests of annotate.clock: times of day on dates."""

from __future__ import annotations

import pytest

from onrecord.annotate.clock import reading, with_clock


@pytest.mark.parametrize(
    ("clock", "half", "time"),
    [
        ("3", "pm", "15:00"),
        ("12", "pm", "12:00"),
        ("12:30", "am", "00:30"),
        ("17h45", None, "17:45"),
        ("24:00", None, "24:00"),
        ("25", None, None),
        ("10:75", None, None),
        ("noon", None, None),
    ],
)
def test_reading(clock: str, half: str | None, time: str | None) -> None:
    assert reading(clock, half) == time


def test_a_clock_on_a_day_is_a_minute() -> None:
    timex = with_clock({"clock": "9:05", "zone": "Z"}, "2019-10-09", "2019-10-09", None)
    assert timex is not None
    assert (timex.type, timex.value, timex.start, timex.zone) == (
        *("TIME", "2019-10-09T09:05", "2019-10-09T09:05", "Z"),
    )


def test_a_clock_on_an_unknown_day_has_no_start() -> None:
    timex = with_clock({"clock": "9:05"}, "XXXX-XX-XX", None, None)
    assert timex is not None
    assert (timex.value, timex.start) == ("XXXX-XX-XXT09:05", None)


def test_after_midnight_is_the_next_day() -> None:
    timex = with_clock({"clock": "24:30"}, "2019-12-31", None, None)
    assert timex is not None
    assert timex.value == "2020-01-01T00:30"


def test_a_part_of_a_day_keeps_the_day() -> None:
    timex = with_clock({"part": "MO"}, "2019-10-09", None, "START")
    assert timex is not None
    assert (timex.value, timex.start, timex.end, timex.mod) == (
        *("2019-10-09TMO", "2019-10-09", "2019-10-09", "START"),
    )


def test_last_night_is_the_night_before() -> None:
    timex = with_clock({"night": "-1NI"}, "2019-10-09", None, None)
    assert timex is not None
    assert timex.value == "2019-10-08TNI"


def test_no_such_time() -> None:
    assert with_clock({"clock": "31"}, "2019-10-09", None, None) is None
