from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.anchors import stretches

WORDS = st.lists(st.sampled_from("abcdef"), max_size=12)


@given(WORDS, WORDS)
def test_stretches_cover_both_sides_once_and_fixed_ones_are_the_same(
    a: list[str], b: list[str]
) -> None:
    made = stretches(a, b)
    assert [n for s in made for n in range(s.a, s.a_end)] == list(range(len(a)))
    assert [n for s in made for n in range(s.b, s.b_end)] == list(range(len(b)))
    assert all(a[s.a : s.a_end] == b[s.b : s.b_end] for s in made if s.fixed)


def test_what_stands_twice_is_fixed_next_to_what_stands_once() -> None:
    made = stretches(["x", "yes", "y", "yes"], ["yes", "x", "yes", "y", "yes"])
    assert [(s.a, s.a_end, s.b, s.b_end) for s in made if s.fixed] == [(0, 4, 1, 5)]


def test_what_has_moved_is_not_fixed_twice() -> None:
    fixed = [s for s in stretches(["a", "b", "c"], ["c", "a", "b"]) if s.fixed]
    assert [(s.a, s.a_end) for s in fixed] == [(0, 2)]
