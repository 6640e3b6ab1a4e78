"""Who does what to whom as a drawing: those who act on the left, those who are acted upon on the
right, and between them a curve a pair, as wide as there are events, of the colour of what most of
them are and with its name beside it, so that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onrecord.ledger.events import Pair

WIDTH = 760
_LEFT, _RIGHT = 170, 590  # where curves begin and end
_STEP = 34
_TOP = 22
_PAIRS = 16
_NAME = 24
_LETTER, _LINE = 6.3, 13  # what a letter of a label takes, and a line
_PLACES = (0.8, 0.64, 0.48, 0.34, 0.22)  # where on a curve a label may stand
_THINNEST, _WIDEST = 1.5, 6.0
_QUADS = {
    "verbal-cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material-cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal-conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material-conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD = {kind: quad for quad, kinds in _QUADS.items() for kind in kinds}
QUADS = tuple(_QUADS)


class End(NamedTuple):
    """One who acts or is acted upon, and the height at which he stands."""

    key: str
    label: str
    y: float


class Edge(NamedTuple):
    """A pair as a curve. `quad`: what most of its events are; `label`: the most frequent type, and
    how many events there are of all types; `x`, `y`: where it stands."""

    pair: Pair
    path: str
    width: float
    quad: str
    label: str
    at: tuple[float, float] | None


class Drawing(NamedTuple):
    """The drawing. `left_out`: how many pairs are not drawn; `quads`: those that occur."""

    actors: tuple[End, ...]
    recipients: tuple[End, ...]
    edges: tuple[Edge, ...]
    height: int
    left_out: int
    quads: tuple[str, ...]


def drawing(pairs: Sequence[Pair], named: Callable[[str], str]) -> Drawing | None:
    """The most frequent pairs drawn; None for none."""
    some = pairs[:_PAIRS]
    if not some:
        return None
    left = _ends((one.actor for one in some), named)
    right = _ends((one.recipient for one in some), named)
    tallest = max(len(left), len(right))
    left, right = _centred(left, tallest), _centred(right, tallest)
    most = max(one.events for one in some)
    edges: list[Edge] = []
    for one in some:
        edges.append(_edge(one, left[one.actor].y, right[one.recipient].y, most, edges))
    occurring = {edge.quad for edge in edges}
    return Drawing(
        tuple(left.values()), tuple(right.values()), tuple(edges), _TOP * 2 + _STEP * (tallest - 1),
        len(pairs) - len(some), tuple(quad for quad in QUADS if quad in occurring),
    )  # fmt: skip


def quad_of(types: dict[str, int]) -> str:
    """What most events of a pair are.

    >>> quad_of({"ACCUSE": 2, "AID": 1}), quad_of({"AID": 1})
    ('verbal-conflict', 'material-cooperation')
    """
    counts = dict.fromkeys(QUADS, 0)
    for kind, number in types.items():
        counts[_QUAD[kind]] += number
    return max(QUADS, key=lambda quad: counts[quad])


def _ends(keys: Iterable[str], named: Callable[[str], str]) -> dict[str, End]:
    found: dict[str, End] = {}
    for key in keys:
        label = named(key)
        cut = label if len(label) <= _NAME else f"{label[: _NAME - 1].rstrip()}\u2026"
        found.setdefault(key, End(key, cut, 0.0))
    return found


def _centred(ends: dict[str, End], rows: int) -> dict[str, End]:
    """The ends of a side at equal distances, in the middle of the height."""
    first = _TOP + (rows - len(ends)) * _STEP / 2
    return {key: end._replace(y=first + n * _STEP) for n, (key, end) in enumerate(ends.items())}


def _edge(one: Pair, start: float, end: float, most: int, others: Sequence[Edge]) -> Edge:
    middle = (_LEFT + _RIGHT) / 2
    path = f"M{_LEFT},{start} C{middle},{start} {middle},{end} {_RIGHT},{end}"
    kind = max(one.types, key=lambda each: (one.types[each], each))
    told = kind if len(one.types) == 1 else f"{kind} +{len(one.types) - 1}"
    label = f"{told} ({one.events})"
    at = next(
        (at for at in (_point(start, end, t) for t in _PLACES) if _is_free(label, at, others)), None
    )
    return Edge(
        one, path, _width(one.events, most), quad_of(one.types),
        label, at,
    )  # fmt: skip


def _is_free(label: str, at: tuple[float, float], others: Iterable[Edge]) -> bool:
    """Would a label lie on no other?"""
    return not any(
        other.at
        and abs(at[0] - other.at[0]) < _LETTER * (len(label) + len(other.label)) / 2
        and abs(at[1] - other.at[1]) < _LINE
        for other in others
    )


def _width(events: int, most: int) -> float:
    """
    >>> _width(1, 1), _width(9, 9), _width(1, 9)
    (1.5, 6.0, 1.5)
    """
    return round(_THINNEST + (_WIDEST - _THINNEST) * (events - 1) / max(most - 1, 1), 1)


def _point(start: float, end: float, at: float) -> tuple[float, float]:
    """A point of the curve.

    >>> _point(0, 100, 0.5)
    (380.0, 50.0)
    """
    back, middle = 1 - at, (_LEFT + _RIGHT) / 2
    inner = 3 * back * back * at + 3 * back * at * at
    x = back**3 * _LEFT + inner * middle + at**3 * _RIGHT
    y = (back**3 + 3 * back * back * at) * start + (at**3 + 3 * back * at * at) * end
    return round(x, 1), round(y, 1)
