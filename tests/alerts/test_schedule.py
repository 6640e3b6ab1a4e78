"""When something is sent, and when again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.alerts.records import Cadence
from onrecord.alerts.schedule import MOST, again, due, moment, stamp

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, st.integers(0, 23))
def test_a_digest_is_due_in_the_next_morning(found: datetime, hour: int) -> None:
    daily, weekly = due("daily", found, hour), due("weekly", found, hour)
    assert found < daily <= found + timedelta(days=1)
    assert found < weekly <= found + timedelta(days=7)
    assert (daily.hour, weekly.hour, weekly.weekday()) == (hour, hour, 0)
    assert due("immediate", found, hour) == found


@pytest.mark.parametrize("cadence", ["daily", "weekly"])
@given(MOMENTS)
def test_what_is_found_together_is_due_together(cadence: Cadence, found: datetime) -> None:
    at = due(cadence, found)
    assert due(cadence, at - timedelta(microseconds=1)) == at
    assert due(cadence, at) > at


@given(MOMENTS, st.integers(1, MOST - 1), st.from_regex(r"[0-9a-f]{8}", fullmatch=True))
def test_later_and_later_and_then_never(now: datetime, attempts: int, key: str) -> None:
    first = again(attempts, now, key)
    assert first is not None
    assert first > now
    following = again(attempts + 1, now, key)
    assert following is None or following >= first
    assert again(MOST, now, key) is None


def test_the_other_side_may_ask_for_more_time_but_not_for_ever() -> None:
    now = datetime(2024, 3, 6, tzinfo=UTC)
    assert again(1, now, "0", 3_600.0) == now + timedelta(hours=1)
    assert again(1, now, "0", 1e9) == now + timedelta(days=1)
    assert again(1, now, "0", 1.0) == now + timedelta(minutes=1)


def test_all_attempts_take_about_three_days() -> None:
    now = start = datetime(2024, 3, 6, tzinfo=UTC)
    for attempts in range(1, MOST):
        later = again(attempts, now, "0")
        assert later is not None
        now = later
    assert timedelta(days=3) < now - start < timedelta(days=5)


@given(MOMENTS, MOMENTS)
def test_stamps_are_in_the_order_of_time(a: datetime, b: datetime) -> None:
    assert (stamp(a) < stamp(b)) == (a < b)
    assert moment(stamp(a)) == a
