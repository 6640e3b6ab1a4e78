"""Forms of persons' names: full, inflected, with initials, in either order."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.careers import Career
from onrecord.gazetteer.naming import Cautions
from onrecord.gazetteer.person_names import full_forms, index, spellings, word_forms
from onrecord.gazetteer.transliteration import tables

IVAN = Career("ivan-petrov", "Ivan Petrov", ("Иван Ильич Петров",), "RU", "ru", False)
LI = Career("li-qiang", "Li Qiang", ("Ли Цян",), "CN", "", True)
KING = Career("felipe-vi", "Felipe VI", ("Филипп VI",), "ES", "", False)
ALONE = Career("sugiono", "Sugiono", (), "ID", "", False)


def test_a_russian_name() -> None:
    forms = set(full_forms(IVAN, tables()))
    assert {
        "Ivan Petrov",
        "Ivan Petrovs",
        "I. Petrov",
        "Iwan Petrow",
        "Ивана Ильича Петрова",
        "Иваном Петровым",
        "И. И. Петровым",
        "И. Петрову",
        "Петров И. И. ",
    } <= forms
    assert "Ивана Петровым" not in forms


def test_other_orders() -> None:
    forms = set(full_forms(LI, tables()))
    assert {"Li Qiang", "Qiang Li", "Ли Цяна"} <= forms
    assert "L. Qiang" not in forms


def test_a_king_and_a_single_name() -> None:
    assert "Филиппа VI" in set(full_forms(KING, tables()))
    assert list(full_forms(ALONE, tables())) == []


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Захарова", {"Захаровой", "Захарову"}),
        ("Зеленский", {"Зеленского", "Зеленским"}),
        ("Путин", {"Путина", "Путиным"}),
        ("Ким-Ир", {"Ким-Ира"}),
        ("аль", set()),
    ],
)
def test_words(word: str, forms: set[str]) -> None:
    assert forms <= set(word_forms(word))
    assert bool(word_forms(word)) is bool(forms)


def test_index() -> None:
    tables_of = index({"ivan-petrov": IVAN, "li-qiang": LI}, tables(), Cautions())
    assert tables_of["names.tsv"]["ivan petrov"] == "n ivan-petrov"
    assert tables_of["families.tsv"]["петровым"] == "ivan-petrov"
    assert tables_of["entities.tsv"]["li-qiang"] == "person|CN|Li Qiang"
    assert "Иван Ильич Петров" in spellings(IVAN, tables())
