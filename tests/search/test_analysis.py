from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.search import analysis
from onrecord.text.normalize import fold


@given(st.text())
def test_tokens_stand_where_they_say_and_in_order(text: str) -> None:
    tokens = analysis.tokens(text)
    found = [(m.start(), m.end(), m[0]) for m in analysis.words(text)]
    assert found == [(token.start, token.end, token.word) for token in tokens]
    ends = [0, *(token.end for token in tokens)]
    assert all(
        before <= token.start < token.end for before, token in zip(ends, tokens, strict=False)
    )
    assert all(any(map(str.isalnum, text[t.start : t.end])) or t.gram for t in tokens)


@given(st.text(), st.sampled_from(["en", "ru", "uk", "zh", None]))
def test_no_term_holds_a_blank_and_each_word_has_one(text: str, language: str | None) -> None:
    found = analysis.analyse(text, language)
    assert len(found.exact.split()) == len(analysis.tokens(text))
    assert bool(found.terms.split()) == bool(found.exact.split())


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "sanctions", "sanction"),
        ("ru", "санкции", "санкций"),
        ("de", "länder", "land"),
        ("fr", "déclarée", "déclaré"),
        ("es", "declaraciones", "declaración"),
        ("ar", "الاتفاق", "اتفاق"),
        ("uk", "війни", "війною"),
        ("pl", "sankcji", "sankcjami"),
        ("kk", "санкциялар", "санкция"),
    ],
)
def test_forms_of_a_word_share_a_term(language: str, one: str, other: str) -> None:
    tag = analysis.tag(language)
    assert set(analysis.terms(one, tag)) & set(analysis.terms(other, tag))


def test_all_stemmers_are_there() -> None:
    for tag in analysis.tags():
        assert analysis.terms("word", tag)


def test_accents_are_optional() -> None:
    assert analysis.terms("securite", "fr")[0] in analysis.terms("sécurité", "fr")
    assert analysis.bare("łódź") == "lodz"
    assert analysis.bare("Ἀθήνα".lower()) == "αθηνα"
    assert analysis.bare("кра\u0301й") == "край"
    assert analysis.bare("عَلَم") == "علم"


def test_words_with_vowel_signs_are_whole() -> None:
    assert [m[0] for m in analysis.words("हिन्दी भाषा")] == ["हिन्दी", "भाषा"]


def test_possession_is_no_word() -> None:
    assert analysis.analyse("Iran’s ports", "en").exact == "iran ports"


def test_unspaced_text_within_spaced() -> None:
    assert analysis.analyse("WTO规则", "zh").terms.split() == [":wto", "=规则"]


@given(st.text(alphabet="aÉß“’–…\xa0ЁйЇ№Łż.1\t"))
def test_tables_fold_as_the_general_way_does(text: str) -> None:
    assert analysis.folded(text) == (text.lower() if text.isascii() else fold(text))


@given(st.text())
def test_the_words_from_a_place_on(text: str) -> None:
    plain = analysis.folded(text)
    every = [match.span() for match in analysis.words(text)]
    assert [match.span() for match in analysis.matches(plain, 0)][: len(every)] == every


def test_what_is_asked_is_parted_into_runs() -> None:
    assert [[token.word for token in run] for run in analysis.asked("WTO规则")] == [
        ["wto"],
        ["规", "则"],
    ]


@given(st.text())
def test_each_word_is_found_again_where_it_begins(text: str) -> None:
    plain = analysis.folded(text)
    for match in analysis.words(text):
        again = analysis.word_at(plain, match.start())
        assert again is None or again.start() == match.start()
