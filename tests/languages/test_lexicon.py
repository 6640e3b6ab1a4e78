"""Tests of languages.lexicon: words of lists, and in which lists a word is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DataError
from onrecord.languages.lexicon import UNKNOWN, WORD, Lexicon, expanded, words_of
from onrecord.languages.schema import Value

LISTS: dict[str, dict[str, Value]] = {
    "month": {"may": 5, "sept\\.?|september": 9},
    "noun": {"may|mark": True},
    "day": {"[1-9]|[12]\\d": True},
    "capital": {"may": True},
}


def lexicon() -> Lexicon:
    return Lexicon(LISTS, ["of"], "capital")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("mars?", ["mars", "mar"]),
        ("a|b", ["a", "b"]),
        ("(?:un|deux) an", ["un an", "deux an"]),
        ("[a-c]x", ["ax", "bx", "cx"]),
        ("p\\.m\\.", ["p.m."]),
        ("\\d+", None),
        ("a+", None),
    ],
)
def test_forms_are_listed_where_they_can_be(form: str, words: list[str] | None) -> None:
    assert expanded(form) == words


def test_a_form_that_is_not_balanced() -> None:
    with pytest.raises(DataError, match="unbalanced"):
        expanded("a)b")


def test_words_figures_and_marks_are_apart() -> None:
    assert words_of("On 9 Oct. 2019–20, 10:30") == (
        *("on", "9", "oct", ".", "2019", "-", "20", ",", "10:30"),
    )


def test_a_word_is_in_all_its_lists() -> None:
    words = lexicon()
    may = words.character("may")
    assert may in words.members("month")
    assert may in words.members("noun")
    assert words.character("mark") not in words.members("month")
    assert words.character("of") in words.members("=of")
    assert words.character("unheard") == UNKNOWN


def test_a_word_that_needs_a_capital() -> None:
    words = lexicon()
    assert words.character("may") in words.needs_capital
    assert words.small("may") == UNKNOWN


def test_figures_are_told_by_their_shape() -> None:
    words = lexicon()
    assert words.character("17") in words.members("day")
    assert words.character("99") == UNKNOWN
    assert words.character("1" * 500) == UNKNOWN


def test_several_words_are_a_sequence_with_one_value() -> None:
    words = lexicon()
    assert ("sept", ".") in words.sequences["month"]
    assert words.value("month", ("sept", ".")) == "9"
    assert words.value("day", ("17",)) == "17"


def test_an_earlier_form_keeps_its_value() -> None:
    words = Lexicon({"unit": {"day": "D", "days?": "X"}}, [], "capital")
    assert words.value("unit", ("day",)) == "D"
    assert words.value("unit", ("days",)) == "X"


@given(st.text(max_size=60))
def test_every_text_has_one_character_a_word(text: str) -> None:
    words = words_of(text)
    assert len(lexicon().characters(words)) == len(words)


@given(st.text(max_size=60))
def test_no_letter_or_figure_is_lost(text: str) -> None:
    kept = "".join(WORD.findall(text))
    assert kept == "".join(text.split()) or any(c.isspace() for c in text) or kept in text
