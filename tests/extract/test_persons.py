from __future__ import annotations

import pytest

from onrecord.extract import persons
from onrecord.languages.loader import language
from onrecord.records import Participant


def read(text: str, tag: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (p.participant.name, p.participant.role, p.participant.country)
        for p in persons.of_text(text, language(tag))
    ]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Ada Vale, Department Spokesperson", ("Ada Vale", "Department Spokesperson", None)),
        (
            "en",
            "The head of the Harbour Authority, Ben Orr, held talks",
            ("Ben Orr", "head of the Harbour Authority", None),
        ),
        (
            "en",
            "Statement by Minister of Foreign Affairs of Belarus, V.Orlov, at the Summit",
            ("V.Orlov", "Minister of Foreign Affairs of Belarus", "BY"),
        ),
        (
            "ru",
            "Выступление Министра иностранных дел Казахстана А.Б.Орлова на форуме",
            ("А.Б.Орлова", "Министра иностранных дел Казахстана", "KZ"),
        ),
        (
            "uk",
            "Брифінг радника керівника Офісу Президента Остапа Вишняка",
            ("Остапа Вишняка", "радника керівника Офісу Президента", None),
        ),
        (
            "fr",
            "Entretien de Mme Ada Vallon, ministre de l'Europe et des affaires étrangères, à Lyon",
            ("Ada Vallon", "ministre de l'Europe et des affaires étrangères", None),
        ),
        (
            "es",
            "Carta del ministro de Asuntos Exteriores, Unión Europea y Cooperación, Blas Vega",
            ("Blas Vega", "ministro de Asuntos Exteriores, Unión Europea y Cooperación", None),
        ),
        (
            "de",
            "Rede der Ministerin für Auswärtige Angelegenheiten der Republik Kasachstan Ada Vogt",
            ("Ada Vogt", "Ministerin für Auswärtige Angelegenheiten der Republik Kasachstan", "KZ"),
        ),
        ("zh", "外交部发言人李明主持例行记者会", ("李明", "外交部发言人", None)),
    ],
)
def test_a_person_in_a_title(
    tag: str, text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert read(text, tag) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Victory Day",
        "Norland National Day",
        "Office of the Spokesperson",
        "Conviction of Former President Ada Vale",
        "President of Kenya and King of Morocco Visit Chad",
        "Ministry of Foreign Affairs",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert read(text, "en") == []


def test_a_person_named_twice_is_one_with_the_fuller_name() -> None:
    merged = persons.merge(
        [Participant(name="Vale", role="Secretary"), Participant(name="Orr", role="Minister")],
        [Participant(name="Ada B. Vale", role="Secretary of State")],
    )
    assert [(p.name, p.role) for p in merged] == [
        ("Ada B. Vale", "Secretary of State"),
        ("Orr", "Minister"),
    ]


def test_a_byline_holds_nothing_else() -> None:
    english = language("en")
    assert len(persons.byline("Ada Vale, Secretary of State", english)) == 1
    assert not persons.byline("Ada Vale, Secretary of State, spoke at length about ports", english)
    assert not persons.byline("SECRETARY ADA VALE", english)
    assert not persons.byline("Secretary Vale:", english)


def test_initials_open_a_name_where_names_are_inflected() -> None:
    text = "Ответы официального представителя МИД Нордии А. Б. Орловой на вопросы СМИ"
    assert read(text, "ru") == [("А. Б. Орловой", "официального представителя МИД Нордии", None)]
    assert read("Встреча с Президентом США Джоном Ф. Смитом", "ru")[0][0] == "Джоном Ф. Смитом"


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("de", "Pressekonferenz mit Minister Dr. Udo Vogt zum Deichgesetz", "Udo Vogt"),
        ("de", "Rede von Präsidentin Ulla von der Aue", "Ulla von der Aue"),
        ("en", "Press Gaggle by Spokesperson Ada Vale En Route to Lisbon", "Ada Vale"),
        (
            "fr",
            "Entretien de la ministre de la Santé, Ada Vallon (Genève, 3 mai 2021)",
            "Ada Vallon",
        ),
        ("ar", "المؤتمر الصحفي لوزير الخارجية سامي النوري، جنيف، ٣ مايو ٢٠٢١", "سامي النوري"),
    ],
)
def test_where_a_name_ends(tag: str, text: str, name: str) -> None:
    assert [found[0] for found in read(text, tag)] == [name]


def test_a_title_may_open_with_whom_it_quotes() -> None:
    def names(text: str) -> list[str]:
        return [p.participant.name for p in persons.of_title(text, language("en"))]

    assert names("Ada Vale: “The river does not wait”") == ["Ada Vale"]
    assert names("Joint Statement: “The river does not wait”") == []
    assert names("Ada Vale: the river does not wait") == []
