"""A host is asked by one at a time, no sooner than it wants, and later the more often it fails."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.crawl.politeness import (
    Host,
    after,
    backoff,
    delay,
    outcome,
    ready,
    retry_after,
    started,
)

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_one_request_at_once_and_the_delay_from_its_end() -> None:
    host = Host(delay=5.0)
    assert ready(host, 100.0)
    under_way = started(host)
    assert not ready(under_way, 1e9)
    ended = after(under_way, "answered", 103.0)
    assert not ready(ended, 107.9)
    assert ready(ended, 108.0)


def test_failures_wait_longer_and_an_answer_ends_that() -> None:
    host, waits = Host(), []
    for _ in range(4):
        host = after(host, "failed", 0.0, chance=0.0)
        waits.append(host.next_at)
    assert waits == [30.0, 60.0, 120.0, 240.0]
    assert after(host, "answered", 0.0).failures == 0
    assert after(host, "answered", 0.0).next_at == host.delay


def test_a_server_that_names_a_time_is_obeyed_after_an_answer_too() -> None:
    assert after(Host(), "answered", 0.0, wait=90.0).next_at == 90.0
    assert after(Host(), "failed", 0.0, wait=1.0, chance=1.0).next_at == 15.0
    assert after(Host(), "failed", 0.0, wait=1e12).next_at == 7 * 86_400


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_backoff_grows_and_has_an_end(failures: int, chance: float) -> None:
    wait = backoff(failures, chance)
    assert 15.0 <= wait <= 6 * 3600
    assert wait <= backoff(failures + 1, chance)


@given(st.floats(0, 600), st.floats(0, 1e9), st.sampled_from(["answered", "failed"]))
def test_never_sooner_than_the_delay(pause: float, now: float, what: str) -> None:
    ended = after(started(Host(delay=pause)), what, now)  # type: ignore[arg-type]
    assert ended.next_at >= now + pause
    assert not ended.busy


def test_the_longer_delay_counts() -> None:
    assert [delay(None), delay(0.2), delay(30.0, 2.0), delay(1.0, 2.0)] == [1.0, 1.0, 30.0, 2.0]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Mon, 02 Mar 2026 12:01:40 GMT", 100.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
        ("Mon, 02 Mar 2026 12:01:40", 100.0),
        ("99999999999999999999", 7 * 86_400.0),
        ("-3", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
def test_any_header_can_be_read(value: str) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or 0 <= wait <= 7 * 86_400


def test_what_counts_as_a_failure() -> None:
    assert [outcome(status) for status in (200, 304, 403, 404, 429, 500, 503)] == [
        *["answered"] * 4,
        *["failed"] * 3,
    ]
