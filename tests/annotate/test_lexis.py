from __future__ import annotations

from onrecord.annotate import lexis
from onrecord.annotate.lexis import Lexis, shape_of
from onrecord.languages.loader import language


def test_words_have_the_classes_of_their_lists() -> None:
    words = Lexis(language("en"))
    assert words["said"].classes & lexis.SAY
    assert words["Minister"].classes & lexis.OFFICE
    assert words["Lavrov"].classes & lexis.FAMILY
    assert words["Sergey"].classes & lexis.GIVEN
    assert words["Turkish"].classes & lexis.NATIONAL
    assert not words["Will"].classes & lexis.GIVEN  # a word of the language


def test_endings_tell_nouns_and_surnames() -> None:
    assert Lexis(language("de"))["Regierung"].classes & lexis.NOUN
    assert Lexis(language("ru"))["Петренко"].classes & lexis.NAMELIKE


def test_a_language_that_is_not_known_has_no_words() -> None:
    assert Lexis(language(None))["said"].classes & lexis.SAY == 0


def test_how_words_are_written() -> None:
    written = [shape_of(word) for word in ("a", "A", "Ab", "AB", "12", "中")]
    assert written == [
        lexis.SMALL,
        lexis.CAPITAL,
        lexis.CAPITAL,
        lexis.CAPITALS,
        lexis.FIGURES,
        lexis.UNCASED,
    ]
