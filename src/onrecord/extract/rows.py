"""A row: one visible line while its page is being laid out, and which tables hold data.

Old pages lay everything out in tables: their cells are paragraphs. The cells of a table of data
stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from onrecord.records import BlockKind, Span

_LONG_CELL = 600


class Row(msgspec.Struct, gc=False):
    """A visible line. `box`: the box it stands in; `inline`: names of the one inline element that
    holds all of it; `cell`: box of its table cell, -1 for none."""

    text: str
    kind: BlockKind
    gap: int
    strong: tuple[Span, ...]
    linked: int
    level: int
    box: int
    inline: str | None
    cell: int


class Boxed(Protocol):
    """What is asked of a box here."""

    @property
    def parent(self) -> int: ...
    @property
    def tag(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def cell(self) -> int: ...


def around(box: int, boxes: Sequence[Boxed]) -> Iterator[int]:
    """The box and those around it, innermost first; nothing for -1."""
    while box >= 0:
        yield box
        box = boxes[box].parent


def settle_tables(rows: list[Row], boxes: Sequence[Boxed]) -> None:
    """Makes the lines of data tables stand side by side, and gives them their kind."""
    if not any(row.cell >= 0 for row in rows):
        return
    data = _data_tables(rows, boxes)
    last_cell = last_row = last_table = -1
    for row in rows:
        table, line = _around(row.cell, boxes)
        if row.cell < 0 or table not in data:
            last_table = -1
            continue
        if row.kind == "paragraph":
            row.kind = "table"
        if table == last_table and row.cell != last_cell:
            row.gap = 0 if line == last_row else 1
        elif table == last_table:
            row.gap = 1
        last_cell, last_row, last_table = row.cell, line, table


def _around(cell: int, boxes: Sequence[Boxed]) -> tuple[int, int]:
    """Boxes of the table and of the table row around a cell, -1 for none."""
    line = -1
    box = boxes[cell].parent if cell >= 0 else -1
    while box >= 0 and boxes[box].tag != "table":
        if boxes[box].tag == "tr" and line < 0:
            line = box
        box = boxes[box].parent
    return box, line


def _data_tables(rows: list[Row], boxes: Sequence[Boxed]) -> set[int]:
    """Tables with at least two columns somewhere, no table inside and no very long cell."""
    outer = {boxes[box.parent].cell for box in boxes if box.tag == "table" and box.parent >= 0}
    size: dict[int, int] = {}
    for row in rows:
        if row.cell >= 0:
            size[row.cell] = size.get(row.cell, 0) + len(row.text)
    cells: dict[int, dict[int, int]] = {}
    refused: set[int] = set()
    for cell in (index for index, box in enumerate(boxes) if box.tag in ("td", "th")):
        table, line = _around(cell, boxes)
        columns = cells.setdefault(table, {})
        columns[line] = columns.get(line, 0) + (cell in size)
        if cell in outer or size.get(cell, 0) > _LONG_CELL:
            refused.add(table)
        if table >= 0 and boxes[table].role in ("presentation", "none"):
            refused.add(table)
    several = {table for table, lines in cells.items() if max(lines.values()) > 1}
    return several - refused - {-1}
