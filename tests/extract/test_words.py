from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.words import is_initials, words


def test_initials_and_hyphens_are_one_word() -> None:
    assert [w.text for w in words("A.B.Orr met Ben Al-Vale")] == [
        "A.B.Orr",
        "met",
        "Ben",
        "Al-Vale",
    ]


def test_a_comma_parts_and_a_possessive_ends() -> None:
    found = words("Minister Vale’s call, Port Ansel")
    assert [(w.text, w.open, w.owner) for w in found] == [
        ("Minister", False, False),
        ("Vale", True, True),
        ("call", False, False),
        ("Port", False, False),
        ("Ansel", True, False),
    ]


def test_a_full_stop_is_no_part_of_a_word() -> None:
    assert [w.text for w in words("We met in Ansel. Dr. Orr spoke.")][-3:] == [
        "Dr.",
        "Orr",
        "spoke",
    ]


def test_initials() -> None:
    assert is_initials("В.А.Орлов")
    assert not is_initials("Orr")


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
