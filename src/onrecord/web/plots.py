"""Plots that are drawn here, as numbers for SVG: small multiples over time, and what is named
together as arcs. Every mark has what it leads to; a page sets a table beside each plot.

It knows numbers and ids; words and addresses are given by who draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.store.company import Companion, Tie
from onrecord.web.histogram import histogram

ROW = 28
_ROWS = 6
_BAR = 10
_GAP = 2
_NODES = 14
_ARCS = 40
_STEP = 24
_TOP = 16
_LABELS = 196  # where the column of labels ends
_REACH = 128  # how far an arc may stand out
_LABEL = 30  # letters that have room


class Bar(NamedTuple):
    """A month or year of a row: where it stands, and its number."""

    period: str
    number: int
    x: int
    y: float
    height: float


class Row(NamedTuple):
    """The bars of one value, all rows to one scale."""

    key: str
    number: int
    bars: tuple[Bar, ...]


class Multiples(NamedTuple):
    """Rows of bars over the same time. `first`, `last`: the periods at the ends of the axis."""

    rows: tuple[Row, ...]
    width: int
    first: str
    last: str


class Node(NamedTuple):
    """A thing in the column; the more often it is met, the larger."""

    id: str
    label: str
    number: int
    y: int
    radius: float


class Arc(NamedTuple):
    """Two things that are named together; the more often, the wider."""

    a: Companion
    b: Companion
    number: int
    path: str
    width: float


class Network(NamedTuple):
    """Things in a column, those that meet near each other, and arcs between them. `ends`: where
    labels end and the dots stand."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    width: int
    height: int
    ends: int


def multiples(when: Mapping[str, Mapping[str, int]], most: int = _ROWS) -> Multiples | None:
    """Rows of those values that count most; `None` where nothing has a date."""
    whole: dict[str, int] = {}
    for months in when.values():
        for month, number in months.items():
            whole[month] = whole.get(month, 0) + number
    drawn = histogram(whole)
    if drawn is None:
        return None
    places = {bar.period: bar.x for bar in drawn.bars}
    size = len(drawn.bars[0].period)
    counted = {key: _by_period(months, size, places) for key, months in when.items()}
    ranked = sorted(counted.items(), key=lambda each: (-sum(each[1].values()), each[0]))[:most]
    highest = max(max(found.values(), default=1) for _, found in ranked)
    rows = tuple(
        Row(key, sum(when[key].values()), tuple(_bars(found, places, highest)))
        for key, found in ranked
        if found
    )
    return Multiples(rows, drawn.width, drawn.bars[0].period, drawn.bars[-1].period)


def _by_period(months: Mapping[str, int], size: int, places: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for month, number in months.items():
        if month[:size] in places:
            found[month[:size]] = found.get(month[:size], 0) + number
    return found


def _bars(found: Mapping[str, int], places: Mapping[str, int], highest: int) -> Iterator[Bar]:
    for period, number in found.items():
        height = max(2.0, round(ROW * number / highest, 1))
        yield Bar(period, number, places[period], round(ROW - height, 1), height)


def network(companions: Sequence[Companion], ties: Iterable[Tie]) -> Network | None:
    """What is named together with a thing, and with each other; `None` for fewer than three."""
    inside = companions[:_NODES]
    if len(inside) < 3:
        return None
    ordered = _ordered(inside, ties)
    rows = {each.id: _TOP + n * _STEP for n, each in enumerate(ordered)}
    known = {each.id: each for each in inside}
    most = max(each.turns for each in inside)
    nodes = tuple(
        Node(each.id, _short(each.name), each.turns, rows[each.id],
             round(3 + 5 * (each.turns / most) ** 0.5, 1))
        for each in ordered
    )  # fmt: skip
    drawn = [tie for tie in ties if tie.a in known and tie.b in known][:_ARCS]
    widest = max((tie.turns for tie in drawn), default=1)
    arcs = tuple(
        Arc(known[tie.a], known[tie.b], tie.turns, _path(rows[tie.a], rows[tie.b]),
            round(0.8 + 4 * tie.turns / widest, 1))
        for tie in drawn
    )  # fmt: skip
    ends = _LABELS + 10
    return Network(nodes, arcs, ends + 10 + _REACH, _TOP * 2 + _STEP * (len(nodes) - 1), ends)


def _path(a: int, b: int) -> str:
    """Half an ellipse to the right, from one row to another."""
    top, foot = min(a, b), max(a, b)
    high = (foot - top) / 2
    x = _LABELS + 10
    return f"M{x} {top}A{min(high, _REACH):g} {high:g} 0 0 1 {x} {foot}"


def _short(name: str) -> str:
    """
    >>> _short("Organization for Security and Co-operation in Europe")
    'Organization for Security and\u2026'
    """
    return name if len(name) <= _LABEL else f"{name[: _LABEL - 1].rstrip()}\u2026"


def _ordered(companions: Sequence[Companion], ties: Iterable[Tie]) -> list[Companion]:
    """Those that meet often near each other: the one that meets the last one most comes next."""
    weights: dict[tuple[str, str], int] = {}
    for tie in ties:
        weights[tie.a, tie.b] = weights[tie.b, tie.a] = tie.turns
    left = list(companions)
    ordered: list[Companion] = []
    while left:
        last = ordered[-1].id if ordered else ""
        following = max(left, key=lambda each: (weights.get((last, each.id), 0), each.turns))
        left.remove(following)
        ordered.append(following)
    return ordered
