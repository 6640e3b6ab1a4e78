"""How many results there are of each month, as a drawing with links, and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

MOST_MONTHS = 72
HEIGHT = 56
BAR = 10
_GAP = 2
_LABEL = 30  # units that a year takes


class Bar(NamedTuple):
    """A month or year: where it stands in the drawing, and how many results it has."""

    period: str
    number: int
    x: int
    y: float
    width: int
    height: float


class Histogram(NamedTuple):
    """Bars side by side without a gap in time; `labels`: what is written below, and where."""

    bars: tuple[Bar, ...]
    width: int
    labels: tuple[tuple[int, str], ...]


def histogram(months: Mapping[str, int]) -> Histogram | None:
    """The drawing of counts by month; by year where there are many months; `None` for nothing.

    >>> [bar.period for bar in histogram({"2019-11": 2, "2020-01": 1}).bars]
    ['2019-11', '2019-12', '2020-01']
    """
    known = {month: count for month, count in months.items() if len(month) == len("2019-11")}
    if not known:
        return None
    periods = list(_months(min(known), max(known)))
    counts = known
    if len(periods) > MOST_MONTHS:
        counts = {}
        for month, count in known.items():
            counts[month[:4]] = counts.get(month[:4], 0) + count
        periods = [str(year) for year in range(int(min(counts)), int(max(counts)) + 1)]
    highest = max(counts.values())
    bars = tuple(_bar(n, each, counts.get(each, 0), highest) for n, each in enumerate(periods))
    return Histogram(bars, len(bars) * BAR, tuple(_labels(bars)))


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (current := f"{year:04}-{month:02}") <= last:
        yield current
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _bar(n: int, period: str, count: int, highest: int) -> Bar:
    height = max(2.0, round(HEIGHT * count / highest, 1)) if count else 0.0
    return Bar(period, count, n * BAR, round(HEIGHT - height, 1), BAR - _GAP, height)


def _labels(bars: tuple[Bar, ...]) -> Iterator[tuple[int, str]]:
    """The first and the last year, and some between."""
    years: dict[str, int] = {}
    for bar in bars:
        years.setdefault(bar.period[:4], bar.x)
    shown = list(years.items())
    step = max(1, -(-len(shown) // 5))
    free = 0
    for year, x in shown[::step]:
        if x >= free:
            yield x, year
            free = x + _LABEL
