"""Words of speakers: the text's language first, then all, single letters only in their own."""

from onrecord.languages.loader import language
from onrecord.transcript.words import BARE, words


def test_a_page_may_carry_labels_of_another_language() -> None:
    assert words(language("en")).value("questioner", "Вопрос") is True
    assert words(language("de")).value("questioner", "QUESTION") is True


def test_a_single_letter_counts_only_in_its_own_language() -> None:
    assert words(language("en")).value("questioner", "Q") == BARE
    assert words(language("de")).value("questioner", "Q") is None


def test_the_end_of_an_opening_word() -> None:
    assert words(language("en")).opening("honorific", "Mr. Price") == 3
    assert words(language("en")).opening("honorific", "Mrsk Island") is None


def test_places_of_offices() -> None:
    known = words(language("en"))
    assert known.places("office", "Prime Minister Ann Lee") == ((0, 14),)
    assert known.places("office", "Ministry of Roads") == ()
