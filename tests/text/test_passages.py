"""Every word of a stretch is in one of its passages, and in one only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Block, Span
from onrecord.text.passages import Passages

OUTER = [Block(span=Span(n * 20, n * 20 + 18), kind="paragraph") for n in range(5)]


@given(st.integers(0, 98), st.integers(0, 98), st.lists(st.tuples(*[st.integers(0, 17)] * 3)))
def test_a_stretch_is_covered_once(a: int, b: int, inner: list[tuple[int, int, int]]) -> None:
    said = Span(min(a, b), max(a, b))
    notes = [
        Block(
            span=Span(OUTER[n % 5].span.start + min(x, y), OUTER[n % 5].span.start + max(x, y)),
            kind="stage_note",
        )
        for n, x, y in inner
    ]
    blocks = sorted([*OUTER, *notes], key=lambda block: (block.span.start, -block.span.end))
    covered = [place for passage in Passages(blocks).of(said) for place in range(*passage.span)]
    wanted = [p for p in range(*said) if any(b.span.start <= p < b.span.end for b in OUTER)]
    assert covered == wanted


def test_notes_come_with_the_paragraph_they_stand_in() -> None:
    note = Block(span=Span(25, 30), kind="stage_note")
    before = Block(span=Span(21, 24), kind="stage_note")
    blocks = [OUTER[0], OUTER[1], before, note, OUTER[2]]
    first, second = Passages(blocks).of(Span(24, 58))
    assert first.span == Span(24, 38)
    assert first.notes == (note.span,)
    assert second.notes == ()


def test_a_note_of_its_own_is_a_passage() -> None:
    note = Block(span=Span(20, 30), kind="stage_note")
    (passage,) = Passages([OUTER[0], note]).of(Span(20, 30))
    assert passage.block == note
    assert passage.notes == ()
