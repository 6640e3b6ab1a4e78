"""The loop of a watch, against the ministry: its times, its end, and its one instance."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.alerts import database as book
from onrecord.alerts import outbox
from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.crawl import devtools, schedule
from onrecord.crawl.browser import Browser
from onrecord.crawl.crew import Simulated
from onrecord.crawl.fetcher import Fetcher
from onrecord.crawl.rendering import Renderer
from onrecord.errors import ArchiveError, InputError
from onrecord.pipeline.opening import writing
from onrecord.pipeline.saving import Wanted, save
from onrecord.pipeline.watching import Progress, Settings, Watch
from onrecord.pipeline.watching_pages import Seen
from onrecord.pipeline.watching_rendered import Render
from onrecord.records import Listing, ListingSelectors, Selectors, Source
from onrecord.store import coverage, watchfile
from tests import watched
from tests.ministry import NOTHING, START, Clock, Ministry, odd, thirty_days
from tests.ministry.plan import Publisher, State, Statement


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


def test_what_comes_into_a_new_archive_is_told(tmp_path: Path, ministry: Ministry) -> None:
    """Also when the index was opened before there was anything to be annotated."""
    folder = watched.archive(tmp_path)
    with writing(folder):
        pass
    save(folder, Wanted(name="all"))
    seen = watched.watch(folder, ministry.seams, ministry.clock, watched.end(1))
    with book.opened(folder.alerts) as db:
        told = {alert.statement for alert in outbox.of_search(db, "all", 10_000, 0)}
    assert told == {each.statement for each in seen if each.what == "new"} != set()


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


def a_source(host: str, **fields: object) -> Source:
    made: dict[str, object] = {
        "id": "xv_plain_news", "institution": None, "country": None, "languages": ("en",),
        "series": "news", "hosts": (host,), "cadence": 3600.0,
    }  # fmt: skip
    return Source(**(made | fields))  # type: ignore[arg-type]


def seen_of(
    folder: Folder, source: Source, ministry: Ministry, days: float, render: Render | None = None
) -> list[Seen]:
    """What a watch of one source sees, by the ministry's clock."""
    clock = ministry.clock
    settings = Settings(until=watched.end(days).timestamp(), hold=True, follow=False)
    with watched.fetcher(ministry.seams, clock) as asking:
        watch = Watch(
            folder, (source,), asking.fetch, Simulated(clock.time, clock.advance), settings,
            chance=random.Random(1).random, render=render,
        )  # fmt: skip
        return [each for each in watch.run() if not isinstance(each, Progress)]


# Every visit at its time

PLAIN = Publisher(
    "plain.example", "Ministry", "XV", ("en",), ("page",), daily=14, delay=20, per_page=5000
)
ITEMS = ListingSelectors(
    within="ul.list", item="li.item", link="a.title", title="a.title", date="span.date"
)


def in_turn(asked: Sequence[float], due: float, at: float, delay: float) -> bool:
    """Does a visit happen as early as politeness lets it? From the moment that it is due and its
    host may be asked, the host is asked at each moment that the delay allows, until it is its
    turn."""
    before = [time for time in asked if time < due]
    turn = max(due, before[-1] + delay if before else due)
    others = {round(time, 2) for time in asked}
    while turn < at - 0.005:
        if round(turn, 2) not in others:
            return False
        turn += delay
    return abs(turn - at) < 0.005


class _Expected:
    """When one statement's page is due, by the schedule and by what the listing says."""

    def __init__(self, statement: Statement, lists: Sequence[float]) -> None:
        self._statement = statement
        self._url = f"http://{statement.host}{statement.path}"
        published = statement.published.timestamp()
        self.found = next((time for time in lists if time >= published), None)
        self._still = schedule.settled(self.found or 0.0, f"{statement.published:%Y-%m-%d}")
        self._moved = [
            later for time, later in pairwise([t for t in lists if t >= published])
            if self._at(time).text.title != self._at(later).text.title
        ]  # fmt: skip
        self._before: float | None = None
        self.due = self.found

    def _at(self, time: float) -> State:
        found = self._statement.state(datetime.fromtimestamp(time, UTC))
        assert found is not None
        return found

    def when(self, at: float) -> float:
        """When it is due, if nothing is asked before `at`."""
        assert self.due is not None
        since = self._before if self._before is not None else at
        return min([self.due, *(time for time in self._moved if since < time <= at)])

    def visited(self, at: float) -> None:
        if self._before is not None and self._at(self._before) is not self._at(at):
            self._still = at
        self._before = at
        self.due = schedule.revisit(self._url, at, self._still)

    @property
    def moved(self) -> int:
        return len(self._moved)


def test_each_visit_is_made_exactly_when_the_schedule_and_the_listing_say(tmp_path: Path) -> None:
    """Replayed from the server's log and the plan alone. A visit may be late by the requests that
    the same host was asked meanwhile, one each twenty seconds, and by nothing else."""
    plan = thirty_days(seed=5, days=10, publishers=(PLAIN,), edited=0.9, removed=0.0, quiet=1)
    plan = plan._replace(outages=())
    where = Listing(kind="page", url=f"http://{PLAIN.host}/en/news/", selectors=ITEMS)
    source = a_source(PLAIN.host, listings=(where,))
    with Ministry(plan, Clock()) as ministry:
        seen_of(Folder(tmp_path), source, ministry, 10)
    log, end = ministry.log, watched.end(10).timestamp()
    asked = [request.time for request in log]
    lists = [request.time for request in log if request.target == "/en/news/"]
    for before, after in pairwise(lists):
        assert in_turn(asked, schedule.listing(source.id, before, 3600.0), after, 20.0)
    late: list[float] = []
    again = moved = 0
    for statement in plan.statements:
        page = _Expected(statement, lists)
        if page.found is None:
            continue
        for at in (request.time for request in log if request.target == statement.path):
            due = page.when(at)
            assert in_turn(asked, due, at, 20.0), (statement.path, due, at)
            late.append(at - due)
            page.visited(at)
        assert page.when(end) >= end or not in_turn(asked, page.when(end), end, 20.0)
        moved += page.moved
        again += 1
    assert (again > 60, moved > 9, len(late) > 500) == (True, True, True)
    assert watched.impolite(log, plan) == []
    print(f"{len(late)} visits of {again} pages, {moved} for a title; late by {max(late):.0f} s")


# What is not simply there


def test_what_stands_elsewhere_in_another_language_or_is_taken_out(tmp_path: Path) -> None:
    folder, clock = Folder(tmp_path), Clock()
    items = ListingSelectors(item="li", link="a", title="a")
    where = Listing(kind="page", url=f"http://{odd.HOST}/news/", selectors=items)
    source = a_source(odd.HOST, listings=(where,), selectors=Selectors(document="a.file"))
    with Ministry(NOTHING, clock, hosts=odd.hosts(clock)) as ministry:
        seen = seen_of(folder, source, ministry, 4)
    base = f"http://{odd.HOST}"
    new = {each.url for each in seen if each.what == "new"}
    assert new == {f"{base}/news/{n}" for n in (1, 2, 5)} | {f"{base}/files/3.docx"}
    (removed,) = (each for each in seen if each.what == "removed")
    assert removed.url == f"{base}/news/2"
    taken_out = watched.end(odd.REMOVED_ON).timestamp()
    # At the next listing, and the second look an hour later: not at its own next visit.
    assert removed.at - taken_out <= 2 * schedule.HOUR + 60
    assert schedule.revisit(removed.url, taken_out, START.timestamp()) - taken_out > 40 * 3600
    db = watchfile.readable(folder.watch)
    assert db is not None
    days = coverage.days(db, "2026-03-02", "2026-03-06")[source.id]
    reasons = {reason.reason for day in days for reason in day.reasons}
    assert "other language: in 'fr', where 'en' was asked for" in reasons
    assert any("robots.txt does not allow it (/news/secret)" in reason for reason in reasons)
    total = coverage.summed(source.id, days)
    assert (total.seen, total.read, total.failed) == (6, 4, 2)
    db.close()
    rules = [(r.host, r.target) for r in ministry.log[:3]]
    assert rules == [
        (odd.HOST, "/robots.txt"),
        (odd.RULES, "/robots.txt"),
        (odd.RULES, "/moved.txt"),
    ]
    assert not any(request.target == "/news/secret" for request in ministry.log)
    times = [request.time for request in ministry.log if request.host == odd.HOST]
    assert all(after - before >= 2.999 for before, after in list(pairwise(times))[1:])


def test_pages_that_a_script_fills(tmp_path: Path) -> None:
    if devtools.program() is None:
        pytest.skip("no Chromium is installed: pages were not rendered")
    clock = Clock()
    items = ListingSelectors(item="li", link="a", title="a")
    where = Listing(kind="page", url=f"http://{odd.APP}/list", selectors=items)
    source = a_source(odd.APP, listings=(where,), rendered=True)
    with (
        Ministry(NOTHING, clock, hosts=odd.hosts(clock)) as ministry,
        watched.fetcher(ministry.seams, clock) as asking,
        Renderer(asking, lambda f: Browser(f, sandbox=os.geteuid() != 0)) as renderer,
    ):
        plain = seen_of(Folder(tmp_path / "plain"), source, ministry, 0.01)
        seen = seen_of(Folder(tmp_path / "filled"), source, ministry, 0.05, renderer.render)
    assert [(each.what, "script shell" in (each.reason or "")) for each in plain] == [
        ("failed", True)
    ]
    assert [(each.what, each.url) for each in seen] == [("new", f"http://{odd.APP}/item/1")]
    assert max(request.at_once for request in ministry.log) == 1


def test_without_a_browser_it_is_told_why(tmp_path: Path) -> None:
    def none(fetcher: Fetcher) -> Browser:
        raise InputError("no Chromium is installed: pages cannot be rendered", "fetch")

    clock = Clock()
    where = Listing(kind="page", url=f"http://{odd.APP}/list")
    source = a_source(odd.APP, listings=(where,), rendered=True)
    folder = Folder(tmp_path)
    with (
        Ministry(NOTHING, clock, hosts=odd.hosts(clock)) as ministry,
        watched.fetcher(ministry.seams, clock) as asking,
    ):
        seen_of(folder, source, ministry, 0.05, Renderer(asking, none).render)
    db = watchfile.readable(folder.watch)
    assert db is not None
    (day,) = coverage.days(db, "2026-03-02", "2026-03-02")[source.id]
    assert day.reasons[0].reason == "no Chromium is installed: pages cannot be rendered"
    db.close()
