from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.search import analysis, openings

WORDS = re.findall(
    r"\w+",
    "academy adverse application applications dying early gently idly lying news ministries "
    "ministry policies policy sanctions says skies skis sky use using application "
    "complications adolescencia advertencias barbarism sankcjami sankcje declaration declared "
    "achieved actually arroyo abuelas actuemos generation energetically agendas ",
)
SURE = [tag for tag in analysis.tags() if not openings.changed(tag)]


@pytest.mark.parametrize("tag", SURE)
def test_each_word_begins_with_the_opening_of_its_term(tag: str) -> None:
    for word in WORDS:
        for term in analysis.terms(word, tag):
            assert word.startswith(openings.opening(term)), (word, term)


@pytest.mark.parametrize("tag", [tag for tag in analysis.tags() if openings.changed(tag)])
def test_where_the_front_changes_there_is_no_opening(tag: str) -> None:
    words = {"ar": "الاتفاق", "nl": "generation"}
    (term, *_) = analysis.terms(words[tag], tag)
    assert not words[tag].startswith(openings.opening(term))


@given(st.text(alphabet="abcéÉàßя话\u0300 '-'s", max_size=40))
def test_words_of_any_script_are_those_that_begin_so(text: str) -> None:
    plain = analysis.folded(text)
    every = [m[0] for m in analysis.matches(plain, 0) if analysis.bare(m[0])[:1] in ("e", "s")]
    found = [m[0] for m in openings.words_of_any_script(plain, "es")]
    assert found == every or "\u0300" in text


@example("a's's")
@example("s's's's b's's's's")
@given(st.text(alphabet="abcdst '-'s_ад", max_size=40))
def test_words_are_those_that_begin_so(text: str) -> None:
    begin = openings.sought(["abc", "abcd", "s", "да", "da"])
    every = [m[0] for m in analysis.words(text) if m[0].startswith(("abc", "s", "да", "da"))]
    assert [m[0] for m in openings.words(analysis.folded(text), begin)] == every


def test_vowel_signs_are_within_words() -> None:
    assert openings.words_of_any_script("हिन्दी", ["न"]) == []


def test_what_stands_in_no_shadow_is_not_sought() -> None:
    assert openings.sought(["规", "", "gas"]) == ("gas",)
    assert openings.words("gas", ()) == []


def test_first_letters_without_accents() -> None:
    assert openings.letters(["été", "ß", "полет", ""]) == ("e", "s", "п")
