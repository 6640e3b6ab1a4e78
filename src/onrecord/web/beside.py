"""Texts in columns: rows of sentences that correspond, over the first text and up to four others,
with what differs marked. It compares nothing: comparisons are handed in.

A row holds the sentences of the first text that stand together in any bead, and what corresponds to
them in each other. What stands in another text alone has a row of its own, where it stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.compare.difference import WEIGHTS, Difference
from onrecord.pipeline.comparing import Comparison
from onrecord.records import Reading, Record, Span

_HEAVY = ("fact", "substance")
_CONTEXT = 1  # rows shown around what differs
_FEWEST = 4  # rows that are worth folding


class Cell(Record, frozen=True, kw_only=True):
    """A text's part of a row: its spans (none: nothing there corresponds), and of what kind it is,
    against the first text. `absent`: it says nothing of what is in another text alone."""

    kind: str
    spans: tuple[Span, ...]


class Row(Record, frozen=True, kw_only=True):
    """Sentences that correspond. `differences`: of each further text, places in its list."""

    cells: tuple[Cell, ...]
    differences: tuple[tuple[int, ...], ...]

    @property
    def differs(self) -> bool:
        """Is anything here not the same?"""
        return any(cell.kind not in ("same", "first") for cell in self.cells) or any(
            self.differences
        )


class Piece(NamedTuple):
    """Words of a cell, and how much they weigh, if they differ."""

    text: str
    weight: str | None


class Block(NamedTuple):
    """Rows that are shown together. `first`: the number of the first; `folded`: all are the
    same."""

    first: int
    rows: tuple[Row, ...]
    folded: bool


def rows(found: Sequence[Comparison]) -> tuple[Row, ...]:
    """The rows of a first text and the others that it was compared with."""
    count = max((n for each in found for b in each.beads for n in b.places_a), default=-1) + 1
    roots = _joined(count, found)
    beads: list[dict[int, list[int]]] = [{} for _ in found]
    alone: dict[int, list[tuple[int, int]]] = {}
    for k, each in enumerate(found):
        at = -1
        for n, bead in enumerate(each.beads):
            if bead.places_a:
                at = roots[bead.places_a[0]]
                beads[k].setdefault(at, []).append(n)
            else:
                alone.setdefault(at, []).append((k, n))
    made = [_alone(found, k, n) for k, n in alone.get(-1, ())]
    for root in sorted(set(roots)):
        made.append(_together(found, [of.get(root, []) for of in beads]))
        made += (_alone(found, k, n) for k, n in alone.get(root, ()))
    return tuple(made)


def _joined(count: int, found: Sequence[Comparison]) -> list[int]:
    """Of each sentence of the first text, the first one of those that stand together with it in a
    bead of any comparison."""
    roots = list(range(count))
    for each in found:
        for bead in each.beads:
            if len(bead.places_a) > 1:
                lowest = min(roots[n] for n in bead.places_a)
                for n in range(roots[bead.places_a[0]], bead.places_a[-1] + 1):
                    roots[n] = lowest
    for n, root in enumerate(roots):
        roots[n] = roots[root]
    return roots


_ORDER = ("same", "moved", "changed")


def _together(found: Sequence[Comparison], places: Sequence[Sequence[int]]) -> Row:
    cells = [Cell(kind="first", spans=_spans(found, places))]
    differences = []
    for each, own in zip(found, places, strict=True):
        paired = [each.beads[n] for n in own if each.beads[n].b]
        kinds = [bead.kind for bead in paired]
        kind = max(kinds, key=_ORDER.index) if kinds else "omitted"
        cells.append(Cell(kind=kind, spans=tuple(span for bead in paired for span in bead.b)))
        differences.append(_of_beads(each, own))
    return Row(cells=tuple(cells), differences=tuple(differences))


def _spans(found: Sequence[Comparison], places: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    """The spans of the first text: the same in whichever comparison."""
    every = {
        span for each, own in zip(found, places, strict=True) for n in own
        for span in each.beads[n].a
    }  # fmt: skip
    return tuple(sorted(every))


def _alone(found: Sequence[Comparison], k: int, n: int) -> Row:
    """What stands in one of the others alone."""
    cells = [Cell(kind="absent", spans=()) for _ in range(len(found) + 1)]
    cells[k + 1] = Cell(kind="added", spans=found[k].beads[n].b)
    differences = [_of_beads(each, [n]) if i == k else () for i, each in enumerate(found)]
    return Row(cells=tuple(cells), differences=tuple(differences))


def _of_beads(found: Comparison, beads: Sequence[int]) -> tuple[int, ...]:
    return tuple(i for i, each in enumerate(found.differences) if each.bead in beads)


def blocks(all_rows: Sequence[Row], fold: bool) -> tuple[Block, ...]:
    """The rows in blocks; runs of rows that are the same are folded, where that is wanted."""
    if not fold:
        return (Block(0, tuple(all_rows), False),)
    shown = [False] * len(all_rows)
    for n, row in enumerate(all_rows):
        if row.differs:
            for near in range(max(0, n - _CONTEXT), min(len(all_rows), n + _CONTEXT + 1)):
                shown[near] = True
    made: list[Block] = []
    start = 0
    for n in range(1, len(all_rows) + 1):
        if n == len(all_rows) or shown[n] != shown[start]:
            folded = not shown[start] and n - start >= _FEWEST
            made.append(Block(start, tuple(all_rows[start:n]), folded))
            start = n
    return tuple(_merged(made))


def _merged(parts: Sequence[Block]) -> Iterator[Block]:
    """Neighbours that are not folded, as one."""
    held: Block | None = None
    for part in parts:
        if held and not held.folded and not part.folded:
            held = Block(held.first, held.rows + part.rows, False)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def pieces(
    reading: Reading, spans: Sequence[Span], marks: Sequence[tuple[Span, str]]
) -> Iterator[Piece]:
    """The words of a cell, cut at what differs. Of marks that overlap the first counts; between
    spans that are apart stands a sign that says so."""
    for n, part in enumerate(_runs(reading.text, spans)):
        if n:
            yield Piece(" … ", None)
        yield from _cut(reading.text, part, marks)


def _runs(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Spans with nothing but spaces between them, as one."""
    held: Span | None = None
    for span in sorted(spans):
        if held is not None and not text[held.end : span.start].strip() and span.start >= held.end:
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _cut(text: str, part: Span, marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    at = part.start
    for span, weight in sorted(marks):
        start, end = max(span.start, part.start), min(span.end, part.end)
        if start < at or start >= end:
            continue
        if start > at:
            yield Piece(text[at:start], None)
        yield Piece(text[start:end], weight)
        at = end
    if at < part.end:
        yield Piece(text[at : part.end], None)


def marks(differences: Sequence[Difference], side: str) -> list[tuple[Span, str]]:
    """Where differences stand on a side (`a` or `b`), the heaviest first."""
    ordered = sorted(differences, key=lambda d: -WEIGHTS.index(d.weight))
    found = [(d.a if side == "a" else d.b, d.weight) for d in ordered]
    return [(span, weight) for span, weight in found if span is not None]


def heavy(difference: Difference) -> bool:
    """Is it to be named beside the words: a fact or substance, but no passage, which one sees?"""
    return difference.weight in _HEAVY and difference.what not in ("passage", "note")
