"""Tests of extract.stamps: dates in a short text."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import stamps
from onrecord.languages.loader import language

DAY = "2019-10-09"


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "9 October 201910:54", f"{DAY}T10:54"),
        ("en", "9 October 20199:54", f"{DAY}T09:54"),
        ("en", "October 9, 2019 at 3:05 p.m.", f"{DAY}T15:05"),
        ("en", "10:54, Wednesday 9 October 2019", f"{DAY}T10:54"),
        ("en", "Published October 9, 2019by the Ministry", DAY),
        ("en", "Oct 92019", DAY),
        ("en", "Wed, 09 Oct 2019 10:54:24 +0000", f"{DAY}T10:54"),
        ("ru", "9 октября 2019 г. в 10.54", f"{DAY}T10:54"),
        ("uk", "9 жовтня 2019 року", DAY),
        ("de", "Mittwoch, 9. Oktober 2019, 10.54 Uhr", f"{DAY}T10:54"),
        ("de", "Minister9.10.2019", DAY),
        ("es", "9 de octubre de 2019", DAY),
        ("fr", "1er mars 2024 à 9h05", "2024-03-01T09:05"),
        ("zh", "2019年10月9日 下午3:05", f"{DAY}T15:05"),
        ("ar", "٩ أكتوبر ٢٠١٩", DAY),
        ("en", "October 2019", "2019-10"),
        ("en", "2019-10-09T10:54:00+03:00", f"{DAY}T10:54"),
    ],
)
def test_values(tag: str, text: str, value: str) -> None:
    assert [stamp.value for stamp in stamps.read(text, language(tag))] == [value]


@pytest.mark.parametrize("text", ["9 октября 2019 года", "9. Oktober 2019", "2019年10月9日"])
def test_other_languages_are_read_where_the_pages_own_says_nothing(text: str) -> None:
    assert [stamp.value for stamp in stamps.read(text, language("en"))] == [DAY]


@pytest.mark.parametrize(
    "text",
    ["", "no date", "the year 2019", "9 October", "12:30", "Tel. 030/12 34 56", "9 رمضان 1440"],
)
def test_no_date(text: str) -> None:
    assert stamps.read(text, language("en")) == []


def test_a_day_that_is_none_says_so() -> None:
    (stamp,) = stamps.read("31 February 2019", language("en"))
    assert (stamp.value, stamp.problem) == (None, "no such day: 31 February 2019")


def test_figures_that_nobody_can_tell_apart() -> None:
    (stamp,) = stamps.read("02/03/2024 10:54", language("en"))
    assert stamp.value is None
    assert stamp.choices == ("2024-03-02T10:54", "2024-02-03T10:54")


@pytest.mark.parametrize(
    ("text", "value"), [("25/03/2024", "2024-03-25"), ("3/25/2024", "2024-03-25")]
)
def test_an_impossible_month_decides(text: str, value: str) -> None:
    assert stamps.read(text, language("en"))[0].value == value


def test_the_clock_of_an_event_is_not_taken() -> None:
    assert stamps.read("9 October 2019, 10:00-12:00", language("en"))[0].value == DAY


def test_the_second_of_two_days_is_no_stamp() -> None:
    assert stamps.read("9-10 October 2019", language("en")) == []


def test_several_dates_keep_their_clocks() -> None:
    text = "Published 9 October 2019 10:54. Updated 10 October 2019 11:30."
    values = [stamp.value for stamp in stamps.read(text, language("en"))]
    assert values == ["2019-10-09T10:54", "2019-10-10T11:30"]


@pytest.mark.parametrize(
    ("text", "clock"),
    [("12:30", "12:30"), (" 9:05 am", "09:05"), ("12:30 to go", None), ("12", None)],
)
def test_clock_alone(text: str, clock: str | None) -> None:
    assert stamps.clock_alone(text, language("en")) == clock


def test_a_day_without_a_year_is_no_stamp() -> None:
    assert stamps.read("On 9 October, and in 2019", language("en")) == []
    found = stamps.day_of_year("On 9 October, and in 2019", language("en"))
    assert found is not None
    assert found.value == "DATE XXXX-10-09"


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)),
    st.text(alphabet="abc ,.;()\n", max_size=20),
)
def test_spans_point_at_the_date(day: datetime.date, around: str) -> None:
    printed = f"{day:%d.%m.%Y}"
    text = f"{around} {printed} {around}"
    (stamp,) = stamps.read(text, language("de"))
    assert text[stamp.start : stamp.end] == printed
    assert stamp.value == str(day)


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for stamp in stamps.read(text + " 9 October 201910:54", language("en")):
        assert 0 <= stamp.start < stamp.end <= len(text) + 20
        assert stamp.value or stamp.problem or stamp.choices
