"""When pages and listings are asked again."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.crawl import schedule
from onrecord.crawl.schedule import DAY, HOUR, LONGEST, SOONEST

MOMENTS = st.floats(0, 4e9)


def test_a_page_that_stands_still_is_visited_ever_more_seldom() -> None:
    now, visits = 0.0, []
    while now < 30 * DAY:
        now = schedule.revisit("https://a.example/", now, 0.0)
        visits.append(now)
    gaps = [b - a for a, b in pairwise(visits)]
    assert gaps == sorted(gaps)
    assert 9 <= len(visits) <= 14


@given(MOMENTS, st.floats(0, 1e9))
def test_a_visit_is_neither_too_soon_nor_too_late(now: float, still: float) -> None:
    later = schedule.revisit("https://a.example/", now, now - still) - now
    assert SOONEST - 1 <= later <= LONGEST + 1


@given(MOMENTS, st.sampled_from([60.0, HOUR, 6 * HOUR, DAY]))
def test_a_listing_keeps_to_its_grid(now: float, cadence: float) -> None:
    first = schedule.listing("xv_mfa_news", now, cadence)
    assert now < first <= now + cadence + 1
    assert abs(schedule.listing("xv_mfa_news", first, cadence) - first - cadence) < 1e-3


def test_a_listing_in_trouble_is_asked_soon_and_not_after_its_turn() -> None:
    turn = schedule.listing("a", 0.0, DAY)
    assert schedule.listing_retry("a", 0.0, DAY, 1) == schedule.RETRY
    assert schedule.listing_retry("a", 0.0, DAY, 9) == min(turn, schedule.retry(0.0, 9))


def test_what_a_server_asks_for_is_kept() -> None:
    assert schedule.retry(0.0, 1, 7 * HOUR) == 7 * HOUR
    assert schedule.retry(0.0, 40) == schedule.LATEST_RETRY


def test_an_old_page_is_taken_to_have_stood_still() -> None:
    found = schedule.moment("2026-03-02") or 0.0
    assert schedule.settled(found, "2020-01-01") == schedule.moment("2020-01-02")
    assert schedule.settled(found, "2026-03-02") == found
    assert schedule.settled(found, "soon") == found
