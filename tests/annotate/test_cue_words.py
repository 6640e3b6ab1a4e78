"""Words and what they may be to a quotation."""

from __future__ import annotations

import pytest

from onrecord.annotate.cue_words import Cues, cues


@pytest.fixture
def english() -> Cues:
    return cues("en")


def test_several_words_are_one_entry(english: Cues) -> None:
    keys = [w.key for w in english.words("xx according to him", 3, 19)]
    assert keys == ["according to", "him"]


def test_words_stand_where_they_are_in_the_text(english: Cues) -> None:
    text = "So — the minister’s aide said."
    for word in english.words(text, 0, len(text)):
        assert 0 <= word.start < word.end <= len(text)
    assert text[slice(*english.words(text, 0, len(text))[-2][:2])] == "said"


def test_tags_and_forms(english: Cues) -> None:
    said, saying, plan = english.words("said saying bridge", 0, 18)
    assert "say" in said.tags
    assert said.form == "finite"
    assert saying.form == "ing"
    assert not plan.tags
    assert said.cue
    assert not plan.cue


def test_forms_that_cannot_be_listed() -> None:
    (word,) = cues("de").words("Polizeiangaben", 0, 14)
    assert "evidence" in word.tags


def test_a_language_without_lists_has_no_cues() -> None:
    assert not cues("zh").has("say")
    assert cues("de").has("reported_mood")
