from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from onrecord.compare.path import Floats, Shape, Step, Tile, around, best, whole

PAIR = (1, 1)


def gains(matrix: Floats, tile: Tile) -> Mapping[Shape, Floats]:
    """Gains of pairs alone; what goes beyond the end gains nothing."""
    made = np.full((tile.bottom - tile.top, tile.right - tile.left + 1), -1e6, np.float32)
    part = matrix[tile.top : tile.bottom, tile.left : tile.right + 1]
    made[: part.shape[0], : part.shape[1]] = part
    return {PAIR: made}


def way(matrix: Floats, tiles: tuple[Tile, ...]) -> tuple[Step, ...]:
    rows, columns = matrix.shape
    leave = (np.full(rows, -1, np.float32), np.full(columns, -1, np.float32))
    return best(tiles, lambda tile: gains(matrix, tile), *leave)


def test_the_diagonal_is_found_and_what_fits_nothing_is_left_out() -> None:
    matrix = np.full((4, 3), -5, np.float32)
    for i, j in ((0, 0), (2, 1), (3, 2)):
        matrix[i, j] = 1
    assert way(matrix, whole(4, 3)) == (
        Step(0, 0, 1, 1),
        Step(1, 1, 1, 0),
        Step(2, 1, 1, 1),
        Step(3, 2, 1, 1),
    )


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (0, 3), (3, 0)])
def test_an_empty_side_leaves_all_of_the_other_out(rows: int, columns: int) -> None:
    steps = way(np.zeros((rows, columns), np.float32), whole(rows, columns))
    assert sum(s.p for s in steps) == rows
    assert sum(s.q for s in steps) == columns


def test_tiles_around_a_known_way_give_the_same_way() -> None:
    size = 300
    matrix = np.full((size, size), -5, np.float32)
    np.fill_diagonal(matrix, 1)
    coarse = tuple(Step(n, n, 1, 1) for n in range(size // 10))
    tiles = around(coarse, 10, size, size, 20)
    assert way(matrix, tiles) == way(matrix, whole(size, size))
    assert sum((t.bottom - t.top) * (t.right - t.left) for t in tiles) < size * size / 1.5
