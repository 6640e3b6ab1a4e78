from __future__ import annotations

from onrecord.extract import name_forms
from onrecord.extract.page import Line
from onrecord.languages.loader import language

RUSSIAN = language("ru")
ENGLISH = language("en")


def test_the_nominative_is_taken_only_from_the_page() -> None:
    label = [Line(text="А.Б.Орлов: Добрый день.")]
    other = [Line(text="Добрый день.")]
    assert name_forms.nominative("А.Б.Орлова", label, RUSSIAN) == "А.Б.Орлов"
    assert name_forms.nominative("А.Б.Орлова", other, RUSSIAN) == "А.Б.Орлова"


def test_a_name_with_initials_may_stand_in_the_text() -> None:
    text = [Line(text="Вчера А. Б. Орлов подтвердил это.")]
    assert name_forms.nominative("А. Б. Орлова", text, RUSSIAN) == "А. Б. Орлов"
    longer = [Line(text="Вчера А. Б. Орловский подтвердил это.")]
    assert name_forms.nominative("А. Б. Орлова", longer, RUSSIAN) == "А. Б. Орлова"


def test_first_names_have_endings_of_their_own() -> None:
    text = [Line(text="Анна Орлов: Добрый день.")]
    assert name_forms.nominative("Анны Орлова", text, RUSSIAN) == "Анны Орлова"


def test_a_surname_is_completed_by_the_first_paragraphs() -> None:
    lines = [Line(text="Today Minister of Ports Ben Orr spoke.")]
    found = name_forms.introduced(["Orr"], lines, ENGLISH)
    assert found["orr"][0] == 0
    assert found["orr"][1].participant.name == "Ben Orr"


def test_of_two_persons_of_one_surname_neither_is_meant() -> None:
    lines = [Line(text="Minister Ben Orr met Ambassador Ann Orr.")]
    assert name_forms.introduced(["Orr"], lines, ENGLISH) == {}


def test_a_full_name_is_left_alone() -> None:
    lines = [Line(text="Minister Benjamin Orr spoke.")]
    assert name_forms.introduced(["Ben Orr"], lines, ENGLISH) == {}
