"""How a watched source is: its state in a word, the reason, and the bounds of what is usual that
are broken. What is wrong becomes an open trouble, and closes when it is right again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from onrecord.archive.folder import Folder
from onrecord.crawl import schedule
from onrecord.pipeline.watching_listings import cadence
from onrecord.records import Kind, Record, Severity, Source
from onrecord.sources.expectations import KindTally, Tallies, breaches
from onrecord.store import coverage, database, frontier, published, watchfile
from onrecord.store.frontier import Listing

State = Literal["well", "doubtful", "failing", "new"]

STAGE = "watch"
_WINDOW = 7  # days that are compared with what is usual
_OVERDUE = 2  # cadences without a listing that was read, after which a source is failing


class Health(Record, frozen=True, kw_only=True):
    """How a source is, and why. `read_at`: when one of its listings was last read."""

    source: str
    state: State
    reason: str
    read_at: float | None = None


def check(
    db: sqlite3.Connection, folder: Folder, sources: Sequence[Source], now: float
) -> list[coverage.Trouble]:
    """Compares each source with what is usual of it; gives the troubles that are new."""
    records = database.readable(folder.records) if folder.records.is_file() else None
    opened: list[coverage.Trouble] = []
    try:
        for source in sources:
            found = dict(_troubles(db, records, source, now))
            with watchfile.transaction(db):
                opened += coverage.trouble(db, source.id, found, now)
    finally:
        if records is not None:
            records.close()
    return opened


def _troubles(
    db: sqlite3.Connection, records: sqlite3.Connection | None, source: Source, now: float
) -> Iterator[tuple[str, tuple[Severity, str]]]:
    for listing in frontier.listings(db, source.id):
        if _lost(listing, source, now):
            yield f"listing {listing.url}", ("error", f"{listing.url}: {_why(listing)}")
    if records is not None:
        for breach in breaches(source, tallies(db, records, source, now)):
            yield f"expect.{breach.bound}", ("warning", breach.message)


def _lost(listing: Listing, source: Source, now: float) -> bool:
    """Is a listing no longer read? Not at once: a server may be in trouble for an hour."""
    if listing.state == "unreadable":
        return True
    patience = max(_OVERDUE * cadence(source), schedule.HOUR)
    since = listing.read_at
    return listing.state == "unfetched" and (since is None or now - since > patience)


def _why(listing: Listing) -> str:
    told = "cannot be read" if listing.state == "unreadable" else "is not fetched"
    return f"the listing {told}: {listing.reason}" if listing.reason else f"the listing {told}"


def tallies(
    db: sqlite3.Connection, records: sqlite3.Connection, source: Source, now: float
) -> Tallies:
    """What was found of a source in the last days. What had been published before we watched tells
    nothing of a week."""
    last = date.fromisoformat(schedule.day_of(now))
    begun = coverage.first_day(db, source.id)
    first = last - timedelta(days=_WINDOW - 1)
    if begun is not None:
        first = max(first, date.fromisoformat(begun))
    pages = frontier.since(db, source.id, schedule.moment(first.isoformat()) or 0.0)
    facts = [
        fact
        for page in pages
        if page.statement and (fact := published.fact(records, page.statement)) is not None
        if fact.day is None or fact.day >= first.isoformat()
    ]
    kinds: Counter[Kind] = Counter(fact.kind for fact in facts)
    dialogues: Counter[Kind] = Counter(fact.kind for fact in facts if fact.turns > 1)
    return Tallies(
        days=(last - first).days + 1,
        statements=len(facts),
        dated=sum(fact.day is not None for fact in facts),
        titled=sum(fact.titled for fact in facts),
        captures=sum(page.capture is not None for page in pages),
        unread=sum(page.capture is not None and page.statement is None for page in pages),
        kinds=tuple(
            KindTally(kind=kind, statements=number, dialogues=dialogues[kind])
            for kind, number in kinds.items()
        ),
    )


def health(
    source: Source, listings: Sequence[Listing], troubles: Sequence[coverage.Trouble], now: float
) -> Health:
    """How a source is, by its listings and what is wrong with it."""
    read = [each.read_at for each in listings if each.read_at is not None]
    read_at = max(read, default=None)
    lost = [each for each in listings if _lost(each, source, now)]
    state: State = "well"
    reason = ""
    if not listings or (read_at is None and not lost):
        state = "new"
    elif lost and len(lost) == len(listings):
        state, reason = "failing", f"{lost[0].url}: {_why(lost[0])}"
    elif lost or troubles:
        state = "doubtful"
        reason = troubles[0].message if troubles else f"{lost[0].url}: {_why(lost[0])}"
    return Health(source=source.id, state=state, reason=reason, read_at=read_at)
