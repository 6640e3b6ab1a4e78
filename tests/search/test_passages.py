from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.search.passages import WHOLE, WIDTH, passage


def test_it_begins_with_a_sentence() -> None:
    text = "A first sentence here. " * 60 + "The bell rang at noon. " + "And then it stopped. " * 60
    at = text.index("rang")
    shown = passage(text, [Span(at, at + 4)])
    assert text[shown.start :].startswith(("A first", "The bell"))
    assert "rang" in text[shown.start : shown.end]


def test_it_is_where_most_marks_are() -> None:
    text = "x " * 2000
    marks = [Span(10, 11), Span(2000, 2001), Span(2010, 2011)]
    shown = passage(text, marks)
    assert shown.start <= 2000
    assert shown.end >= 2011


@given(st.text(alphabet="ab .\n", min_size=0, max_size=3000), st.integers(0, 2990))
def test_it_is_short_and_holds_the_first_mark(text: str, at: int) -> None:
    marks = [Span(at, at + 1)] if at < len(text) and text[at].isalnum() else []
    shown = passage(text, marks)
    assert 0 <= shown.start <= shown.end <= len(text)
    assert shown.end - shown.start <= max(WHOLE, WIDTH)
    assert all(shown.start <= mark.start and mark.end <= shown.end for mark in marks)
