"""The archive as a watch has it: opened while there is something to store, let go while there is
not, so that others may write in between."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import NamedTuple
from uuid import uuid4

from onrecord.archive.fixity import digest
from onrecord.archive.folder import Folder
from onrecord.crawl.fetcher import Fetched
from onrecord.errors import Locked
from onrecord.pipeline import alerting
from onrecord.pipeline.indexing import indexed
from onrecord.pipeline.opening import Say, Session, writing
from onrecord.pipeline.taking import EVIDENCE, Result
from onrecord.records import Asked, Capture
from onrecord.store import captures, issues, removals, statements, watchfile
from onrecord.store.removals import Removal

_ATTEMPT = 1.0  # seconds to wait for another writer before looking whether to stop
_TURN = 10.0  # seconds after which others may have the archive, if it is open so long
_YIELD = 0.3  # seconds that it is theirs to take
_TOLD = "removals"  # up to which change removals have been told to who wants to know
_FOLLOW = 5.0  # seconds until what was stored can be found, at most


class Stopping(Exception):
    """The watch is to stop: what has not been stored is asked for again."""


class Kept(NamedTuple):
    """What became of a page: the capture that holds it, and what it says."""

    capture: str | None
    results: tuple[Result, ...]


class Keeper:
    """Opens the archive when it is needed. `db`: of the watch; `follow`: whether the index and the
    alerts follow."""

    def __init__(
        self,
        folder: Folder,
        db: sqlite3.Connection,
        say: Say,
        stopping: Callable[[], bool],
        follow: bool = True,
    ) -> None:
        self._folder = folder
        self._db = db
        self._say = say
        self._stopping = stopping
        self._follows = follow
        self._stack = ExitStack()
        self._session: Session | None = None
        self._follow: Callable[[], None] | None = None
        self._opened = self._followed = 0.0
        self._stale = True  # what was stored before we came may not have been told

    def session(self) -> Session:
        """The archive, to write to; `Stopping` if we are to stop while another process writes."""
        told = False
        while self._session is None:
            try:
                found = self._stack.enter_context(writing(self._folder, _ATTEMPT, self._say))
            except Locked as error:
                if not told:
                    self._say(str(error))
                told = True
                if self._stopping():
                    raise Stopping from None
                continue
            self._session, self._opened = found, time.monotonic()
            if self._follows:
                self._follow = self._stack.enter_context(indexed(found))
        return self._session

    def commit(self, moment: float) -> None:
        """All that was kept is safe when this returns."""
        if self._session is None or not self._session.db.in_transaction:
            return
        self._session.commit()
        self._stale = True
        if time.monotonic() - self._followed > _FOLLOW:
            self.follow(moment)

    def follow(self, moment: float) -> None:
        """What was stored can be found, and who wanted to know is told."""
        if not (self._follows and self._stale and self._session):
            return
        if self._follow:
            self._follow()
        now = datetime.fromtimestamp(moment, UTC)
        alerting.match(self._folder, now)
        told = int(watchfile.told(self._db, _TOLD) or 0)
        if gone := tuple(removals.removals(self._session.db, told)):
            alerting.removed(self._folder, map(_told, gone), now)
            watchfile.tell(self._db, _TOLD, str(gone[-1].change))
        self._stale, self._followed = False, time.monotonic()

    def pause(self, moment: float, seconds: float) -> None:
        """Nothing is to be stored for so long: others may write."""
        self.follow(moment)
        if seconds > 1.0:
            self.close()

    def take_turns(self, moment: float) -> None:
        """Between two batches: after a while, others may write."""
        if self._session is not None and time.monotonic() - self._opened > _TURN:
            self.follow(moment)
            self.close()
            time.sleep(_YIELD)

    def close(self) -> None:
        """Lets go of the archive."""
        self._session = self._follow = None
        self._stack.close()


def _told(removal: Removal) -> alerting.Removal:
    return alerting.Removal(
        statement=removal.statement, evidence=removal.capture, reason=removal.reason
    )


def keep(
    session: Session, fetched: Fetched, form: str | None = None, expected: tuple[str, ...] = ()
) -> Kept:
    """Stores what was fetched, and what it says, unless the last capture of the address is the
    same. `form`: of what is not to be read as a statement; `expected`: the languages that were
    asked for."""
    capture = _capture(fetched, form, expected)
    session.begin()
    last = captures.latest(session.db, capture.uri)
    if last is not None and _same(last, capture):
        doubt = removals.doubted(session.db, capture.uri, capture.fetched_at)
        if doubt != "again":
            return Kept(last.id, _known(session, last))
    stored = session.writer.append(capture, fetched.payload, fetched.headers, fetched.request)
    return Kept(stored.id, tuple(session.take(stored, fetched.payload)))


def _known(session: Session, last: Capture) -> tuple[Result, ...]:
    """What a capture said that was stored before."""
    there = statements.in_capture(session.db, last.id)
    found = [
        Result(uri=last.uri, outcome="unchanged", capture=last.id, statement=name, version=number)
        for name, number in there
    ]
    if found:
        return tuple(found)
    return tuple(
        Result(uri=last.uri, outcome="failed", capture=last.id, issue=issue)
        for issue in issues.of_capture(session.db, last.id)
    )


def keep_missing(session: Session, fetched: Fetched, form: str | None) -> Kept:
    """Stores an answer that shows that a page is not there: at first, and once more when that is
    what makes it a removal."""
    doubt = removals.doubted(session.db, fetched.requested, _moment(fetched))
    if doubt in ("soon", "removed"):
        last = captures.latest(session.db, fetched.requested)
        return Kept(last.id if last else None, ())
    capture = _capture(fetched, form)
    session.begin()
    stored = session.writer.append(capture, fetched.payload, fetched.headers, fetched.request)
    return Kept(stored.id, tuple(session.take(stored, fetched.payload)))


def _same(last: Capture, new: Capture) -> bool:
    return (last.digest, last.url, last.status, last.asked) == (
        new.digest, new.url, new.status, new.asked,
    )  # fmt: skip


def _capture(fetched: Fetched, form: str | None, expected: tuple[str, ...] = ()) -> Capture:
    return Capture(
        id=f"urn:uuid:{uuid4()}",
        uri=fetched.requested,
        url=fetched.url,
        fetched_at=_moment(fetched),
        status=fetched.status,
        media_type=fetched.media_type,
        charset=fetched.charset,
        digest=digest(fetched.payload),
        asked=Asked(form=form, expected=expected),
    )


def _moment(fetched: Fetched) -> str:
    return fetched.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


__all__ = ["EVIDENCE", "Keeper", "Kept", "keep", "keep_missing"]
