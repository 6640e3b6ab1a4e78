"""The map of a transcript shows every turn, to scale and in order."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.web.minimap import HEIGHT, minimap
from onrecord.web.transcript_view import layout
from tests.support import reading

LONG = reading(
    "\n".join(f"? TASS | Why {n}?\n! Ann Lee | Because of {'it ' * n}." for n in range(5))
)


def test_every_turn_is_on_the_map() -> None:
    drawn = minimap(layout(LONG), [Span(LONG.turns[4].span.start, LONG.turns[4].span.end)])
    assert drawn is not None
    assert [each.said.turn.n for each in drawn.stretches] == [turn.n for turn in LONG.turns]
    tops = [each.y for each in drawn.stretches]
    assert tops == sorted(tops)
    assert all(0 <= each.y <= HEIGHT and each.height >= 3 for each in drawn.stretches)
    assert drawn.ticks == (drawn.stretches[4].y,)


def test_a_short_one_needs_no_map() -> None:
    assert minimap(layout(reading("> Ann Lee | Good day.")), []) is None
