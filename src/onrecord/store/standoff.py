"""Annotations of versions: stored, and read again.

An annotation belongs to one version, and to the turn in which it stands. Beside the annotations two
tables tell what is asked for most: what is named (`mentions`), and what was done in words (`acts`:
events, commitments, positions, answers).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from onrecord.records import Annotation, Reading, Record, Span
from onrecord.store import changes, corrections, naming
from onrecord.store.corrections import Correction

_MARK = "annotated"
_FORM = "annotated by"
_VALUE = msgspec.json.Decoder(dict[str, Any])
FIELDS = (
    "a.n, s.id, v.number, a.turn, a.layer, a.start, a.stop, a.quote, a.value, a.annotator, a.rule,"
    " a.confidence"
)
_FROM = (
    "FROM annotations a JOIN versions v ON v.n = a.version JOIN statements s ON s.n = v.statement"
)
_TYPE = {"event": "type", "commitment": "strength", "position": "stance", "response": "clarity"}
_ACTOR = {"event": "actors", "commitment": "actor", "position": "holder"}
_TARGET = {"event": "recipients", "commitment": "beneficiary", "position": "target"}
_DAY = {"event": "date", "commitment": "due"}
_STATE = {"event": "modality", "commitment": "status", "response": "evasion"}


class Kept(Record, frozen=True, kw_only=True):
    """An annotation as it is kept. `id` hangs on what it says and where, so that the same one has
    the same id however often it is made; `turn`: the number of the turn that it stands in;
    `correction`: what a reader says of it (`corrections.toml`)."""

    id: str
    version: str
    turn: int | None
    layer: str
    span: Span
    quote: str
    value: dict[str, Any]
    annotator: str
    rule: str
    confidence: float
    correction: Correction | None = None


class Form(NamedTuple):
    """Which annotators have made what there is, and up to which change."""

    name: str
    change: int


def form(db: sqlite3.Connection) -> Form:
    """How far the annotators are, and which they were; no name: there are none yet."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_FORM,)).fetchone()
    return Form(row[0] if row else "", changes.watermark(db, _MARK))


def begin(db: sqlite3.Connection, name: str) -> None:
    """Annotators of another form start from the beginning: what others have said is taken out."""
    for table in ("mentions", "acts", "annotations"):
        db.execute(f"DELETE FROM {table}")
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_FORM, name))
    changes.set_watermark(db, 0, _MARK)


def mark(db: sqlite3.Connection, change: int) -> None:
    """Notes up to which change all versions are annotated."""
    changes.set_watermark(db, change, _MARK)


def insert(
    db: sqlite3.Connection, version: int, reading: Reading, found: Iterable[Annotation]
) -> int:
    """Stores what annotators say of a version; gives their number."""
    count = 0
    for annotation in found:
        turn = turn_at(reading, annotation.span)
        row = db.execute(
            "INSERT INTO annotations (version, turn, layer, start, stop, quote, value, annotator,"
            " rule, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                version, turn, annotation.layer, *annotation.span, annotation.quote,
                msgspec.json.encode(annotation.value).decode(), annotation.annotator,
                annotation.rule, annotation.confidence,
            ),
        )  # fmt: skip
        assert row.lastrowid is not None
        _insert_part(db, (row.lastrowid, version, turn), annotation)
        count += 1
    return count


def turn_at(reading: Reading, span: Span) -> int | None:
    """The number of the turn in which a span begins."""
    for turn in reading.turns:
        if turn.span.start <= span.start < turn.span.end:
            return turn.n
    return None


def _insert_part(
    db: sqlite3.Connection, place: tuple[int, int, int | None], annotation: Annotation
) -> None:
    value, layer = annotation.value, annotation.layer
    if layer == "entity":
        db.execute(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*place, value.get("entity"), value["kind"], value["name"], value.get("country")),
        )
    elif layer in _TYPE and value.get(_TYPE[layer]):
        said = [value.get(names.get(layer, "")) for names in (_DAY, _STATE)]
        db.execute(
            "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *place, layer, value[_TYPE[layer]], party(value.get(_ACTOR.get(layer, ""))),
                party(value.get(_TARGET.get(layer, ""))), *said, value.get("exchange"),
            ),
        )  # fmt: skip


def party(given: object) -> str | None:
    """The first of those who act, or are acted upon: by id, else by name; or the words themselves.

    >>> party([{"span": [0, 2], "entity": "state/ru", "name": "we"}]), party("the treaty")
    ('state/ru', 'the treaty')
    >>> party([]), party(None)
    (None, None)
    """
    if isinstance(given, str):
        return given or None
    if isinstance(given, Mapping):
        named = given.get("entity") or given.get("name")
        return str(named) if named else None
    if isinstance(given, Sequence):
        return next((named for each in given if (named := party(each))), None)
    return None


def of_version(
    db: sqlite3.Connection, statement: str, number: int, layers: Sequence[str] | None = None
) -> tuple[Kept, ...]:
    """What annotators say of a version, in the order of the text; of these layers only. What a
    reader has amended is told as amended, and what a reader has rejected is left out."""
    rows = db.execute(
        f"SELECT {FIELDS} {_FROM} WHERE s.id = ? AND v.number = ? ORDER BY a.start, a.n",
        (statement, number),
    )
    found = (kept for kept in map(read, rows) if layers is None or kept.layer in layers)
    return tuple(kept for kept in corrected(db, found) if not rejected(kept))


def every(db: sqlite3.Connection, statement: str, number: int) -> tuple[Kept, ...]:
    """The same with what readers have rejected: for who judges it."""
    rows = db.execute(
        f"SELECT {FIELDS} {_FROM} WHERE s.id = ? AND v.number = ? ORDER BY a.start, a.n",
        (statement, number),
    )
    return tuple(corrected(db, map(read, rows)))


def of_row(db: sqlite3.Connection, version: int) -> tuple[Kept, ...]:
    """What annotators say of the version in a row."""
    rows = db.execute(f"SELECT {FIELDS} {_FROM} WHERE a.version = ? ORDER BY a.start", (version,))
    return tuple(kept for kept in corrected(db, map(read, rows)) if not rejected(kept))


def current(
    db: sqlite3.Connection, condition: str, values: Sequence[object], more: str = ""
) -> Iterator[Kept]:
    """Those of latest versions that meet a condition in SQL on `a`, `v`, `s` and what `more`
    joins, without what readers have rejected. For the modules of this room."""
    rows = db.execute(
        f"SELECT {FIELDS} {_FROM} {more} WHERE v.number = s.latest AND {condition}", values
    )
    return (kept for kept in corrected(db, map(read, rows)) if not rejected(kept))


def corrected(db: sqlite3.Connection, found: Iterable[Kept]) -> Iterator[Kept]:
    """The same with what readers say of each: an amended one has its new value, and a rejected one
    stays, for who tells that it was."""
    known = corrections.of(db)
    for kept in found:
        statement, number, _ = naming.reference(kept.version) if known else ("", 0, None)
        said = corrections.about(
            known.get((statement, number or 1), ()), kept.layer, kept.span, kept.quote
        )
        if said is None:
            yield kept
        else:
            yield msgspec.structs.replace(kept, value={**kept.value, **said.value}, correction=said)


def rejected(kept: Kept) -> bool:
    """Has a reader rejected it?"""
    return kept.correction is not None and kept.correction.verdict == "reject"


def read(row: tuple[Any, ...]) -> Kept:
    """A row of the fields of this module as a record."""
    _, statement, number, turn, layer, start, stop, quote, value, annotator, rule, sure = row
    version = naming.version_id(statement, number)
    key = "\n".join((version, f"{start} {stop}", layer, value, annotator))
    return Kept(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        version=version,
        turn=turn,
        layer=layer,
        span=Span(start, stop),
        quote=quote,
        value=_VALUE.decode(value),
        annotator=annotator,
        rule=rule,
        confidence=sure,
    )


def unsound(db: sqlite3.Connection) -> Iterator[tuple[str, Span, str]]:
    """Annotations whose quote is not what stands at their span: the version, the span, the
    quote."""
    rows = db.execute(
        "SELECT s.id, v.number, a.start, a.stop, a.quote FROM annotations a JOIN versions v"
        " ON v.n = a.version JOIN statements s ON s.n = v.statement"
        " WHERE substr(v.text, a.start + 1, a.stop - a.start) IS NOT a.quote ORDER BY a.n"
    )
    for statement, number, start, stop, quote in rows:
        yield naming.version_id(statement, number), Span(start, stop), quote


def count(db: sqlite3.Connection) -> int:
    """How many there are."""
    number: int = db.execute("SELECT count(*) FROM annotations").fetchone()[0]
    return number
