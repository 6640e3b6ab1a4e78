"""Lines of terms of office: what they say, and what is no such line."""

from __future__ import annotations

import pytest

from onrecord.gazetteer.careers import (
    family,
    labels,
    plain,
    term_rows,
    without_patronymic,
    written,
)
from onrecord.gazetteer.transliteration import tables

FILE: dict[str, object] = {
    "as_of": "2020-06",
    "XX": {
        "source": "its gazette",
        "native": "ru",
        "head_of_state": "2001/2002-03 Иксов Икс | Икс Игрекович Иксов\n",
        "foreign_minister": (
            "2004-03-09/.. Max Doe | Макс Доу\n"
            "1999/2004-03-09 acting Ann de_Roe (the elder) | Анн де Роэ\n"
        ),
        "head_of_government": "head_of_state",
    },
}


def test_what_a_file_says() -> None:
    known = written([FILE])
    assert set(known.people) >= {"max-doe", "ann-de-roe-the-elder"}
    assert known.people["ann-de-roe-the-elder"].name == "Ann de_Roe"
    assert known.same == {"head_of_government XX": "head_of_state"}
    rows = term_rows(
        known, {"foreign_minister XX max-doe 2004-03-09": "2021-01-01"}, {"its gazette": "0"}
    )
    assert rows["foreign_minister XX"] == (
        "ann-de-roe-the-elder,1999,2004-03-09,,acting,0;max-doe,2004-03-09,..,2021-01-01,,0"
    )
    assert rows["head_of_government XX"] == "=head_of_state"


@pytest.mark.parametrize("line", ["Max Doe", "2001-1/2002 Max Doe", "2001/soon Max Doe"])
def test_what_is_no_line_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="no "):
        written([{"as_of": "2020", "XX": {"source": "s", "president": line + "\n"}}])


def test_names_are_said_once() -> None:
    lines = "2001/2002 Max Doe | Макс Доу\n2003/2004 Max Doe | Макс Доу\n"
    with pytest.raises(ValueError, match="named twice"):
        written([{"as_of": "2020", "XX": {"source": "s", "president": lines}}])


def test_names() -> None:
    letters = tables()
    assert plain("José López_Obrador") == "José López Obrador"
    assert without_patronymic("Сергей Викторович Лавров", letters) == "Сергей Лавров"
    assert without_patronymic("Ким Чен Ын", letters) == "Ким Чен Ын"
    assert family("Ursula von der Leyen", False) == "von der Leyen"
    assert family("Mohammed bin Salman", False) == "Salman"
    assert family("Felipe VI", False) == ""
    assert family("Wang Yi", True) == "Wang"
    assert family("José López_Obrador", False) == "López Obrador"


def test_labels_by_language() -> None:
    file = {
        "as_of": "2020",
        "XX": {
            "source": "s",
            "native": "ru",
            "president": "2001/2002 Ivan Shubin | Иван Ильич Шубин\n",
        },
    }
    packed = labels(written([file]).people["ivan-shubin"], tables())
    assert packed == (
        "en=Ivan Shubin|ru=Иван Шубин;Иван Ильич Шубин"
        "|fr=Ivan Choubine|es=Ivan Shubin|de=Iwan Schubin"
    )
