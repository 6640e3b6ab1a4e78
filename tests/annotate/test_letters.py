from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.letters import BITS, SLOTS, bits, is_word, likeness, slots


@given(st.text(max_size=80))
def test_any_text_has_a_likeness_that_is_whole(word: str) -> None:
    assert sum(likeness(word)) == pytest.approx(1, abs=1e-4)
    assert all(0 <= slot < SLOTS for slot in slots(word))
    assert all(0 <= bit < BITS for bit in bits(word))


@pytest.mark.parametrize("word", ["zusammenarbeit", "botschafterin", "verhandlungen"])
def test_words_of_german_are_no_names(word: str) -> None:
    assert likeness(word).word > 0.9


@pytest.mark.parametrize("word", ["karimow", "qorvaldi", "nasarbajew"])
def test_names_are_told_by_their_letters(word: str) -> None:
    assert likeness(word).name > 0.8


@pytest.mark.parametrize("word", ["government", "assistant", "social"])
def test_words_of_english_are_neither(word: str) -> None:
    assert likeness(word).foreign > 0.8


def test_short_words_are_remembered_whole() -> None:
    assert is_word("bisher")
    assert not is_word("qorvaldi")
    assert not is_word("zusammenarbeit")  # longer than what is remembered
