"""Tests of annotate.relative: dates that are reckoned. The reference is a Wednesday."""

from __future__ import annotations

import pytest

from onrecord.annotate import relative
from onrecord.annotate.timex import Context, Direction

SAID = Context("2019-10-09")
NOBODY_KNOWS = Context(None)


@pytest.mark.parametrize(
    ("told", "way", "value"),
    [
        ({"month": "10", "day": "20"}, -1, "2019-10-20"),  # too near for another year
        ({"month": "3", "day": "1"}, -1, "2019-03-01"),
        ({"month": "3", "day": "1"}, 1, "2020-03-01"),
        ({"month": "11"}, 0, "2019-11"),
        ({"month": "11"}, -1, "2019-11"),  # too near as well
        ({"month": "12"}, -1, "2018-12"),
        ({"month": "7"}, 1, "2020-07"),
        ({"month": "11", "rel": "-1"}, 0, "2018-11"),
        ({"month": "11", "rel": "1"}, 0, "2019-11"),
        ({"month": "11", "rel": "-1", "of": "Y"}, 0, "2018-11"),
        ({"quarter": "4"}, 0, "2019-Q4"),
        ({"season": "SU", "rel": "0"}, 0, "2019-SU"),
        ({"holiday": "christmas"}, 1, "2019-12-25"),
        ({"month": "2", "day": "30"}, 0, None),
    ],
)
def test_without_a_year(told: dict[str, str], way: Direction, value: str | None) -> None:
    found = relative.without_year(told, SAID._replace(direction=way))
    assert found == ((value, "2019-10-09") if value else None)


@pytest.mark.parametrize(
    ("told", "way", "value"),
    [
        ({"weekday": "5"}, 1, "2019-10-11"),
        ({"weekday": "5"}, -1, "2019-10-04"),
        ({"weekday": "3"}, -1, "2019-10-09"),
        ({"weekday": "3", "rel": "-1"}, 0, "2019-10-02"),
        ({"weekday": "3", "rel": "1"}, 0, "2019-10-16"),
        ({"weekday": "5", "week": "1"}, 0, "2019-10-18"),
    ],
)
def test_weekdays(told: dict[str, str], way: Direction, value: str) -> None:
    assert relative.weekday(told, SAID._replace(direction=way)) == (value, "2019-10-09")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({"shift": "1", "unit": "D"}, "2019-10-10"),
        ({"rel": "-1", "unit": "W"}, "2019-W40"),
        ({"rel": "1", "unit": "DE"}, "202"),
        ({"n": "3", "unit": "Y", "ago": "1"}, "2016"),
        ({"n": "2", "unit": "D", "hence": "1"}, "2019-10-11"),
        ({"n": "X", "unit": "Y", "ago": "1"}, "PAST_REF"),
        ({"n": "X", "unit": "Y", "hence": "1"}, "FUTURE_REF"),
    ],
)
def test_from_now(told: dict[str, str], value: str) -> None:
    found = relative.relative(told, SAID)
    assert found is not None
    assert found[0] == value


def test_what_was_said_at_no_known_time_stays_unknown() -> None:
    assert relative.relative({"rel": "-1", "unit": "W"}, NOBODY_KNOWS) == ("XXXX-WXX", None)
    assert relative.relative({"n": "3", "unit": "Y", "ago": "1"}, NOBODY_KNOWS) == ("XXXX", None)
    assert relative.weekday({"weekday": "5"}, NOBODY_KNOWS) == ("XXXX-WXX-5", None)
    assert relative.without_year({"month": "11"}, NOBODY_KNOWS) == ("XXXX-11", None)
    assert relative.without_year({"holiday": "easter"}, NOBODY_KNOWS) == ("XXXX-XX-XX", None)
    assert relative.day_alone({"day": "5"}, NOBODY_KNOWS) == ("XXXX-XX-05", None)
    assert relative.time_alone({}, NOBODY_KNOWS) == ("XXXX-XX-XX", None)
    assert relative.sequence({"seq": "1", "unit": "D"}, NOBODY_KNOWS) == ("XXXX-XX-XX", None)


def test_from_a_year_or_month_that_is_all_that_is_known() -> None:
    assert relative.relative({"rel": "-1", "unit": "Y"}, Context("2019")) == ("2018", "2019")
    assert relative.relative({"rel": "1", "unit": "M"}, Context("2019-12")) == (
        *("2020-01", "2019-12"),
    )
    assert relative.relative({"shift": "1", "unit": "D"}, Context("2019")) == ("XXXX-XX-XX", None)


def test_from_what_was_mentioned_last() -> None:
    last = SAID._replace(last="2011-03-04")
    assert relative.sequence({"seq": "1", "unit": "D"}, last) == ("2011-03-05", "2011-03-04")
    assert relative.sequence({"seq": "0", "unit": "Y"}, last) == ("2011", "2011-03-04")
    assert relative.sequence({"seqword": "-1D"}, last) == ("2011-03-03", "2011-03-04")
    later = relative.sequence({"n": "2", "unit": "Y", "later": "1"}, last)
    assert later == ("2013", "2011-03-04")
    assert relative.day_alone({"day": "16"}, last) == ("2011-03-16", "2011-03-04")


def test_a_year_from_a_quarter_is_a_quarter() -> None:
    last = SAID._replace(last="2019-Q3", recent={"Q": "2019-Q3"})
    assert relative.sequence({"n": "1", "unit": "Y", "later": "-1"}, last) == (
        *("2018-Q3", "2019-Q3"),
    )
    assert relative.relative({"n": "1", "unit": "Y", "ago": "1"}, last) == ("2018-Q3", "2019-Q3")


def test_nobody_knows_which_day_of_a_year() -> None:
    last = SAID._replace(last="1996")
    assert relative.sequence({"seq": "0", "unit": "D"}, last) == ("XXXX-XX-XX", None)


def test_a_story_goes_by_its_own_time() -> None:
    story = Context("2019-10-09", last="1941-06-22", narrative=True)
    assert relative.without_year({"month": "7", "day": "3"}, story) == ("1941-07-03", "1941-06-22")
    winter = story._replace(last="1941-12-05")
    assert relative.without_year({"month": "1"}, winter) == ("1942-01", "1941-12-05")
    assert relative.without_year({"month": "11"}, winter) == ("1941-11", "1941-12-05")
    year = story._replace(last="1941")
    assert relative.without_year({"month": "12"}, year) == ("1941-12", "1941-01-01")
    assert relative.weekday({"weekday": "1"}, story) == ("1941-06-16", "1941-06-22")


def test_a_clock_belongs_to_the_day_beside() -> None:
    found = relative.time_alone({}, SAID._replace(beside="2019-10-11"))
    assert found == ("2019-10-11", "2019-10-11")


def test_the_weekend_is_the_last_unless_what_is_said_lies_ahead() -> None:
    told = {"seq": "0", "unit": "WE"}
    ways: tuple[tuple[Direction, str], ...] = (
        (-1, "2019-W40-WE"),
        (0, "2019-W40-WE"),
        (1, "2019-W41-WE"),
    )
    for way, value in ways:
        assert relative.sequence(told, SAID._replace(direction=way)) == (value, "2019-10-09")


def test_a_word_for_both_goes_on_from_what_was_mentioned_in_the_past() -> None:
    told = {"n": "17", "unit": "D", "hence": "0"}
    past = SAID._replace(direction=-1, last="2010-03-05")
    assert relative.relative(told, past) == ("2010-03-22", "2010-03-05")
    assert relative.relative(told, SAID) == ("2019-10-26", "2019-10-09")
    assert relative.relative(told, SAID._replace(direction=-1)) == ("XXXX-XX-XX", None)


def test_the_text_goes_on_from_the_last_date_that_is_fine_enough() -> None:
    went = SAID._replace(last="1995-05-22", recent={"Y": "1980", "D": "1995-05-22"})
    assert relative.sequence({"seq": "1", "unit": "Y"}, went) == ("1996", "1995-05-22")
    assert relative.sequence({"seq": "1", "unit": "D"}, went._replace(last="1996")) == (
        *("1995-05-23", "1995-05-22"),
    )


def test_which_friday_and_which_term_is_not_told() -> None:
    assert relative.weekday({"weekday": "5", "some": "1"}, SAID) == ("XXXX-WXX-5", None)
    assert relative.relative({"rel": "-1", "unit": "6Y"}, SAID) == ("XXXX", None)


def test_later_than_what_is_not_told() -> None:
    later = {"n": "2", "unit": "D", "later": "1"}
    assert relative.sequence(later, SAID) == ("XXXX-XX-XX", None)


def test_of_that_year() -> None:
    told = {"month": "9", "day": "11", "of": "that"}
    assert relative.without_year(told, SAID._replace(last="1917")) == ("1917-09-11", "1917")
    assert relative.without_year(told, SAID) == ("XXXX-09-11", None)


def test_the_next_morning_goes_on_and_last_evening_does_not() -> None:
    went = SAID._replace(last="2019-05-22", recent={"D": "2019-05-22"})
    assert relative.relative({"rel": "1", "unit": "D", "part": "MO"}, went) == (
        *("2019-05-23", "2019-05-22"),
    )
    assert relative.relative({"rel": "-1", "unit": "D", "part": "EV"}, went) == (
        *("2019-10-08", "2019-10-09"),
    )
