"""Days as a drawing: a column a week, a row a weekday, Monday first. Each day has a sign besides
its colour, so that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.store.coverage import Day

CELL = 14
TOP = 14  # for the names of months
_LABEL = 40  # units that the name of a month takes
_STEPS = (1, 3, 6, 12)  # statements from which on a day is drawn a shade stronger
SIGNS = {
    "statements": "",
    "partly": "!",
    "none": "\N{MIDDLE DOT}",
    "unreadable": "?",
    "unfetched": "\N{MULTIPLICATION SIGN}",
    "unwatched": "",
}


class Cell(NamedTuple):
    """A day in the drawing. `shade`: from 0, by how many statements were seen."""

    day: Day
    x: int
    y: int
    sign: str
    shade: int


class Calendar(NamedTuple):
    """The drawing; `months`: where which month (as `2026-03`) begins."""

    cells: tuple[Cell, ...]
    months: tuple[tuple[int, str], ...]
    width: int
    height: int


def calendar(days: Sequence[Day], first: str, last: str) -> Calendar:
    """The drawing of some days within a time; days before the first of them are left out.

    >>> day = Day(source="a", day="2026-03-03", state="none")
    >>> drawn = calendar([day], "2026-03-02", "2026-03-15")
    >>> [(cell.x, cell.y, cell.shade) for cell in drawn.cells], drawn.width
    ([(0, 28, 0)], 28)
    """
    start = date.fromisoformat(first)
    monday = start.toordinal() - start.weekday()
    weeks = (date.fromisoformat(last).toordinal() - monday) // 7 + 1
    cells = tuple(_cell(day, monday) for day in days)
    months = tuple(_months(monday, weeks))
    return Calendar(cells, months, weeks * CELL, TOP + 7 * CELL)


def _cell(day: Day, monday: int) -> Cell:
    week, weekday = divmod(date.fromisoformat(day.day).toordinal() - monday, 7)
    shade = sum(day.seen >= step for step in _STEPS)
    return Cell(day, week * CELL, TOP + weekday * CELL, SIGNS[day.state], shade)


def _months(monday: int, weeks: int) -> Iterator[tuple[int, str]]:
    """Where months begin, as far as there is room for their names."""
    free, before = 0, ""
    for week in range(weeks):
        month = date.fromordinal(monday + 7 * week + 6).isoformat()[:7]
        if month != before and week * CELL >= free:
            yield week * CELL, month
            free = week * CELL + _LABEL
        before = month
