"""A comparison made ready to be printed: its summary in words, its differences, its rows with marks
and addresses. The pages and the report share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.compare.difference import WEIGHTS, Difference, Weight
from onrecord.pipeline.comparing import Comparison, Summary
from onrecord.records import Reading, Span
from onrecord.web.beside import Block, Cell, Piece, Row, heavy, marks, pieces
from onrecord.web.words import Words, direction

_LONG = 700  # characters of a quote in the list of differences


class Side(NamedTuple):
    """A text of a comparison: its letter, its version (`None`: a file), and what is known of it."""

    mark: str
    version: str | None
    reading: Reading
    title: str
    language: str
    direction: str
    name: str  # in short, for summaries and narrow screens


class Told(NamedTuple):
    """A difference in words, and the row that it stands in."""

    weight: str
    what: str
    reason: str
    a: str | None
    b: str | None
    row: int | None
    at: tuple[Span | None, Span | None]


class Column(NamedTuple):
    """A cell: its words, its kind, the place where it begins, and what is to be named beside it."""

    side: Side
    kind: str
    pieces: tuple[Piece, ...]
    place: Span | None
    notes: tuple[tuple[str, str, str], ...]  # weight, what, why


class Line(NamedTuple):
    """A row with its number."""

    n: int
    differs: bool
    columns: tuple[Column, ...]


class Part(NamedTuple):
    """Lines that are shown together."""

    folded: bool
    lines: tuple[Line, ...]


def side(mark: str, version: str | None, reading: Reading, name: str, say: Words) -> Side:
    """A side."""
    return Side(
        mark=mark,
        version=version,
        reading=reading,
        title=reading.header.title or say("unknown.title"),
        language=reading.language or "",
        direction=direction(reading.language),
        name=name,
    )


def summary(told: Summary, names: tuple[str, str], say: Words) -> str:
    """A comparison in one sentence.

    >>> from onrecord.web.words import words
    >>> summary(Summary(share=0.97, score=0.7, related=True, method="meaning",
    ...                 kinds={"omitted": 1, "added": 3, "moved": 0}, weights={},
    ...                 what={"number": 2, "passage": 4}), ("en", "ru"), words("en"))
    '97 % aligned; 1 sentence only in en, 3 only in ru; 2 figures differ'
    """
    share = round(told.share * 100)
    if not told.related:
        return say("compare.unrelated", share=share, score=f"{told.score:.2f}")
    parts = [say("compare.aligned", share=share), *_counts(told, names, say)]
    return "; ".join(parts)


def _counts(told: Summary, names: tuple[str, str], say: Words) -> Iterator[str]:
    kinds = told.kinds
    if kinds.get("omitted") or kinds.get("added"):
        first = say.counted(kinds["omitted"], "sentence")
        yield say("compare.alone", n=first, a=names[0], m=say.number(kinds["added"]), b=names[1])
    else:
        yield say("compare.none_alone")
    if kinds.get("moved"):
        yield say("compare.moved", n=say.counted(kinds["moved"], "sentence"))
    heavy_ones = {w: n for w, n in told.what.items() if w not in ("passage", "note")}
    for what, number in sorted(heavy_ones.items(), key=lambda item: (-item[1], item[0])):
        yield say.counted(number, f"differing.{what}")
    if not heavy_ones:
        yield say("compare.none_heavy")


def listed(
    found: Comparison, rows: Sequence[Row], k: int, weight: Weight, say: Words
) -> tuple[Told, ...]:
    """The differences from a weight on, the heaviest first. `k`: which of the compared columns."""
    least = WEIGHTS.index(weight)
    where = {place: n for n, row in enumerate(rows) for place in row.differences[k]}
    return tuple(
        _told(each, where.get(n), say)
        for n, each in enumerate(found.differences)
        if WEIGHTS.index(each.weight) >= least
    )


def _told(each: Difference, row: int | None, say: Words) -> Told:
    return Told(
        weight=each.weight,
        what=say(f"compare.what.{each.what}"),
        reason=say.some("compare.reason")[each.reason],
        a=_short(each.quote_a),
        b=_short(each.quote_b),
        row=row,
        at=(each.a, each.b),
    )


def _short(quote: str | None) -> str | None:
    if quote is None or len(quote) <= _LONG:
        return quote or None
    return quote[:_LONG].rpartition(" ")[0] + " …"


def parts(
    sides: Sequence[Side], found: Sequence[Comparison], cut: Sequence[Block], say: Words
) -> tuple[Part, ...]:
    """The rows as they are printed."""
    return tuple(
        Part(
            block.folded,
            tuple(
                _line(block.first + n, row, sides, found, say) for n, row in enumerate(block.rows)
            ),
        )
        for block in cut
    )


def _line(n: int, row: Row, sides: Sequence[Side], found: Sequence[Comparison], say: Words) -> Line:
    own = [
        [each.differences[place] for place in places]
        for each, places in zip(found, row.differences, strict=True)
    ]
    first = marks([d for many in own for d in many], "a")
    columns = [_column(sides[0], row.cells[0], first, (), say)]
    for a_side, cell, many in zip(sides[1:], row.cells[1:], own, strict=True):
        columns.append(_column(a_side, cell, marks(many, "b"), many, say))
    return Line(n, row.differs, tuple(columns))


def _column(
    a_side: Side,
    cell: Cell,
    marked: Sequence[tuple[Span, str]],
    differences: Sequence[Difference],
    say: Words,
) -> Column:
    return Column(
        side=a_side,
        kind=cell.kind,
        pieces=tuple(pieces(a_side.reading, cell.spans, marked)),
        place=Span(cell.spans[0].start, cell.spans[-1].end) if cell.spans else None,
        notes=tuple(
            (d.weight, say(f"compare.what.{d.what}"), say.some("compare.reason")[d.reason])
            for d in differences
            if heavy(d)
        ),
    )
