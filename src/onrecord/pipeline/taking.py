"""Takes one stored capture in: reads it, and files what it says. The same for a capture that has
just been added and for one that is taken in again, so that records can be made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Literal
from urllib.parse import unquote, urlsplit

from onrecord.crawl.inputs import Input, Loaded
from onrecord.errors import InputError
from onrecord.pipeline import documents
from onrecord.pipeline.offering import JSONL
from onrecord.pipeline.reading import Failure, Options, read
from onrecord.records import Capture, Issue, Reading, Record
from onrecord.store import captures, filing, removals, versions
from onrecord.store.candidates import Memory
from onrecord.store.removals import Here

LISTING = "listing"  # forms of `Asked`: kept, and not read
EVIDENCE = "evidence"
LEADING = "leading"
_AWAY = (404, 410)
_GONE = 410
_MISSING = "missing page: "

Outcome = Literal["added", "version", "unchanged", "failed", "passed"]


class Result(Record, frozen=True, kw_only=True):
    """What became of one statement of an input, or of an input without one, and why."""

    uri: str
    outcome: Outcome
    capture: str | None = None
    statement: str | None = None
    version: int | None = None
    method: str | None = None
    score: float | None = None
    issue: Issue | None = None


# What a fault of ours may raise: it must not make an archive that cannot be opened again.
_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError, sqlite3.IntegrityError)


def take(memory: Memory, capture: Capture, payload: bytes) -> list[Result]:
    """Stores what a capture says, within the caller's transaction. What is kept as evidence only
    (a listing, an answer that is no page) is not read."""
    row = captures.insert(memory.db, capture)
    here = removals.stood(memory.db, capture.uri, row) if capture.status is not None else None
    if why := unread(capture):
        if here and (capture.status in _AWAY or capture.asked.form == EVIDENCE):
            removals.note(memory.db, row, here, why, capture.status == _GONE)
        issue = Issue(stage="fetch", message=why, severity="info", subject=capture.uri)
        return [Result(uri=capture.uri, outcome="passed", capture=capture.id, issue=issue)]
    results = _filed(memory, capture, row, list(readings(capture, payload)))
    if here:
        _compare(memory, row, here, results)
    return results


def unread(capture: Capture) -> str | None:
    """Why a capture is kept and not read; `None` if it is."""
    if capture.asked.form == LISTING:
        return "a listing"
    if capture.status is not None and not 200 <= capture.status < 300:
        return f"the server answers {capture.status}"
    if capture.asked.form == EVIDENCE:
        return f"leads to {capture.url}"
    if capture.asked.form == LEADING:
        return "its statement stands in a document that it links to"
    return None


def _compare(memory: Memory, row: int, here: Here, results: list[Result]) -> None:
    """Has what stood at this address gone from it, by what is there now?"""
    if len(results) != 1:
        return
    (result,) = results
    if result.issue and result.issue.message.startswith(_MISSING):
        removals.note(memory.db, row, here, result.issue.message, False)
    elif result.statement and removals.stood(memory.db, result.uri, row + 1) not in (
        None,
        Here(row, here.statement),
    ):
        removals.note(memory.db, row, here, f"its address gives {result.statement}", True)


def _filed(
    memory: Memory, capture: Capture, row: int, found: list[Reading | Failure]
) -> list[Result]:
    memory.db.execute("SAVEPOINT filing")
    try:
        lone = len(found) == 1
        results = [_one(memory, capture, row, n, each, lone) for n, each in enumerate(found)]
    except _FAULTS as error:
        memory.db.execute("ROLLBACK TO filing")
        memory.forget()
        results = [_faulty(memory, capture, row, error)]
    memory.db.execute("RELEASE filing")
    return results


def _faulty(memory: Memory, capture: Capture, row: int, error: Exception) -> Result:
    what = f"unforeseen {type(error).__name__}: {error}; please report it with the page"
    issue = Issue(stage="pipeline", message=what, severity="error", subject=capture.uri)
    return _failed(memory, capture, row, issue)


def _failed(memory: Memory, capture: Capture, row: int, issue: Issue) -> Result:
    versions.insert_issues(memory.db, row, None, [issue])
    return Result(uri=capture.uri, outcome="failed", capture=capture.id, issue=issue)


def readings(capture: Capture, payload: bytes) -> Iterator[Reading | Failure]:
    """What a capture says, from the capture alone."""
    asked = capture.asked
    if asked.form == JSONL:
        yield _document(capture, payload)
        return
    loaded = Loaded(payload, capture.media_type, capture.charset, capture.url)
    given = Input(capture.uri, _name(capture.url or capture.uri), lambda: loaded)
    options = Options(
        language=asked.language,
        url=asked.url,
        media_type=asked.media_type,
        sources=asked.sources,
        expected=asked.expected,
    )
    yield from read([given], options)


def _document(capture: Capture, payload: bytes) -> Reading | Failure:
    try:
        return documents.read(payload, capture.uri)
    except InputError as error:
        issue = Issue(stage=error.stage, message=str(error), severity="error", subject=capture.uri)
        return Failure(uri=capture.uri, issue=issue)


def _name(uri: str) -> str:
    """
    >>> _name("file:///pages/a%20b.html"), _name("https://www.state.gov/")
    ('a b.html', '')
    """
    return unquote(urlsplit(uri).path.rpartition("/")[2])


def _one(
    memory: Memory, capture: Capture, row: int, item: int, found: Reading | Failure, lone: bool
) -> Result:
    if isinstance(found, Failure):
        return _failed(memory, capture, row, found.issue)
    given = found.id if capture.asked.form == JSONL else None
    filed = filing.file(memory, filing.sheet(row, item, found, lone, given))
    return Result(
        uri=capture.uri,
        outcome=filed.outcome,
        capture=capture.id,
        statement=filed.statement,
        version=filed.version,
        method=filed.method,
        score=filed.score,
    )
