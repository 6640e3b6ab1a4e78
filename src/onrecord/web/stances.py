"""Stances over time as a drawing: a row a holder, a mark a position, its form by its stance, so
that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.ledger import dated
from onrecord.ledger.positions import Position, holders

WIDTH = 720
ROW = 26
LEFT = 150  # for the names of holders
TOP = 22  # for the years
_RIGHT = 12
_MOST = 14
_YEAR_WIDTH = 44
SHAPES = {
    "support": "M0,-6 L6,5 L-6,5 Z",
    "oppose": "M0,6 L6,-5 L-6,-5 Z",
    "concern": "M0,-6.5 L6.5,0 L0,6.5 L-6.5,0 Z",
    "call": "M-5.5,0 A5.5,5.5 0 1,0 5.5,0 A5.5,5.5 0 1,0 -5.5,0 Z",
    "neutral": "M-5,-5 H5 V5 H-5 Z",
}


class Dot(NamedTuple):
    """A position in the drawing."""

    x: float
    y: float
    position: Position
    shape: str


class Drawing(NamedTuple):
    """The drawing. `rows`: each holder with the height of its row; `years`: where each begins;
    `left_out`: how many holders and positions without a day are not drawn."""

    dots: tuple[Dot, ...]
    rows: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, float], ...]
    height: int
    left_out: int


def drawing(found: Sequence[Position], order: Iterable[str]) -> Drawing | None:
    """Positions drawn in the order of holders that is given; None where nothing can be drawn."""
    rows = {holder: n for n, holder in enumerate(list(order)[:_MOST])}
    placed = [
        (one, holder, _day(one))
        for one in found
        for holder in holders(one)
        if holder in rows and _day(one) is not None
    ]
    if not placed:
        return None
    days = [day for _, _, day in placed if day is not None]
    at = _scale(min(days), max(days))
    dots = tuple(
        Dot(at(day or 0), TOP + rows[holder] * ROW + ROW / 2, one, SHAPES[one.stance])
        for one, holder, day in placed
    )
    told = tuple((holder, TOP + n * ROW) for holder, n in rows.items())
    drawn = {one.id for one, _, _ in placed}
    return Drawing(
        dots, told, tuple(_years(min(days), max(days), at)), TOP + len(rows) * ROW + 4,
        len({one.id for one in found} - drawn),
    )  # fmt: skip


def _day(one: Position) -> int | None:
    known = dated.known(one.said.date)
    return date.fromisoformat(dated.first(known)).toordinal() if known else None


def _scale(first: int, last: int) -> Callable[[int], float]:
    span = max(1, last - first)
    return lambda day: round(LEFT + 10 + (day - first) / span * (WIDTH - LEFT - _RIGHT - 20), 1)


def _years(first: int, last: int, at: Callable[[int], float]) -> list[tuple[str, float]]:
    """Where years begin, as far as there is room for their names; the first day names its own."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    found = [(str(begin.year), at(first))]
    for year in range(begin.year + 1, end.year + 1):
        x = at(date(year, 1, 1).toordinal())
        if x - found[-1][1] >= _YEAR_WIDTH:
            found.append((str(year), x))
    return found
