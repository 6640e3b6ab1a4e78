"""Tests of annotate.roles: who does it, and to whom."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate


def roles(text: str, country: str = "FR") -> list[tuple[str, list[str], list[str]]]:
    document = Document(text=text, language="fr", country=country, date="2020-01-10")
    return [
        (
            a.value["type"],
            [m["iso"] for m in a.value["actors"]],
            [m["iso"] for m in a.value["recipients"]],
        )
        for a in annotate(document)
    ]


def test_a_guest_acts_and_a_host_receives() -> None:
    assert roles("La France recevra le Japon.") == [("CONSULT", ["JP"], ["FR"])]
    assert roles("Le Japon a \u00e9t\u00e9 re\u00e7u par la France.") == [
        ("CONSULT", ["JP"], ["FR"])
    ]


def test_who_is_at_fault_is_accused_by_who_speaks() -> None:
    text = "La Russie a viol\u00e9 l'accord de Minsk."
    assert ("ACCUSE", ["FR"], ["RU"]) in roles(text)


def test_nobody_acts_on_himself_where_another_is_named() -> None:
    text = "La France a exprim\u00e9 les vues et pr\u00e9occupations de la France sur la Russie."
    assert roles(text) == [("ACCUSE", ["FR"], ["RU"])]


def test_whose_act_a_noun_names() -> None:
    text = "Nous condamnons les attaques russes contre l'Ukraine."
    assert ("ASSAULT", ["RU"], ["UA"]) in roles(text)
    text = "Nous condamnons l'attaque contre l'ambassade du Japon."
    assert ("ASSAULT", [], ["JP"]) in roles(text)


def told(text: str, language: str) -> list[tuple[str, list[str], list[str]]]:
    document = Document(text=text, language=language, country="NO", date="2019-10-09")
    return [
        (
            event.value["type"],
            [a["iso"] or a["name"] for a in event.value["actors"]],
            [r["iso"] or r["name"] for r in event.value["recipients"]],
        )
        for event in annotate(document)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Norway condemned Japan.", [("ACCUSE", ["NO"], ["JP"])]),
        ("en", "Two sailors were arrested by Japan.", [("COERCE", ["JP"], ["sailors"])]),
        (
            "de",
            "Norwegen hat die japanische Regierung gestern zur Mässigung aufgefordert.",
            [("REQUEST", ["NO"], ["JP"])],
        ),
        (
            "de",
            "Die japanische Regierung ist aufgefordert, die Fischer freizulassen.",
            [("REQUEST", ["NO"], ["JP"])],
        ),
    ],
)
def test_who_acts_on_whom(
    language: str, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert told(text, language) == expected


def test_a_talk_told_without_its_sides_is_that_of_the_one_named_before() -> None:
    text = "Die Ministerin traf ihren Kollegen aus Japan. Besprochen wurden Fischerei und Handel."
    assert told(text, "de")[-1] == ("CONSULT", ["NO", "JP"], [])


def test_a_talk_without_a_side_that_is_known_is_nobodys() -> None:
    assert told("Besprochen wurden die Fischerei und der Handel.", "de") == []


def events_of(
    text: str, language: str, country: str = "NO"
) -> list[tuple[str, list[str], list[str]]]:
    document = Document(text=text, language=language, country=country, date="2020-01-10")
    return [
        (
            a.value["type"],
            [str(m["iso"]) for m in a.value["actors"]],
            [str(m["iso"]) for m in a.value["recipients"]],
        )
        for a in annotate(document)
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sigue la agresi\u00f3n de Jap\u00f3n contra Kenia.", ("ASSAULT", ["JP"], ["KE"])),
        ("Sigue la agresi\u00f3n japonesa.", ("ASSAULT", ["JP"], [])),
        ("Contin\u00faan los ataques contra Kenia.", ("ASSAULT", [], ["KE"])),
    ],
)
def test_who_did_it_stands_first(text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert events_of(text, "es") == [event]


def test_who_condemns_is_not_who_attacks() -> None:
    (accused, attack) = events_of("Noruega condena el ataque de Jap\u00f3n contra Kenia.", "es")
    assert accused == ("ACCUSE", ["NO"], ["JP"])
    assert attack == ("ASSAULT", ["JP"], ["KE"])


def test_a_short_pronoun_is_who_was_named_before() -> None:
    text = "La ministre a rencontr\u00e9 le ministre japonais et l'a invit\u00e9 \u00e0 Paris."
    assert roles(text)[1:] == [("REQUEST", ["FR"], ["JP"])]


def test_a_talk_is_both_sides_own() -> None:
    text = "Le ministre a re\u00e7u le ministre japonais. L'entretien a port\u00e9 sur le commerce."
    assert roles(text)[1:] == [("CONSULT", ["FR", "JP"], [])]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("We met with Kenya, with Peru and with Japan.", ("CONSULT", ["NO"], ["KE", "PE", "JP"])),
        ("Talks between Kenya and Peru took place.", ("CONSULT", ["KE", "PE"], [])),
        ("Kenya received tents donated by Japan.", ("AID", ["JP"], ["KE"])),
        ("Kenya received equipment from Japan.", ("AID", ["JP"], ["KE"])),
        ("The minister called on the president of Kenya.", ("CONSULT", ["NO"], ["KE"])),
        ("The minister visited Nairobi.", ("CONSULT", ["NO"], ["KE"])),
        ("The brutal attack by Kenya goes on.", ("ASSAULT", ["KE"], [])),
        ("Kenya discussed the arrest of nurses in Peru with us.", ("CONSULT", ["KE"], ["NO"])),
    ],
)
def test_who_takes_part(text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert event in events_of(text, "en")


def test_who_is_called_upon_to_do_something_is_not_visited() -> None:
    assert events_of("The minister called on Kenya to sign.", "en") == [("REQUEST", ["NO"], ["KE"])]


def test_where_the_words_of_a_visit_lead_is_the_host() -> None:
    text = "Посол Японии прибыл в Кению."
    document = Document(text=text, language="ru", country="KE", date="2020-01-10")
    (event,) = annotate(document)
    assert [m["iso"] for m in event.value["actors"]] == ["JP"]
    assert [m["iso"] for m in event.value["recipients"]] == ["KE"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Встретился с министром Японии.", ("CONSULT", ["KE"], ["JP"])),
        ("С министром Японии обсудили торговлю.", ("CONSULT", ["KE", "JP"], [])),
        ("Министр принял посла Японии.", ("CONSULT", ["JP"], ["KE"])),
        ("Министерство призывает Японию помочь.", ("REQUEST", ["KE"], ["JP"])),
        ("Перу экспортирует нефть в Японию.", ("COOPERATE", ["PE"], ["JP"])),
        (
            "По приглашению министра иностранных дел Индии "
            "министр иностранных дел Японии посетил Индию.",
            ("CONSULT", ["JP"], ["IN"]),
        ),
        (
            "В столице Австрии состоялась встреча послов Японии и Индии.",
            ("CONSULT", ["JP", "IN"], []),
        ),
    ],
)
def test_who_acts_in_russian(text: str, event: tuple[str, list[str], list[str]]) -> None:
    document = Document(text=text, language="ru", country="KE", date="2020-01-10")
    found = [
        (
            a.value["type"],
            [m["iso"] for m in a.value["actors"]],
            [m["iso"] for m in a.value["recipients"]],
        )
        for a in annotate(document)
    ]
    assert event in found
