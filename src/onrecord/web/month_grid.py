"""A month as weeks, Monday first, with what falls on each day."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.ledger.agenda import Scheduled


class Day(NamedTuple):
    """A day of the month; `day` is 0 for one of another month."""

    day: int
    date: str
    entries: tuple[Scheduled, ...]


class Month(NamedTuple):
    """The weeks of a month, and what is known to the month only."""

    month: str
    weeks: tuple[tuple[Day, ...], ...]
    undated: tuple[Scheduled, ...]


def month_grid(month: str, entries: Sequence[Scheduled]) -> Month:
    """The days of a month, such as `2019-11`, with the entries of each.

    >>> grid = month_grid("2019-11", ())
    >>> len(grid.weeks), [day.day for day in grid.weeks[0]]
    (5, [0, 0, 0, 0, 1, 2, 3])
    """
    by: dict[str, list[Scheduled]] = {}
    for one in entries:
        by.setdefault(one.date or "", []).append(one)
    weeks = []
    for week in Calendar().monthdayscalendar(int(month[:4]), int(month[5:7])):
        days = ((n, f"{month}-{n:02}") for n in week)
        weeks.append(tuple(Day(n, date, tuple(by.get(date, ()) if n else ())) for n, date in days))
    return Month(month, tuple(weeks), tuple(by.get(month, ())))
