"""Spans: trimming, shifting, overlap."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.text import spans


@given(st.text(" \nab", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_trimmed_span_holds_the_stripped_words(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    span = spans.trim(text, start, end)
    assert text[span.start : span.end] == text[start:end].strip()
    assert start <= span.start <= span.end <= end


def test_shifting_keeps_the_length() -> None:
    assert spans.shift(Span(2, 5), 3) == Span(5, 8)


def test_touching_is_no_overlap() -> None:
    assert not spans.overlaps(Span(0, 3), Span(3, 5))
    assert spans.overlaps(Span(0, 3), Span(2, 5))
