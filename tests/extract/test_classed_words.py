from __future__ import annotations

from onrecord.extract.classed_words import ClassedWords
from onrecord.languages.loader import language


def classed(text: str) -> ClassedWords:
    return ClassedWords(text, language("en"))


def test_office_nouns_are_found_as_words() -> None:
    text = classed("the Vice-President and the ministry")
    assert [text.words[first].text for first, _ in text.heads] == ["Vice-President"]


def test_states_and_words_of_bodies_are_no_names() -> None:
    text = classed("Minister of Kazakhstan Ada Vale")
    assert text.in_body(text.words[2])
    assert not text.is_name(2, 4)
    assert text.is_name(3, 5)


def test_a_particle_stands_inside_a_name_only_before_a_name() -> None:
    text = classed("Ada von der Vale von here")
    assert [text.in_name(n) for n in range(6)] == [True, True, True, True, False, False]


def test_words_of_figures_are_no_names() -> None:
    assert not classed("President Expo2027").is_name(1, 2)
