"""Matches what has come against all saved searches: each statement once, in time that follows what
is new.

What is new is what stands behind a place in the captures, so that neither reading again nor other
rules make anything new. Alerts, their deliveries and the place are kept in one transaction: however
the process ends, nothing is lost, and what is found twice has the same id and is kept once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.alerts import comparing, outbox, searches
from onrecord.alerts import database as book
from onrecord.alerts.comparing import Side
from onrecord.alerts.records import Alert, Found, Place, SavedSearch
from onrecord.alerts.schedule import MORNING, stamp
from onrecord.archive.folder import Folder
from onrecord.errors import NoEncoder, QueryError
from onrecord.pipeline import annotated
from onrecord.pipeline.nearing import Coming, Nearing
from onrecord.pipeline.saving import as_place, filters_of
from onrecord.records import Record
from onrecord.search.following import behind, update
from onrecord.search.percolation import Percolated, Percolator
from onrecord.search.reader import Reader, Snapshot
from onrecord.search.records import IndexedTurn
from onrecord.store import (
    changes,
    database,
    edits,
    naming,
    positions,
    standoff,
    statements,
    versions,
)
from onrecord.store.changes import ChangedVersion

_BATCH = 200


class Matched(Record, frozen=True, kw_only=True):
    """What was matched: how many versions, the alerts that are new, how many versions wait until
    the index has them, and which searches cannot be asked, and why."""

    versions: int = 0
    alerts: tuple[Alert, ...] = ()
    waiting: int = 0
    failed: tuple[tuple[str, str], ...] = ()


class Removal(Record, frozen=True, kw_only=True):
    """That a statement was taken from its place. `evidence`: what shows it, such as the id of the
    capture of the answer: the same evidence tells nothing twice."""

    statement: str
    evidence: str
    reason: str


class _Version(NamedTuple):
    """A version that has come, with its turns, and those of the version whose place it took; of the
    last one known, where it stands `elsewhere`."""

    id: str
    place: Place
    turns: tuple[IndexedTurn, ...]
    before: tuple[IndexedTurn, ...] | None
    elsewhere: bool


def match(
    folder: Folder, now: datetime | None = None, again: str | None = None, hour: int = MORNING
) -> Matched:
    """Matches what has come since it was last asked. `again`: the id of a search to which all that
    there is counts as new; what it has been told is not told again. `hour`: of digests (UTC)."""
    if not folder.alerts.is_file():
        return Matched()
    db = database.readable(folder.records)
    try:
        with book.opened(folder.alerts) as kept, database.explained(folder.records):
            # Whoever saves a search does it before or behind this, so that it misses nothing.
            with book.transaction(kept):
                last, wanted = changes.last(db), searches.every(kept)
                seen = searches.seen(kept)
                if again is None and (not wanted or seen is None):
                    searches.set_seen(kept, as_place(positions.last(db)))
            matcher = _Matcher(folder, db, kept, stamp(now or datetime.now(UTC)), hour)
            if again is not None:
                anew = (replace(search, since=Place()) for search in wanted if search.id == again)
                return matcher.run(tuple(anew), Place(), last, mark=False)
            return matcher.run(wanted, seen, last) if wanted and seen else Matched()
    finally:
        db.close()


def removed(
    folder: Folder, removals: Iterable[Removal], now: datetime | None = None, hour: int = MORNING
) -> tuple[Alert, ...]:
    """Tells the searches that find a statement that it was taken away; gives the alerts that are
    new."""
    if not folder.alerts.is_file():
        return ()
    db = database.readable(folder.records)
    try:
        with book.opened(folder.alerts) as kept, database.explained(folder.records):
            wanted = searches.every(kept)
            matcher = _Matcher(folder, db, kept, stamp(now or datetime.now(UTC)), hour)
            made = [alert for each in removals for alert in matcher.removal(wanted, each)]
            with book.transaction(kept):
                return outbox.put(kept, made, hour)
    finally:
        db.close()


class _Matcher:
    """The records and the saved searches, open."""

    def __init__(
        self, folder: Folder, db: sqlite3.Connection, kept: sqlite3.Connection, now: str, hour: int
    ) -> None:
        self._db = db
        self._kept = kept
        self._now = now
        self._hour = hour
        self._folder = folder
        self._failed: dict[str, str] = {}
        self._nearing = Nearing(folder)

    def run(
        self, wanted: Sequence[SavedSearch], seen: Place, last: int, mark: bool = True
    ) -> Matched:
        """Matches all that is behind a place, up to a change, batch by batch."""
        missing = max(annotated.behind(self._db), behind(self._folder.search, self._db))
        ready, done = last - missing, 0
        since = positions.change_before(self._db, positions.Position(seen.file, seen.start))
        whole = Reader(self._folder.search).snapshot() if since < ready else None
        fresh: list[Alert] = []
        pending = self._pending(since, ready)
        while batch := list(islice(pending, _BATCH)):
            alerts = list(self._matched(wanted, batch, whole))
            with book.transaction(self._kept):
                fresh += outbox.put(self._kept, alerts, self._hour)
                if mark:
                    self._advance(batch[-1].place)
            done += len(batch)
        return Matched(
            versions=done, alerts=tuple(fresh), waiting=max(last - max(since, ready), 0),
            failed=tuple(self._failed.items()),
        )  # fmt: skip

    def _advance(self, place: Place) -> None:
        """Another process may have come further."""
        seen = searches.seen(self._kept)
        if seen is None or seen < place:
            searches.set_seen(self._kept, place)

    def _pending(self, since: int, ready: int) -> Iterator[_Version]:
        for changed in changes.changes(self._db, since):
            if changed.change > ready:
                return
            yield self._version(changed)

    def _version(self, changed: ChangedVersion) -> _Version:
        name, number = changed.statement.id, changed.number
        before = None
        replaced = edits.replaced(self._db, name, number) if number > 1 else None
        last = replaced or number - 1
        row = versions.number_of(self._db, name, last) if last else None
        if row is not None:
            reading = versions.reading(self._db, row)
            before = self._turns(changed._replace(number=last, reading=reading))
        place = as_place(positions.of_change(self._db, changed.change))
        whole = naming.version_id(name, number)
        elsewhere = before is not None and replaced is None
        return _Version(whole, place, self._turns(changed), before, elsewhere)

    def _turns(self, changed: ChangedVersion) -> tuple[IndexedTurn, ...]:
        kept = standoff.of_version(self._db, changed.statement.id, changed.number)
        return update(changed, kept).turns

    def _matched(
        self, wanted: Sequence[SavedSearch], batch: Sequence[_Version], whole: Snapshot | None
    ) -> Iterator[Alert]:
        """The alerts of a batch. A version may be another's predecessor: its turns stand in the
        index in memory once."""
        turns = {turn.version: version.turns for version in batch for turn in version.turns[:1]}
        turns |= {turn.version: v.before for v in batch if v.before for turn in v.before[:1]}
        coming = self._coming([turn for each in turns.values() for turn in each], whole)
        for search in wanted:
            found = self._found(search, coming)
            for version in batch if found else ():
                if version.place > search.since:
                    yield from self._told(search, version, found)

    def _coming(self, turns: Sequence[IndexedTurn], whole: Snapshot | None) -> Coming:
        return Coming(turns, Percolator(turns, whole), self._nearing)

    def _found(self, search: SavedSearch, coming: Coming) -> dict[str, list[Found]]:
        """What a search finds, by version."""
        found: dict[str, list[Found]] = {}
        try:
            for each in coming.found(search, filters_of(search)):
                found.setdefault(each.turn.version, []).append(_as_found(each))
        except (QueryError, NoEncoder) as error:
            self._failed[search.id] = str(error)
        return found

    def _told(
        self, search: SavedSearch, version: _Version, found: dict[str, list[Found]]
    ) -> Iterator[Alert]:
        now = Side([turn.text for turn in version.turns], found.get(version.id, []))
        was = None
        if version.before is not None:
            name = version.before[0].version if version.before else ""
            was = Side([turn.text for turn in version.before], found.get(name, []))
        if now.found or (was and was.found):
            yield from comparing.told(search, now, was, self._now, version.elsewhere)

    def removal(self, wanted: Sequence[SavedSearch], what: Removal) -> Iterator[Alert]:
        """The alerts that a statement was taken away."""
        statement = statements.one(self._db, what.statement)
        if statement is None:
            return
        row = versions.number_of(self._db, statement.id, statement.latest)
        if row is None:
            return
        reading = versions.reading(self._db, row)
        turns = self._turns(ChangedVersion(0, statement, statement.latest, True, reading))
        coming = self._coming(turns, Reader(self._folder.search).snapshot())
        for search in wanted:
            found = [each for many in self._found(search, coming).values() for each in many]
            made = comparing.removed(search, found, what.evidence, what.reason, self._now)
            if made is not None:
                yield made


def _as_found(each: Percolated) -> Found:
    turn, hit = each.turn, each.hit
    base = hit.span.start
    marks = hit.highlights if "words" in hit.found_by else ()
    marked = (hit.quote[mark.start - base : mark.end - base] for mark in marks)
    return Found(
        statement=turn.statement,
        version=turn.version,
        turn=turn.turn,
        text=turn.text,
        quote=hit.quote,
        span=hit.span,
        highlights=hit.highlights,
        words=tuple(dict.fromkeys(marked)),
        in_title=each.in_title,
        near=each.near,
        least=each.least,
        title=turn.title,
        date=turn.date,
        speaker=turn.speaker,
        language=turn.language,
        country=turn.country,
        url=turn.url,
    )
