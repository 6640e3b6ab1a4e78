"""Threads that fetch: what they bring, and how a wait for them ends."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from onrecord.crawl.crew import Crew, Done, Simulated, Unhurried
from onrecord.crawl.fetcher import Fetched
from onrecord.errors import InputError

ANSWER = Fetched(
    url="https://a.example/",
    requested="https://a.example/",
    status=200,
    headers=(),
    payload=b"",
    media_type=None,
    charset=None,
    fetched_at=datetime(2026, 3, 2, tzinfo=UTC),
)


def _raise(error: Exception) -> Fetched:
    raise error


def test_an_answer_and_an_error_are_told_with_their_keys() -> None:
    crew: Crew[str] = Crew(2)
    crew.start("good", lambda: ANSWER)
    crew.start("bad", lambda: _raise(InputError("no answer", "fetch")))
    found: dict[str, Done[str]] = {}
    while crew.busy:
        found |= {done.key: done for done in crew.finished(5.0)}
    assert found["good"].fetched is ANSWER
    assert str(found["bad"].error) == "no answer"
    crew.close()


def test_a_fault_of_ours_is_raised_where_one_decides() -> None:
    crew: Crew[str] = Crew(1)
    crew.start("a", lambda: _raise(ZeroDivisionError("ours")))
    with pytest.raises(ZeroDivisionError):
        crew.finished(5.0)
    crew.close()


def test_a_call_ends_a_wait() -> None:
    crew: Crew[str] = Crew(1)
    threading.Timer(0.05, crew.call).start()
    assert crew.finished(30.0) == []
    crew.close()


def test_simulated_time_passes_only_while_nobody_works() -> None:
    now = [0.0]

    def advance(seconds: float) -> None:
        now[0] += seconds

    pace = Simulated(lambda: now[0], advance)
    crew: Crew[str] = Crew(1)
    crew.start("a", lambda: ANSWER)
    assert [done.key for done in pace.wait(crew, 60.0)] == ["a"]
    assert now == [0.0]
    assert pace.wait(crew, 60.0) == []
    assert now == [60.0]
    assert Unhurried(lambda: 1.0).wait(crew, 0.0) == []
    crew.close()
