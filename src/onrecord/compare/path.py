"""The best way through two sequences: steps that pair runs of one with runs of the other, or leave
single members out, by dynamic programming over tiles around the diagonal or a known way.

It knows no text: gains of steps are asked for, tile by tile. Time grows with the tiles' area, and
that with the length of the sequences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Shape = tuple[int, int]
_NEVER = -1e9
_LEFT_OUT_A, _LEFT_OUT_B, _FIRST = 1, 2, 3  # how a node was reached; further ones are steps
TALL = 64  # rows of a tile


class Step(NamedTuple):
    """A run of A from `i` on, `p` members long, and a run of B; one of them may be empty."""

    i: int
    j: int
    p: int
    q: int


class Tile(NamedTuple):
    """Nodes that are looked at: rows from `top` to below `bottom`, columns from `left` to `right`
    (which is one of them)."""

    top: int
    bottom: int
    left: int
    right: int


class Row(NamedTuple):
    """The nodes of a row: the best sum that reaches each, and how it was reached."""

    left: int
    score: Floats
    came: NDArray[np.int8]


Gains = Callable[[Tile], Mapping[Shape, Floats]]


def whole(rows: int, columns: int) -> tuple[Tile, ...]:
    """Tiles that hold all nodes of so many members of A and of B."""
    return tuple(
        Tile(top, min(top + TALL, rows + 1), 0, columns) for top in range(0, rows + 1, TALL)
    )


def around(
    steps: Sequence[Step], group: int, rows: int, columns: int, margin: int
) -> tuple[Tile, ...]:
    """Tiles around a way that was found for groups of so many members."""
    at_i = np.array([0, *(min(rows, group * (s.i + s.p)) for s in steps)])
    at_j = np.array([0, *(min(columns, group * (s.j + s.q)) for s in steps)])
    at_i[-1], at_j[-1] = rows, columns
    tiles = []
    for top in range(0, rows + 1, TALL):
        bottom = min(top + TALL, rows + 1)
        first = max(0, int(np.searchsorted(at_i, top - group, side="left")) - 1)
        last = min(len(at_i) - 1, int(np.searchsorted(at_i, bottom + group, side="right")))
        left = 0 if top == 0 else max(0, int(at_j[first]) - margin)
        right = columns if bottom > rows else min(columns, int(at_j[last]) + margin)
        tiles.append(Tile(top, bottom, left, right))
    return tuple(tiles)


def best(tiles: Sequence[Tile], gains: Gains, leave_a: Floats, leave_b: Floats) -> tuple[Step, ...]:
    """The steps from the first node to the last whose gains are highest in sum.

    `gains(tile)[p, q][i, j]` is that of pairing p members of A from the tile's row i on with q of
    B from its column j on; `leave_a`, `leave_b`: of leaving a member out (below zero).
    """
    paid = np.concatenate([[0.0], np.cumsum(leave_b)]).astype(np.float32)
    rows = [_empty(tile) for tile in tiles for _ in range(tile.top, tile.bottom)]
    rows[0].score[0] = 0
    shapes: tuple[Shape, ...] = ()
    for tile in tiles:
        given = gains(tile)
        shapes = tuple(given)
        for i in range(tile.top, tile.bottom):
            _along(rows[i], paid)
            if i + 1 < len(rows):
                _push(rows[i], rows[i + 1], 0, leave_a[i], _LEFT_OUT_A)
            for n, (p, q) in enumerate(shapes):
                if i + p < len(rows):
                    _push(rows[i], rows[i + p], q, given[p, q][i - tile.top], _FIRST + n)
    return _back(rows, len(leave_b), shapes)


def _empty(tile: Tile) -> Row:
    width = tile.right - tile.left + 1
    return Row(tile.left, np.full(width, _NEVER, np.float32), np.zeros(width, np.int8))


def _along(row: Row, paid: Floats) -> None:
    """Members of B that are left out, one after the other, within a row."""
    spent = paid[row.left : row.left + len(row.score)]
    bare = row.score - spent
    reached = np.maximum.accumulate(bare)
    better = reached > bare
    row.score[better] = (reached + spent)[better]
    row.came[better] = _LEFT_OUT_B


def _push(row: Row, there: Row, q: int, gain: Floats | np.float32, how: int) -> None:
    """From each node of a row to that of a later row, q columns further."""
    shift = row.left + q - there.left
    first, last = max(0, -shift), min(len(row.score), len(there.score) - shift)
    if first >= last:
        return
    value = row.score[first:last] + (gain[first:last] if isinstance(gain, np.ndarray) else gain)
    score = there.score[first + shift : last + shift]
    better = value > score
    score[better] = value[better]
    there.came[first + shift : last + shift][better] = how


def _back(rows: Sequence[Row], columns: int, shapes: Sequence[Shape]) -> tuple[Step, ...]:
    """The way that led to the last node."""
    i, j = len(rows) - 1, columns
    steps: list[Step] = []
    while i or j:
        how = int(rows[i].came[j - rows[i].left])
        if how == _LEFT_OUT_A:
            p, q = 1, 0
        elif how == _LEFT_OUT_B:
            p, q = 0, 1
        else:
            p, q = shapes[how - _FIRST]
        i, j = i - p, j - q
        steps.append(Step(i, j, p, q))
    return tuple(reversed(steps))
