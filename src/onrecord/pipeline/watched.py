"""What a watch has seen, for those who look: each source with its state and reason, its listings,
and its days; and whether somebody watches now. Nothing is changed by looking."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from onrecord.archive.folder import Folder
from onrecord.crawl.schedule import day_of
from onrecord.pipeline.watching_health import STAGE, Health, health
from onrecord.records import Issue, Record, Source
from onrecord.store import coverage, database, frontier, hosts, watchfile
from onrecord.store.coverage import Day, Trouble
from onrecord.store.frontier import Listing

DAYS = 91  # that are shown: thirteen weeks


class WatchedListing(Record, frozen=True, kw_only=True):
    """A listing of a source: how it was when it was last asked, why, how many entries it had, and
    when it is asked next. Times in UTC."""

    url: str
    state: str
    reason: str | None
    entries: int | None
    read: str | None
    due: str | None


class WatchedTrouble(Record, frozen=True, kw_only=True):
    """Something that is wrong with a source, since when, and until when."""

    name: str
    severity: str
    message: str
    opened: str
    closed: str | None


class WatchedSource(Record, frozen=True, kw_only=True):
    """A source: how it is (`state`) and why; the sum and the days of the time that is shown;
    `pages`: how its pages were when they were last asked. `week`: how many statements are usual."""

    source: str
    institution: str | None
    country: str | None
    series: str | None
    state: str
    reason: str
    read: str | None
    week: tuple[int, int] | None
    pages: dict[str, int]
    total: Day
    listings: tuple[WatchedListing, ...]
    troubles: tuple[WatchedTrouble, ...]
    days: tuple[Day, ...]


class Watched(Record, frozen=True, kw_only=True):
    """What a watch has seen from a `first` to a `last` day. `running`: somebody watches now;
    `beat`: when that was last noted; `waiting`: addresses that are due; `requests`: to each host,
    ever."""

    first: str
    last: str
    running: bool
    begun: str | None
    beat: str | None
    ended: str | None
    waiting: int
    requests: dict[str, int]
    sources: tuple[WatchedSource, ...]


def watched(
    folder: Folder,
    sources: Sequence[Source],
    now: datetime,
    last: date | None = None,
    days: int = DAYS,
    only: str | None = None,
) -> Watched | None:
    """What there is to see; `None` where nobody has watched yet. `only`: one source."""
    db = watchfile.readable(folder.watch)
    if db is None:
        return None
    try:
        with database.explained(folder.watch):
            db.execute("BEGIN")
            return _watched(db, folder, sources, now, last, days, only)
    finally:
        db.close()


def _watched(
    db: sqlite3.Connection,
    folder: Folder,
    sources: Sequence[Source],
    now: datetime,
    last: date | None,
    days: int,
    only: str | None,
) -> Watched:
    end = last or _last_day(db, now)
    first = end - timedelta(days=days - 1)
    covered = coverage.days(db, first.isoformat(), end.isoformat())
    known = {source.id: source for source in sources}
    listings = frontier.listings(db)
    ids = sorted({*covered, *(each.source for each in listings)})
    tally = frontier.tally(db)
    beat = watchfile.told(db, "beat")
    moment = datetime.fromisoformat(beat).timestamp() if beat else now.timestamp()
    shown = tuple(
        _source(
            name,
            known.get(name),
            [each for each in listings if each.source == name],
            coverage.troubles(db, name, closed=True),
            covered.get(name, ()),
            tally.get(name, {}),
            moment,
        )
        for name in ids
        if only in (None, name)
    )
    return Watched(
        first=first.isoformat(),
        last=end.isoformat(),
        running=running(folder),
        begun=watchfile.told(db, "begun"),
        beat=beat,
        ended=watchfile.told(db, "ended"),
        waiting=frontier.waiting(db, moment),
        requests=hosts.requests(db),
        sources=shown,
    )


def _last_day(db: sqlite3.Connection, now: datetime) -> date:
    """Today; where the watch was of another time (a simulated clock), its last day."""
    beat = watchfile.told(db, "beat")
    today = now.astimezone(UTC).date()
    return max(today, datetime.fromisoformat(beat).date()) if beat else today


def _source(
    name: str,
    source: Source | None,
    listings: Sequence[Listing],
    troubles: Sequence[Trouble],
    days: tuple[Day, ...],
    pages: dict[str, int],
    now: float,
) -> WatchedSource:
    still = [each for each in troubles if each.closed_at is None]
    told = (
        health(source, listings, still, now)
        if source
        else Health(source=name, state="new", reason="it is no source any more")
    )
    return WatchedSource(
        source=name,
        institution=source.institution if source else None,
        country=source.country if source else None,
        series=source.series if source else None,
        state=told.state,
        reason=told.reason,
        read=_moment(told.read_at),
        week=source.expect.week if source else None,
        pages=pages,
        total=coverage.summed(name, days),
        listings=tuple(_listing(each) for each in listings),
        troubles=tuple(_trouble(each) for each in troubles),
        days=days,
    )


def _listing(listing: Listing) -> WatchedListing:
    return WatchedListing(
        url=listing.url,
        state=listing.state,
        reason=listing.reason,
        entries=listing.entries,
        read=_moment(listing.read_at),
        due=_moment(listing.due),
    )


def _trouble(trouble: Trouble) -> WatchedTrouble:
    return WatchedTrouble(
        name=trouble.name,
        severity=trouble.severity,
        message=trouble.message,
        opened=day_of(trouble.opened_at),
        closed=None if trouble.closed_at is None else day_of(trouble.closed_at),
    )


def _moment(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def troubles(folder: Folder) -> tuple[Issue, ...]:
    """What is wrong with sources now, as issues about them."""
    db = watchfile.readable(folder.watch)
    if db is None:
        return ()
    try:
        return tuple(
            Issue(stage=STAGE, message=t.message, severity=t.severity, subject=t.source)
            for t in coverage.troubles(db)
        )
    finally:
        db.close()


def running(folder: Folder) -> bool:
    """Does somebody watch now?"""
    try:
        descriptor = os.open(folder.watch_lock, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
