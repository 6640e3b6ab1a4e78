"""Quoted stretches."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quote_marks import quoted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('He said "one" and "two".', ['"one"', '"two"']),
        ("Er sagt: „Eins“.", ["„Eins“"]),
        ("Er sagt: »Eins«.", ["»Eins«"]),
        ("Elle dit : « un ».", ["« un »"]),
        ("Он сказал: «Фильм „Дом“ вышел».", ["«Фильм „Дом“ вышел»"]),
        ("«Один «два» три»", ["«Один «два» три»"]),
        ("''One,'' he said.", ["''One,''"]),
        ("It doesn't and won't.", []),
        ('A 6" pipe.', []),
    ],
)
def test_quoted(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text)] == found


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three.” Then he left."
    parts = [(text[q.start : q.end].strip(), q.open) for q in quoted(text)]
    assert parts == [("“One.", True), ("“Two.", True), ("“Three.”", False)]


@given(st.text(alphabet="ab \"\n“”„«».'", max_size=60))
def test_stretches_stand_apart_and_in_order(text: str) -> None:
    spans = quoted(text)
    assert all(0 <= q.start < q.end <= len(text) for q in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
