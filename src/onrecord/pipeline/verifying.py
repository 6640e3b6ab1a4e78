"""Is everything still what it was? Re-reads every capture and every record, changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from onrecord.archive import reader
from onrecord.archive.folder import Folder, warcs
from onrecord.archive.reader import Damage, Stored
from onrecord.extract.assemble import digest
from onrecord.records import Capture, Reading, Record, Span, Version
from onrecord.store import captures, database, standoff, statements, versions


class Finding(Record, frozen=True, kw_only=True):
    """What does not hold (`problem`), or only should be known (`note`)."""

    severity: Literal["problem", "note"]
    subject: str
    message: str


class Verified(Record, frozen=True, kw_only=True):
    """How much was looked at, and what was found."""

    captures: int
    versions: int
    spans: int
    problems: int


def verify(folder: Folder) -> Iterator[Finding | Verified]:
    """What does not hold, as it is found; at the end, how much was looked at."""
    db = database.readable(folder.records)
    problems = checked = spans = 0
    try:
        with database.explained(folder.records):
            db.execute("BEGIN")  # one state of it all, while another process may add
            stored = {capture.id: capture for capture in captures.all_captures(db)}
            for finding in (*_file(folder, db), *_captures(folder, db, stored)):
                problems += finding.severity == "problem"
                yield finding
            for version, reading in versions.all_versions(db):
                checked += 1
                spans += len(list(_spans(reading)))
                for finding in _version(version, reading, stored):
                    problems += 1
                    yield finding
            for finding in (*_statements(db), *_annotations(db)):
                problems += 1
                yield finding
    finally:
        db.close()
    yield Verified(captures=len(stored), versions=checked, spans=spans, problems=problems)


def _problem(subject: str, message: str) -> Finding:
    return Finding(severity="problem", subject=subject, message=message)


def _file(folder: Folder, db: sqlite3.Connection) -> Iterator[Finding]:
    for line in database.problems(db):
        yield _problem(folder.records.name, line)


def _captures(
    folder: Folder, db: sqlite3.Connection, stored: dict[str, Capture]
) -> Iterator[Finding]:
    """Every record of every WARC file against the captures that are known, and back."""
    known = captures.known(db)
    missing = dict(stored)
    for path in warcs(folder):
        end, size = known.get(path.name, 0), path.stat().st_size
        if size > end:
            message = f"{size - end:,} bytes are not taken in yet: the next `onrecord add` does"
            yield Finding(severity="note", subject=path.name, message=message)
        for found in reader.scan(path):
            start = found.capture.start if isinstance(found, Stored) else found.start
            if start >= end:
                break
            if isinstance(found, Damage):
                yield _problem(path.name, str(found))
            elif isinstance(found, Stored):
                yield from _capture(found, missing.pop(found.capture.id, None))
    for capture in missing.values():
        yield _problem(capture.id, f"the capture is not at its place in {capture.warc}")


def _capture(found: Stored, expected: Capture | None) -> Iterator[Finding]:
    capture = found.capture
    if expected is None:
        yield _problem(capture.id, "a capture that the records do not know: `onrecord rebuild`")
    elif capture.digest != expected.digest:
        yield _problem(capture.id, f"has the digest {capture.digest}, not {expected.digest}")
    elif capture != expected:
        yield _problem(capture.id, "its record says another thing than the captures know")
    if not found.sound:
        yield _problem(capture.id, "the payload has not the digest that its record states")


def _version(version: Version, reading: Reading, stored: dict[str, Capture]) -> Iterator[Finding]:
    capture = stored.get(version.capture)
    if digest(reading.text) != reading.text_digest:
        yield _problem(version.id, "the text has not its digest")
    if capture is None or reading.source.digest != capture.digest:
        yield _problem(version.id, "was read from other bytes than its capture has")
    length = len(reading.text)
    for name, span in _spans(reading):
        if not 0 <= span.start <= span.end <= length:
            yield _problem(version.id, f"{name} {list(span)} is not within the text ({length})")
    for quoted, span in _quotes(reading):
        if reading.text[span.start : span.end] != quoted:
            yield _problem(version.id, f"{list(span)} does not read {quoted!r}")
    for before, after in pairwise(turn.span for turn in reading.turns):
        if after.start < before.end:
            yield _problem(version.id, f"turns {list(before)} and {list(after)} overlap")
    numbers = {turn.n for turn in reading.turns}
    for exchange in reading.exchanges:
        if not {*exchange.question, *exchange.answer} <= numbers:
            yield _problem(version.id, "an exchange names a turn that is not there")


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for n, block in enumerate(reading.blocks):
        yield f"block {n}", block.span
        yield from ((f"bold in block {n}", span) for span in block.strong)
    for turn in reading.turns:
        yield f"turn {turn.n}", turn.span
        if turn.label_span is not None:
            yield f"label of turn {turn.n}", turn.label_span
    for field, evidence in reading.header.evidence.items():
        if evidence.span is not None:
            yield f"evidence of {field}", evidence.span


def _quotes(reading: Reading) -> Iterator[tuple[str, Span]]:
    for evidence in reading.header.evidence.values():
        if evidence.span is not None and evidence.quote is not None:
            yield evidence.quote, evidence.span


def _annotations(db: sqlite3.Connection) -> Iterator[Finding]:
    """Each annotation quotes what stands at its span."""
    for version, span, quote in standoff.unsound(db):
        yield _problem(version, f"an annotation at {list(span)} does not read {quote!r}")


def _statements(db: sqlite3.Connection) -> Iterator[Finding]:
    """Versions are numbered without a gap, and every reference leads somewhere."""
    for statement in statements.all_statements(db):
        numbers = [version.number for version in versions.of_statement(db, statement.id)]
        if numbers != list(range(1, statement.latest + 1)):
            yield _problem(statement.id, f"has the versions {numbers}, not 1 to {statement.latest}")
    for table, target in database.dangling(db):
        yield _problem(table, f"a row refers to a row of {target} that is not there")
