"""Adds captures to an archive: stores each, reads it, files what it says.

A result is told only when what it tells of is safe: captures on the disk, then the transaction.
Whenever the process ends, nothing that was told is lost; and what was not told is either not there,
or is taken in when the archive is next opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord.errors import ArchiveError, InputError
from onrecord.pipeline.offering import Found, Offer
from onrecord.pipeline.opening import Session
from onrecord.pipeline.taking import Result
from onrecord.records import Issue
from onrecord.store import captures, database, statements

BATCH = 200  # results in a transaction, at most
PATIENCE = 1.0  # seconds until they are told, at most: the time of one more input is added


def add(
    session: Session,
    offered: Iterable[Offer],
    after_commit: Callable[[], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Result]:
    """Adds what is offered, and tells what became of each. `after_commit`: for an index that wants
    to follow."""
    pending: list[Result] = []
    since = clock()
    try:
        for offer in offered:
            pending += _added(session, offer)
            if len(pending) >= BATCH or clock() - since >= PATIENCE:
                yield from _safe(session, pending, after_commit)
                pending, since = [], clock()
    except ArchiveError:
        if session.db.in_transaction:  # else what is pending has been undone with it
            yield from _safe(session, pending, after_commit)
        raise
    yield from _safe(session, pending, after_commit)


def _safe(
    session: Session, pending: list[Result], after_commit: Callable[[], None] | None
) -> list[Result]:
    if session.db.in_transaction:
        session.commit()
        if after_commit:
            after_commit()
    return pending


def _added(session: Session, offer: Offer) -> list[Result]:
    if offer.passed is not None:
        failed = offer.passed.severity != "info"
        outcome = "failed" if failed else "passed"
        return [Result(uri=offer.uri, outcome=outcome, issue=offer.passed)]  # type: ignore[arg-type]
    try:
        found = offer.load()
    except InputError as error:
        issue = Issue(stage=error.stage, message=str(error), severity="error", subject=offer.uri)
        return [Result(uri=offer.uri, outcome="failed", issue=issue)]
    session.begin()
    with database.explained(session.folder.records):
        again = _again(session, offer, found)
    if again:
        return again
    capture = session.writer.append(found.capture, found.payload, found.headers, found.request)
    return [
        msgspec.structs.replace(result, uri=offer.uri)
        for result in session.take(capture, found.payload)
    ]


def _again(session: Session, offer: Offer, found: Found) -> list[Result]:
    """The same bytes: nothing is stored; what was said of them before is said again."""
    known = captures.same(session.db, found.capture)
    if known is None:
        return []
    there = statements.in_capture(session.db, known.id)
    if not there:
        issue = Issue(stage="input", message="known, and no statement", severity="info")
        return [Result(uri=offer.uri, outcome="unchanged", capture=known.id, issue=issue)]
    return [
        Result(
            uri=offer.uri,
            outcome="unchanged",
            capture=known.id,
            statement=statement,
            version=number,
            method="same bytes",
        )
        for statement, number in there
    ]
