"""The loop of a watch, against the ministry: its times, its end, and its one instance."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.crawl import schedule
from onrecord.crawl.crew import Simulated
from onrecord.crawl.fetcher import Fetcher
from onrecord.errors import ArchiveError
from onrecord.pipeline.opening import writing
from onrecord.pipeline.watching import Progress, Settings, Watch
from tests import watched
from tests.ministry import START, Clock, Ministry, thirty_days


@pytest.fixture
def ministry() -> Iterator[Ministry]:
    with Ministry(thirty_days(seed=3), Clock()) as running:
        yield running


@pytest.fixture
def asking(ministry: Ministry) -> Iterator[Fetcher]:
    with watched.fetcher(ministry.seams, ministry.clock) as fetcher:
        yield fetcher


def made(folder: Folder, asking: Fetcher, clock: Clock, settings: Settings) -> Watch:
    return Watch(
        folder,
        watched.sources_of(folder),
        asking.fetch,
        Simulated(clock.time, clock.advance),
        settings,
        chance=random.Random(1).random,
    )


def test_once_does_what_is_due_and_ends(
    tmp_path: Path, ministry: Ministry, asking: Fetcher
) -> None:
    folder = watched.archive(tmp_path)
    ministry.clock.set(watched.end(2.5))
    told = list(made(folder, asking, ministry.clock, Settings(once=True, follow=False)).run())
    last = [each for each in told if isinstance(each, Progress)][-1]
    assert last.new == len(ministry.plan.truth(watched.end(2.5)).statements)
    before = len(ministry.log)
    list(made(folder, asking, ministry.clock, Settings(once=True, follow=False)).run())
    assert len(ministry.log) == before  # nothing is due yet
    assert watched.impolite(ministry.log, ministry.plan) == []


def test_the_schedule_is_kept_exactly(tmp_path: Path, ministry: Ministry) -> None:
    """Listings are asked on their grid, no later than the delay of their host says."""
    folder = watched.archive(tmp_path, "6h")
    watched.watch(folder, ministry.seams, ministry.clock, watched.end(1.5), follow=False)
    times = [r.time for r in ministry.log if r.target == "/feed.xml"]
    cadence = 6 * 3600.0
    due = [schedule.listing("xl_press_news", time - cadence, cadence) for time in times[1:]]
    assert len(times) == 7
    assert {b - a for a, b in pairwise(due)} == {cadence}
    # The host has two listings and its pages: each waits for its turn, a second apart.
    assert all(0 <= time - when <= 3.001 for time, when in zip(times[1:], due, strict=True))
    assert times[0] - START.timestamp() <= 1.0 + 0.001  # after robots.txt and the host's second
    assert watched.impolite(ministry.log, ministry.plan) == []


def test_one_watch_at_a_time(tmp_path: Path, ministry: Ministry, asking: Fetcher) -> None:
    folder = watched.archive(tmp_path)
    with locked(folder.watch_lock), pytest.raises(ArchiveError, match="watches already"):
        list(made(folder, asking, ministry.clock, Settings(once=True)).run())


def test_it_stops_when_told_to_and_goes_on_later(
    tmp_path: Path, ministry: Ministry, asking: Fetcher
) -> None:
    folder = watched.archive(tmp_path)
    ministry.clock.set(watched.end(1))
    watch = made(folder, asking, ministry.clock, Settings(follow=False))
    seen = 0
    for each in watch.run():
        seen += not isinstance(each, Progress)
        if seen == 3:
            watch.stop()
    assert seen < len(ministry.plan.truth(watched.end(1)).statements)
    rest = watched.watch(folder, ministry.seams, ministry.clock, watched.end(1.2), follow=False)
    with writing(folder, wait=0.0):
        pass  # nothing is held
    planned = len(ministry.plan.truth(watched.end(1)).statements)
    assert seen + len([each for each in rest if each.what == "new"]) >= planned


def test_a_stop_from_another_thread_ends_a_wait(
    tmp_path: Path, ministry: Ministry, asking: Fetcher
) -> None:
    folder = watched.archive(tmp_path)
    watch = made(folder, asking, ministry.clock, Settings(follow=False))
    threading.Timer(0.3, watch.stop).start()
    list(watch.run())
