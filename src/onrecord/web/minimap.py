"""The whole of a transcript at a glance: who speaks where and how long, drawn to scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Span
from onrecord.web.transcript_view import Layout, Said

HEIGHT = 1000
LEAST_TURNS = 6
_LEAST = 3.0


class Stretch(NamedTuple):
    """A turn in the drawing."""

    said: Said
    y: float
    height: float


class Minimap(NamedTuple):
    """Turns one below the other, and where marks stand."""

    stretches: tuple[Stretch, ...]
    ticks: tuple[float, ...]


def minimap(laid: Layout, marks: Sequence[Span]) -> Minimap | None:
    """The drawing, for a transcript long enough to need one."""
    said = [each for part in laid.parts for each in (*part.questions, *part.turns)]
    if len(said) < LEAST_TURNS:
        return None
    first, last = said[0].turn.span.start, said[-1].turn.span.end
    whole = max(1, last - first)
    stretches = []
    for each in said:
        start, end = each.turn.span
        y = HEIGHT * (start - first) / whole
        stretches.append(
            Stretch(each, round(y, 1), round(max(_LEAST, _scaled(end - start, whole)), 1))
        )
    ticks = tuple(
        round(HEIGHT * (mark.start - first) / whole, 1) for mark in marks if mark.start >= first
    )
    return Minimap(tuple(stretches), ticks)


def _scaled(length: int, whole: int) -> float:
    return HEIGHT * length / whole - 1.5
