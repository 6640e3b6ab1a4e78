from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.lexis import lexis
from onrecord.annotate.words import Words


def words(text: str) -> Words:
    return Words(text, lexis("en"))


@given(st.text(max_size=60))
def test_words_and_gaps_make_the_text(text: str) -> None:
    read = words(text)
    pieces = [piece for n, word in enumerate(read.printed) for piece in (read.gaps[n], word)]
    assert "".join([*pieces, read.gaps[-1]]) == text
    assert [text[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == read.printed


def test_a_full_stop_after_an_initial_ends_nothing() -> None:
    read = words("Mr. J. Smith left. Then he slept")
    assert [read.first(n) for n in range(len(read))] == [
        True,
        False,
        False,
        False,
        True,
        False,
        False,
    ]
    assert read.open(2)
    assert not read.open(4)


def test_a_line_break_parts_names() -> None:
    assert not words("Jane Roe\nJohn Doe").open(2)


def test_lines_in_capitals_are_loud() -> None:
    read = words("PRESS RELEASE OF MONDAY\nThe UN met")
    assert {read.printed[n] for n in read.loud} == {"PRESS", "RELEASE", "OF", "MONDAY"}


def test_words_within_sentences() -> None:
    read = words("Roe spoke. Then Roe left.")
    assert "roe" in read.within
    assert "then" not in read.within
