from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate


def people(
    text: str, date: str | None = "2019-10-09", language: str = "en"
) -> list[tuple[str, str | None]]:
    return [
        (a.quote, a.value["entity"])
        for a in annotate(Document(text=text, language=language, date=date))
        if a.value["kind"] == "person"
    ]


def test_a_surname_is_the_person_named_in_full() -> None:
    assert people("Jane Orvald spoke. Then came lunch. Orvald slept.") == [
        ("Jane Orvald", None),
        ("Orvald", None),
    ]


def test_a_surname_of_two_people_is_nobodys_identity() -> None:
    found = people("Sergey Lavrov and Jane Lavrov met. Lavrov spoke.")
    assert found[-1] == ("Lavrov", None)


def test_an_office_holder_is_told_by_surname_on_the_date_only() -> None:
    assert people("President Erdogan spoke.") == [("Erdogan", "person/recep-tayyip-erdogan")]
    assert people("President Erdogan spoke.", "1990-01-01") == [("Erdogan", None)]
    assert people("President Erdogan spoke.", None) == [("Erdogan", None)]


def test_a_namesake_out_of_office_is_not_identified() -> None:
    assert people("The singer Rafael Ramírez slept.", "2022-06-22") == [("Rafael Ramírez", None)]


def test_one_person_in_several_scripts_and_cases() -> None:
    for text, language in (
        ("Herr Lawrow kam.", "de"),
        ("М. Лавров", "fr"),
        ("встреча с министром Лавровым", "ru"),
        ("M. Lavrov est venu.", "fr"),
    ):
        found = people(text, language=language)
        assert found, text
        assert found[0][1] in ("person/sergey-lavrov", None)
    assert people("встреча с министром Лавровым", language="ru")[0][1] == "person/sergey-lavrov"
    assert people("встреча с М.Чавушоглу", language="ru")[0][1] == "person/mevlut-cavusoglu"
