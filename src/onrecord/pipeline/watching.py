"""Watches sources: asks their listings, captures what is new, and visits again what was captured,
each host by one request at a time and at the distance that it wants.

One thread decides, reads and stores; others only fetch. What is told is safe: first the captures
are on the disk, then what they say, then that they were asked for. A process that ends at any
moment leaves nothing to be mended: what was not noted is asked for again, and is the same.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.crawl import schedule
from onrecord.crawl.crew import Crew, Done, Pace
from onrecord.crawl.fetcher import Fetched
from onrecord.errors import ArchiveError, Locked
from onrecord.pipeline import watching_health, watching_listings, watching_pages
from onrecord.pipeline.opening import Say, prepare
from onrecord.pipeline.taking import LISTING
from onrecord.pipeline.watching_agenda import Agenda, Task
from onrecord.pipeline.watching_hosts import Hosts, spent
from onrecord.pipeline.watching_listings import Read
from onrecord.pipeline.watching_pages import Seen, Settled
from onrecord.pipeline.watching_rendered import Aside, Render, rendered
from onrecord.pipeline.watching_store import Keeper, Stopping, keep
from onrecord.records import Record, Source
from onrecord.sources.listings import addresses
from onrecord.store import coverage, frontier, listed, watchfile
from onrecord.store.frontier import Listing, Page

_BEAT = 60.0  # seconds between two signs of life
_AHEAD = 4  # fetches a thread that may wait their turn


class Fetch(Protocol):
    """Asks for an address; raises `InputError` where there is no answer. `permit`: which may be
    asked."""

    def __call__(
        self, url: str, *, etag: str | None, modified: str | None, permit: Callable[[str], bool]
    ) -> Fetched: ...


class Settings(Record, frozen=True, kw_only=True):
    """How to watch. `once`: end when nothing more is due; `until`: end then, in seconds since the
    epoch; `threads`: fetches at once, over all hosts; `polite`: keep to robots.txt and delays (not,
    only for a server of one's own), else `at_once` fetches of a host; `follow`: whether index and
    alerts follow; `hold`: keep the archive while there is nothing to store."""

    once: bool = False
    until: float | None = None
    threads: int = 16
    polite: bool = True
    at_once: int = 8
    follow: bool = True
    hold: bool = False


class Progress(Record, frozen=True, kw_only=True):
    """How far a watch is: what it did since it began, and what is due."""

    requests: int = 0
    unchanged: int = 0
    new: int = 0
    changed: int = 0
    removed: int = 0
    restored: int = 0
    failed: int = 0
    listings: int = 0
    busy: tuple[str, ...] = ()
    next_at: float | None = None


class Watch:
    """One watch of some sources, for one archive. `render`: how pages are had that a script fills;
    without it they are fetched as they are."""

    def __init__(
        self,
        folder: Folder,
        sources: Sequence[Source],
        fetch: Fetch,
        pace: Pace,
        settings: Settings = Settings(),  # noqa: B008  (immutable)
        say: Say = lambda said: None,
        chance: Callable[[], float] = random.random,
        render: Render | None = None,
    ) -> None:
        self._folder = folder
        self._sources = {source.id: source for source in sources if source.listings}
        self._fetch = fetch
        self._pace = pace
        self._settings = settings
        self._say = say
        self._chance = chance
        self._render = render
        self._crew: Crew[Task] = Crew(settings.threads)
        self._day = ""
        self._checked = self._beat = 0.0
        self._stopping = False
        self._counts = dict.fromkeys(Progress.__struct_fields__[:8], 0)

    def stop(self) -> None:
        """Ends the watch soon. May be called from the handler of a signal."""
        self._stopping = True
        self._crew.call()

    def progress(self) -> Progress:
        """How far it is."""
        return Progress(**self._counts, busy=self._agenda.busy, next_at=self._agenda.next_at)

    def run(self) -> Iterator[Seen | Progress]:
        """Watches; tells what was seen when it is safe, and now and then how far it is."""
        prepare(self._folder)
        with _alone(self._folder), _opened(self._folder) as db:
            keeper = self._keeper(db)
            self._begin(db)
            try:
                yield from self._loop(keeper)
            except Stopping:
                pass
            finally:
                self._crew.close()
                if not self._stopping:
                    keeper.follow(self._pace.time())
                keeper.close()
                self._note("ended")

    def _keeper(self, db: sqlite3.Connection) -> Keeper:
        follow = self._settings.follow
        return Keeper(self._folder, db, self._say, lambda: self._stopping, follow)

    def _begin(self, db: sqlite3.Connection) -> None:
        self._db = db
        frontier.watch(db, self._sources)
        delays: dict[str, float] = {}
        for source in self._sources.values():
            for host in source.hosts if source.delay is not None else ():
                delays[host] = max(delays.get(host, 0.0), source.delay or 0.0)
        settings = self._settings
        self._hosts = Hosts(db, delays, self._chance, settings.polite, settings.at_once)
        self._agenda = Agenda(db, self._hosts)
        self._aside = Aside(self._hosts, self._get)
        self._note("begun")

    def _loop(self, keeper: Keeper) -> Iterator[Seen | Progress]:
        while not self._stopping:
            now = self._pace.time()
            if self._settings.until is not None and now >= self._settings.until:
                return
            self._routine(now)
            yield from self._start(now)
            seconds = self._agenda.idle(now, self._settings.until)
            if not self._crew.busy:
                if self._settings.once and not self._agenda.awaited(now):
                    return
                if not self._settings.hold:
                    keeper.pause(now, seconds)
            done = self._pace.wait(self._crew, seconds)
            if done:
                yield from self._settle(keeper, done)
                if not self._settings.hold:
                    keeper.take_turns(now)
            yield self.progress()

    # What is due

    def _routine(self, now: float) -> None:
        """What is to be done once a day, once an hour, and to show that we live."""
        day = schedule.day_of(now)
        if day != self._day:
            self._plan(day, now)
            self._day = day
        if now - self._checked >= schedule.HOUR:
            watching_health.check(self._db, self._folder, tuple(self._sources.values()), now)
            self._checked = now
        if now - self._beat >= _BEAT:
            self._note("beat")
            self._beat = now

    def _plan(self, day: str, now: float) -> None:
        """The addresses at which listings stand on a day."""
        today = datetime.strptime(day, "%Y-%m-%d").date()
        with watchfile.transaction(self._db):
            for source in self._sources.values():
                for place, listing in enumerate(source.listings):
                    urls = [
                        (url, watching_listings.host_of(url)) for url in addresses(listing, today)
                    ]
                    frontier.plan(self._db, source.id, place, urls, now)
        self._agenda.look()

    def _start(self, now: float) -> Iterator[Seen]:
        """Asks every host that may be asked for what is due."""
        for host in self._agenda.due(now):
            while (free := self._hosts.free(host, now)) > 0:
                if self._crew.busy >= _AHEAD * self._settings.threads:
                    return
                tasks = self._agenda.tasks(host, now, free)
                refused = [(task, why) for task in tasks if (why := self._forbidden(task))]
                if refused:
                    yield from self._refuse(refused, now)
                    continue
                for task in tasks:
                    self._ask(task, now)
                if len(tasks) < free:
                    break

    def _forbidden(self, task: Task) -> str | None:
        if task.row is None:
            return None
        return self._hosts.forbidden(task.host, task.row.via or task.row.url)

    def _ask(self, task: Task, now: float) -> None:
        """Sends a request on its way. A redirect is a request of its own, and not followed here."""
        row = task.row
        etag, modified = (row.etag, row.modified) if row else (None, None)
        if row is not None:
            url = row.via or row.url
        else:
            url = task.errand.url if task.errand else self._agenda.robots(task.host)
        self._hosts.begin(task.host, now)
        self._agenda.begun(task)
        self._counts["requests"] += 1

        def fetch() -> Fetched:
            return self._fetch(
                url, etag=etag, modified=modified, permit=lambda hop: _same(hop, url)
            )

        render = self._render
        if render and rendered(row, self._sources.get(row.source) if row else None):
            permit = self._aside.permit(task.host)
            self._crew.start(task, lambda: render(url, permit))
        else:
            self._crew.start(task, fetch)

    def _get(self, url: str) -> Fetched:
        return self._fetch(url, etag=None, modified=None, permit=lambda hop: True)

    # What came of it

    def _settle(self, keeper: Keeper, done: list[Done[Task]]) -> Iterator[Seen]:
        now = self._pace.time()
        pages: list[Settled] = []
        reads: list[Read] = []
        for each in done:
            host, row, _ = each.key
            self._agenda.ended(each.key)
            self._hosts.end(host, each, now)
            if each.fetched is not None:
                self._counts["requests"] += spent(each.fetched) - 1
            if row is None:
                self._agenda.learn(each.key, each.fetched, now)
                continue
            source = self._sources[row.source]
            if isinstance(row, Listing):
                reads.append(watching_listings.settle(row, source, each, now))
            else:
                pages.append(
                    watching_pages.settle(keeper.session, row, each, now, self._is_listing, source)
                )
                if pages[-1].blocked:
                    self._hosts.distrust(host, now)
        self._evidence(keeper, reads)
        keeper.commit(now)
        self._write(pages, reads, now)
        self._agenda.look({each.key.host for each in done})
        yield from self._told(pages)

    def _refuse(self, refused: list[tuple[Task, str]], now: float) -> Iterator[Seen]:
        """What robots.txt does not allow is not asked for, and that is told."""
        pages, reads = [], []
        for (host, row, _), why in refused:
            passing = self._hosts.wants_robots(host, now + schedule.HOUR)
            until = now + (schedule.HOUR if passing else schedule.DAY)
            if isinstance(row, Page):
                pages.append(watching_pages.refused(row, why, now, until))
            elif row is not None:
                source = self._sources[row.source]
                reads.append(watching_listings.refused(row, source, why, now, until))
        self._write(pages, reads, now)
        self._agenda.look({task.host for task, _ in refused})
        yield from self._told(pages)

    def _is_listing(self, url: str) -> bool:
        return frontier.is_listing(self._db, url)

    def _evidence(self, keeper: Keeper, reads: list[Read]) -> None:
        """A listing is kept when it lists another thing than before, or is no listing any more."""
        for read in reads:
            if read.fetched is None:
                continue
            if read.listing.state == "unreadable" or any(
                frontier.news(self._db, read.entries, read.listing.place)
            ):
                keep(keeper.session(), read.fetched, LISTING)

    def _write(self, pages: list[Settled], reads: list[Read], now: float) -> None:
        """All of it is noted at once."""
        day = schedule.day_of(now)
        hosts: set[str] = set()
        with watchfile.transaction(self._db):
            for settled in pages:
                frontier.save_page(self._db, settled.page, settled.due)
                coverage.count(self._db, settled.page.source, day, settled.notes)
                hosts.add(settled.page.host)
                if settled.documents:
                    hosts |= self._write_documents(settled, day, now)
            for read in reads:
                hosts |= self._write_listing(read, day, now)
        self._agenda.look(hosts)

    def _write_documents(self, settled: Settled, day: str, now: float) -> set[str]:
        page = settled.page
        new = frontier.name(self._db, page.source, page.place, settled.documents, now)
        coverage.count(self._db, page.source, day, [coverage.Note("seen", number=new)])
        return {each.host for each in settled.documents}

    def _write_listing(self, read: Read, day: str, now: float) -> set[str]:
        listing, source = read.listing, self._sources[read.listing.source]
        frontier.save_listing(self._db, listing)
        new = frontier.name(self._db, source.id, listing.place, read.entries, now)
        notes = [*read.notes, coverage.Note("seen", number=new)]
        coverage.count(self._db, source.id, day, notes)
        self._counts["listings"] += listing.state == "read"
        hosts = {listing.host, *(entry.host for entry in read.entries)}
        if watching_listings.is_whole(read, source):
            urls = (entry.url for entry in read.entries)
            hosts |= {*listed.note(self._db, listing.n, urls, now)}
        if watching_listings.goes_on(read, source, new):
            frontier.further(self._db, listing, read.further, now)
            hosts |= {host for _, host in read.further}
        return hosts

    def _told(self, pages: list[Settled]) -> Iterator[Seen]:
        for settled in pages:
            self._counts["unchanged"] += any(n.measure == "unchanged" for n in settled.notes)
            for seen in settled.seen:
                self._counts[seen.what] += 1
                yield seen

    def _note(self, what: str) -> None:
        """That the watch has begun, lives, or has ended."""
        moment = datetime.fromtimestamp(self._pace.time(), UTC)
        watchfile.tell(self._db, what, moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _same(hop: str, asked: str) -> bool:
    """Is a hop the first one? A redirect is a request of its own."""
    return hop.partition("#")[0] == asked.partition("#")[0]


@contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """One watch at a time for an archive."""
    try:
        with locked(folder.watch_lock, 1.0):
            yield
    except Locked as error:
        who = str(error).partition(": ")[2].partition(" is writing")[0]
        raise ArchiveError(f"{folder.root}: {who} watches already: one watch is enough") from error


@contextmanager
def _opened(folder: Folder) -> Iterator[sqlite3.Connection]:
    db = watchfile.writable(folder.watch)
    try:
        yield db
    finally:
        db.close()
