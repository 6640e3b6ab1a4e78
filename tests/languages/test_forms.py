"""Tests of languages.forms: forms taken apart."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.forms import alternatives, firsts, parts
from onrecord.languages.lexicon import expanded

PIECES = st.sampled_from(["a", "bc", "(?:d|e f)", "(?:g )?h", "i?", "[jk]", " ", "|"])


def test_a_blank_that_may_be_missing_parts_nothing() -> None:
    assert parts("multi ?part one") == ("multi ?part", "one")
    assert parts("[a b] c") == ("[a b]", "c")


def test_words_that_cannot_be_listed_are_none() -> None:
    assert firsts(r"\w+n't") == frozenset()
    assert firsts("(?:i )?say|you") == {"i", "say", "you"}


@given(st.lists(PIECES, min_size=1, max_size=8).map("".join))
def test_all_that_a_form_stands_for_begins_with_one_of_its_first_words(form: str) -> None:
    words = expanded(form) or []
    known = firsts(form)
    if known:
        assert {re.match(r"\w+", word)[0] for word in words} <= known  # type: ignore[index]
    assert "|".join(alternatives(form)) == form
