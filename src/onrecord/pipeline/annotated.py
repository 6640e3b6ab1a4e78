"""Annotates what has been stored: each version once, by the annotators that there are.

It follows the store by a watermark, so that whatever ends the process, the next one goes on from
there. The form of the annotators is the digest of what they are made of, code and data: where it is
another one, all is annotated anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from onrecord.pipeline import spoken
from onrecord.pipeline.annotating import of_document
from onrecord.records import Annotation, Issue, Reading
from onrecord.store import changes, standoff, versions

_BATCH = 2.0  # seconds of work in a transaction
_MADE_OF = ("annotate", "gazetteer", "languages", "text")
_KINDS = (".py", ".toml", ".json", ".tsv", ".txt")
# What a fault of ours may raise: it must not keep an archive from being annotated.
_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError)


@cache
def form() -> str:
    """The digest of the annotators.

    >>> len(form())
    16
    """
    digest = hashlib.blake2b(digest_size=8)
    for room in _MADE_OF:
        for name, data in _content(files("onrecord") / room, room):
            digest.update(name.encode() + b"\0")
            digest.update(data)
    return digest.hexdigest()


def _content(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _content(entry, f"{name}/{entry.name}")
        elif entry.name.endswith(_KINDS):
            yield f"{name}/{entry.name}", entry.read_bytes()


def behind(db: sqlite3.Connection) -> int:
    """How many versions have not been annotated by these annotators."""
    made = standoff.form(db)
    last = changes.last(db)
    return last - made.change if made.name == form() else last


def follow(
    db: sqlite3.Connection,
    say: Callable[[int, int], None] = lambda done, of: None,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Annotates what has not been; gives the number of versions. `say` is told how far it is.
    Whoever calls it holds the lock, and has no transaction open."""
    todo = behind(db)
    if not todo:
        return 0
    if standoff.form(db).name != form():
        _begin(db)
    done = 0
    pending = changes.changes(db, standoff.form(db).change)
    while batch := _some(db, pending, clock):
        done += batch
        say(done, todo)
    return done


def _begin(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    standoff.begin(db, form())
    db.execute("COMMIT")


def _some(
    db: sqlite3.Connection,
    pending: Iterator[changes.ChangedVersion],
    clock: Callable[[], float],
) -> int:
    """What can be done in a batch's time, in one transaction."""
    since, done, last = clock(), 0, 0
    db.execute("BEGIN IMMEDIATE")
    try:
        for changed in pending:
            _one(db, changed)
            done, last = done + 1, changed.change
            if clock() - since >= _BATCH:
                break
        if done:
            standoff.mark(db, last)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return done


def _one(db: sqlite3.Connection, changed: changes.ChangedVersion) -> None:
    row = versions.number_of(db, changed.statement.id, changed.number)
    if row is None:
        return
    try:
        found = list(annotate(changed.reading))
    except _FAULTS as error:
        what = f"unforeseen {type(error).__name__}: {error}; please report it with the page"
        issue = Issue(stage="annotate", message=what, severity="error", subject=changed.reading.id)
        versions.replace_issues(db, row, "annotate", [issue])
        return
    versions.replace_issues(db, row, "annotate", [])
    standoff.insert(db, row, changed.reading, found)


def annotate(reading: Reading) -> Iterator[Annotation]:
    """All annotations of a reading."""
    yield from of_document(spoken.whole(reading), spoken.WHOLE)
    for start, document in spoken.spoken(reading):
        for annotation in of_document(document, spoken.SPOKEN):
            yield spoken.moved(annotation, start)
    for n, exchange, start, document in spoken.answers(reading):
        for annotation in of_document(document, spoken.ANSWERS):
            value = {**annotation.value, "exchange": n, "question_turns": list(exchange.question)}
            yield spoken.moved(msgspec.structs.replace(annotation, value=value), start)
