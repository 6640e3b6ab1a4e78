"""The sentence around words, cut out of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.store.quoting import around

TEXT = "One man came. Two men spoke of the dam! Did three listen? Four left."


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 20), st.integers(0, 1_000))
def test_a_sentence_holds_the_words_and_is_of_the_text(at: int, length: int, first: int) -> None:
    end = min(len(TEXT), at + length)
    found = around(TEXT, first, Span(at + first, end + first), "en")
    assert found.span.start <= at + first
    assert end + first <= found.span.end
    assert TEXT[found.span.start - first : found.span.end - first] == found.text


def test_a_sentence_ends_where_it_ends() -> None:
    at = TEXT.index("men")
    assert around(TEXT, 0, Span(at, at + 3), "en").text.strip() == "Two men spoke of the dam!"
