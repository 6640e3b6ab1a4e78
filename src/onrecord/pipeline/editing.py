"""Finds silent edits: walks what was captured since, and compares the texts that took each other's
place, each pair once.

It follows the store by a watermark, as annotation does, and goes on where it was ended. What is
kept hangs on what compares (its form: the digest of code and data): by another, all is compared
anew.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from onrecord.compare.difference import WEIGHTS, Difference
from onrecord.errors import OnrecordError
from onrecord.extract.page_dates import last_changes
from onrecord.languages.loader import language
from onrecord.pipeline import annotated
from onrecord.records import Annotation, Issue, Reading, Span
from onrecord.store import edits, standoff, versions
from onrecord.store.edit_records import Change, Told
from onrecord.store.edits import NOTHING, Step

if TYPE_CHECKING:
    from onrecord.pipeline.comparing import Comparison

MOST = 200  # differences of an edit that are kept
LONGEST = 2_000_000  # characters of both texts: what is longer is said to be rewritten
_STAGE = "compare"
_LAYERS = ("entity", "time", "commitment", "position")
_WORD = re.compile(r"[^\W_]")
_SUBSTANCE = len(WEIGHTS) - 1
# What a fault of ours may raise: it must not keep an archive from being compared.
_FAULTS = (ArithmeticError, LookupError, TypeError, ValueError, OnrecordError)


@cache
def form() -> str:
    """The digest of what compares, and of the annotators that it rests on.

    >>> len(form())
    16
    """
    digest = hashlib.blake2b(annotated.form().encode(), digest_size=8)
    room = files("onrecord") / "compare"
    for entry in sorted(room.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".py"):
            digest.update(entry.read_bytes())
    return digest.hexdigest()


def behind(db: sqlite3.Connection) -> int:
    """How many captures have not been looked at by what compares now."""
    return edits.behind(db) if edits.form(db) == form() else edits.last_capture(db)


def follow(db: sqlite3.Connection) -> int:
    """Finds the edits in what was captured since; gives the number of statements that were looked
    at. Whoever calls it holds the lock, has annotated, and has no transaction open."""
    if not behind(db):
        return 0
    if edits.form(db) != form():
        with _transaction(db):
            edits.begin(db, form())
    last, todo = edits.last_capture(db), edits.pending(db)
    for statement in todo:
        with _transaction(db):
            _one(db, statement)
    with _transaction(db):
        edits.mark(db, last)
    return len(todo)


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Whole, or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _one(db: sqlite3.Connection, statement: int) -> None:
    found = edits.steps(db, statement)
    for step in found:
        if not edits.compared(db, step):
            weight, told = _compared(db, step)
            edits.keep(db, step, weight, msgspec.json.encode(told).decode())
    edits.replace(db, statement, found)


def _compared(db: sqlite3.Connection, step: Step) -> tuple[int, Told]:
    a, b = versions.reading(db, step.old), versions.reading(db, step.new)
    if len(a.text) + len(b.text) > LONGEST:
        return _rewritten(a, b, "too long to compare")
    from onrecord.pipeline import comparing  # noqa: PLC0415  (numpy: only what was edited pays)

    known = [_annotations(db, row) for row in (step.old, step.new)]
    versions.replace_issues(db, step.new, _STAGE, [])
    try:
        found = comparing.compare(a, b, (known[0], known[1]))
    except _FAULTS as error:
        what = f"unforeseen {type(error).__name__}: {error}; please report it with the page"
        issue = Issue(stage=_STAGE, message=what, severity="error", subject=b.id)
        versions.replace_issues(db, step.new, _STAGE, [issue])
        return _rewritten(a, b, "could not be compared")
    return told(found)


def _annotations(db: sqlite3.Connection, row: int) -> tuple[Annotation, ...]:
    return tuple(
        Annotation(
            layer=each.layer, span=each.span, quote=each.quote, value=each.value,
            annotator=each.annotator, rule=each.rule, confidence=each.confidence,
        )
        for each in standoff.of_row(db, row)
        if each.layer in _LAYERS
    )  # fmt: skip


def told(found: Comparison) -> tuple[int, Told]:
    """A comparison of two versions as it is kept: the heaviest weight, and what differs. Dates that
    the page gives as the time of its last change are furniture."""
    if not found.summary.related:
        return _rewritten(found.a, found.b, "rewritten")
    real = [each for each in found.differences if not _is_stamp(each, found)]
    if not real:
        return NOTHING, Told(method=found.summary.method)
    counted = Counter(each.weight for each in real)
    listed = sorted(real[:MOST], key=lambda each: each.bead)
    made = Told(
        weights={weight: counted[weight] for weight in reversed(WEIGHTS) if counted[weight]},
        method=found.summary.method,
        changes=tuple(_change(each, found) for each in listed),
        more=len(real) - len(listed),
    )
    return max(WEIGHTS.index(each.weight) for each in real), made


def _is_stamp(difference: Difference, found: Comparison) -> bool:
    """Does nothing differ but words that say when the page was last changed?"""
    return all(
        span is None or not _WORD.search(_outside(span, reading))
        for span, reading in ((difference.a, found.a), (difference.b, found.b))
    )


def _outside(span: Span, reading: Reading) -> str:
    """The words of a span that are not part of such a notice."""
    start = reading.text.rfind("\n", 0, span.start) + 1
    end = reading.text.find("\n", span.end)
    line = reading.text[start : None if end < 0 else end]
    left = list(reading.text[span.start : span.end])
    notices = [(start + a, start + b) for a, b in last_changes(line, language(reading.language))]
    why = reading.header.evidence.get("updated")
    if why and why.span:
        notices.append(why.span)
    for first, last in notices:
        for n in range(max(first, span.start), min(last, span.end)):
            left[n - span.start] = " "
    return "".join(left)


def _change(difference: Difference, found: Comparison) -> Change:
    bead = found.beads[difference.bead]
    around_a = _around(difference.a, bead.a)
    around_b = _around(difference.b, bead.b)
    return Change(
        kind=difference.kind,
        weight=difference.weight,
        what=difference.what,
        reason=difference.reason,
        turn_a=_turn(found.a, difference.a),
        turn_b=_turn(found.b, difference.b),
        a=difference.a,
        b=difference.b,
        quote_a=difference.quote_a,
        quote_b=difference.quote_b,
        around_a=around_a,
        around_b=around_b,
        text_a=None if around_a is None else found.a.text[around_a.start : around_a.end],
        text_b=None if around_b is None else found.b.text[around_b.start : around_b.end],
    )


def _around(span: Span | None, sentences: Sequence[Span]) -> Span | None:
    """The sentences of a bead that a span is a part of; `None` if it is all of them."""
    if span is None or not sentences:
        return None
    whole = Span(sentences[0].start, sentences[-1].end)
    inside = [s for s in sentences if s.start <= span.end and span.start <= s.end]
    near = Span(inside[0].start, inside[-1].end) if inside else whole
    return near if near != span and near.start <= span.start and span.end <= near.end else None


def _turn(reading: Reading, span: Span | None) -> int | None:
    return None if span is None else standoff.turn_at(reading, span)


def _rewritten(a: Reading, b: Reading, reason: str) -> tuple[int, Told]:
    """All of it is another text: the first lines stand for it."""
    one, two = _first_line(a.text), _first_line(b.text)
    change = Change(
        kind="changed",
        weight="substance",
        what="passage",
        reason=reason,
        a=one,
        b=two,
        quote_a=a.text[one.start : one.end],
        quote_b=b.text[two.start : two.end],
    )
    return _SUBSTANCE, Told(weights={"substance": 1}, method="none", changes=(change,))


def _first_line(text: str) -> Span:
    for start, line in _lines(text):
        if line.strip():
            return Span(start, start + len(line))
    return Span(0, 0)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1
