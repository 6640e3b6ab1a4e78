"""Tests of annotate.commitments: the layer `commitment`."""

from __future__ import annotations

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document
from onrecord.records import Annotation


def found(text: str, language: str = "en", speaker: str | None = None) -> list[Annotation]:
    return list(
        annotate(
            Document(text=text, language=language, country="NO", speaker=speaker, date="2020-01-10")
        )
    )


@pytest.mark.parametrize(
    ("language", "text", "strength"),
    [
        ("en", "We will build ten new schools in the north.", "pledge"),
        ("en", "Ten new schools will be built in the north.", "pledge"),
        ("en", "We agreed to open a second border crossing.", "agreement"),
        ("en", "We intend to open a second border crossing.", "intention"),
        ("en", "Japan must release the two sailors at once.", "demand"),
        ("en", "I will get back to you on that.", "pledge"),
        ("ru", "Мы построим десять школ на севере.", "pledge"),
        ("fr", "Nous allons construire dix écoles.", "pledge"),
        ("es", "Vamos a construir diez escuelas.", "pledge"),
        ("de", "Wir werden zehn Schulen bauen.", "pledge"),
    ],
)
def test_strength(language: str, text: str, strength: str) -> None:
    assert [a.value["strength"] for a in found(text, language)] == [strength]


@pytest.mark.parametrize(
    "text",
    [
        "We will see.",
        "Will we build ten new schools?",
        "If we will build ten schools, fine.",
        "The winter will be long and cold.",
        "",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert found(text) == []


def test_a_questioner_binds_nobody() -> None:
    assert found("We will build ten new schools in the north.", speaker="Question") == []


def test_what_is_told() -> None:
    (one,) = found("We will open ten new schools by 2025.")
    assert one.value["due"] == "2025"
    assert one.value["action"] == "open ten new schools by 2025"
    assert [a["iso"] for a in one.value["actor"]] == ["NO"]
    assert (one.value["status"], one.value["reported_by"]) == ("open", None)


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("Rural clinics will be strengthened.", []),
        ("Rural clinics will be strengthened with 40 million crowns.", ["pledge"]),
        ("Orchards will be replanted.", []),
        ("Orchards will be replanted on 300 hectares.", ["pledge"]),
        ("Introduce a pension for fishermen.", ["pledge"]),
        ("They did not introduce a pension for fishermen.", []),
        ("Japan said it would open a consulate.", ["pledge"]),
        ("That would open a door.", []),
        ("Japan has a port that will open a market.", []),
        ("The President stressed the need to open a consulate in Japan.", []),
    ],
)
def test_what_binds_to_a_direction_needs_a_measure(text: str, strengths: list[str]) -> None:
    assert [a.value["strength"] for a in found(text)] == strengths


def test_the_speakers_own_state_binds_itself_anywhere_in_a_sentence() -> None:
    text = "In line with the rules of the treaty, Norway is ready to open talks at once."
    assert [a.value["strength"] for a in found(text)] == ["intention"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I hope that we will build ten new schools in the north."),
        ("en", "I am sure that we will build ten new schools in the north."),
        ("fr", "J'espère que nous allons construire dix écoles dans le nord."),
        ("es", "Estoy seguro de que vamos a construir diez escuelas en el norte."),
        ("de", "Ich bin sicher, wir werden zehn Schulen im Norden bauen."),
        ("ru", "Уверен, что мы построим десять школ на севере."),
        ("en", "Our relations will continue to grow in all fields."),
        ("en", "It will help advance growth in the north."),
        ("en", "I will try to keep things brief this time."),
        ("en", "The promises that we made in the campaign were many."),
        ("en", "The two sailors must be released at once."),
        ("en", "Norway must build ten new schools in the north."),
        ("de", "Die Bundesministerin wird am Montag ihre Kollegen treffen."),
        ("de", "Die Mission soll den Zugang zu den Häfen sichern."),
    ],
)
def test_what_is_hoped_managed_or_of_nobody(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "action"),
    [
        ("en", "We won't close the two bridges.", "won't close the two bridges"),
        ("en", "We will not close the two bridges.", "will not close the two bridges"),
        ("es", "No vamos a cerrar los dos puentes.", "No vamos a cerrar los dos puentes"),
        ("es", "Vamos a construir diez escuelas.", "construir diez escuelas"),
        ("ru", "Мы построим десять школ на севере.", "построим десять школ на севере"),
        (
            "de",
            "Kein Haus in unserem Land soll schlechter geschützt werden.",
            "Kein Haus in unserem Land soll schlechter geschützt werden",
        ),
        (
            "en",
            "We will make every effort to ensure that the bridges stay open.",
            "make every effort to ensure that the bridges stay open",
        ),
    ],
)
def test_the_action_has_its_verb_and_what_denies_it(language: str, text: str, action: str) -> None:
    (one,) = found(text, language)
    assert one.value["action"] == action


def test_who_was_urged_is_named_in_the_sentence_before() -> None:
    (one,) = found("Japan has a base there. We have urged them more than once to close the base.")
    assert (one.value["strength"], one.value["actor"][0]["iso"]) == ("demand", "JP")


def test_a_duty_of_a_treaty_is_an_obligation() -> None:
    (one,) = found("Japan shall open all its harbours to fishing boats.")
    assert one.value["strength"] == "obligation"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Someone in Japan is bound to be dissatisfied with it."),
        ("fr", "La Norvège a lancé un appel au Japon."),
        ("es", "Cualquier diferencia con Japón debe ser resuelta por vías pacíficas."),
        ("ru", "Япония и все страны должны быть готовы к этому."),
    ],
)
def test_a_demand_says_what_and_of_whom(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council of Japan will hold its summer meeting on Thursday."),
        ("de", "Japan wird aufgefordert, die Angriffe zu beenden."),
        ("de", "Wir haben verschiedene Maßnahmen beschlossen, die das Land voranbringen."),
        ("fr", "Les engagements que nous avons pris sont tenus dans tous les ports."),
        ("es", "No puedo comprometerme a lo que no voy a cumplir este año."),
        ("es", "México decidió el rumbo que habrá de seguir en los próximos años."),
        ("ru", "Не сделаем этого - не будет будущего ни у кого."),
        ("en", "Norway welcomes the efforts undertaken by Japan in the north."),
    ],
)
def test_what_was_decided_held_or_asked_is_no_promise(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The leaders of Japan adopted an Action Plan to develop trade in the north."),
        ("en", "This had been asked of Japan many years ago by others."),
        ("en", "Japan will lack all support in the world."),
        ("en", "We'll do one more question and then close."),
        ("de", "Diese Plätze werden Sie dann in der Zukunft einnehmen."),
        ("de", "Sie muss auch von den Jungen gemacht werden, durch ihren Einsatz."),
        ("ru", "Норвегия готова к долгосрочному развитию всех областей."),
    ],
)
def test_plans_as_nouns_and_things_to_be_seen(language: str, text: str) -> None:
    assert found(text, language) == []


def test_orders_are_duties_of_whom_they_are_put_to() -> None:
    """In words: "The ministry is instructed to build twenty schools"."""
    text = (
        "\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u0443 "
        "\u043f\u043e\u0440\u0443\u0447\u0435\u043d\u043e "
        "\u043f\u043e\u0441\u0442\u0440\u043e\u0438\u0442\u044c "
        "\u0434\u0432\u0430\u0434\u0446\u0430\u0442\u044c \u0448\u043a\u043e\u043b."
    )
    told = found(text, "ru")
    assert [a.value["strength"] for a in told] == ["obligation"]


def test_an_aim_needs_its_infinitive() -> None:
    """In words: "we are ready to send a hospital; we are ready for all"."""
    text = (
        "\u0413\u043e\u0442\u043e\u0432\u044b "
        "\u043d\u0430\u043f\u0440\u0430\u0432\u0438\u0442\u044c \u0442\u0443\u0434\u0430 "
        "\u0433\u043e\u0441\u043f\u0438\u0442\u0430\u043b\u044c. "
        "\u0413\u043e\u0442\u043e\u0432\u044b \u043a\u043e "
        "\u0432\u0441\u0435\u043c\u0443 \u044d\u0442\u043e\u043c\u0443."
    )
    assert [a.value["strength"] for a in found(text, "ru")] == ["intention"]


def test_what_several_did_not_agree_binds_nobody() -> None:
    """In words: "(we) did not agree on that plan"."""
    text = (
        "\u041d\u0435 "
        "\u0434\u043e\u0433\u043e\u0432\u043e\u0440\u0438\u043b\u0438\u0441\u044c "
        "\u043e\u0431 \u044d\u0442\u043e\u043c \u043f\u043b\u0430\u043d\u0435."
    )
    assert found(text, "ru") == []


def test_of_two_joined_promises_each_has_its_own_words() -> None:
    text = "Noruega enviar\u00e1 vacunas a Kenia y financiar\u00e1 dos nuevos hospitales."
    document = Document(text=text, language="es", country="NO", date="2020-01-10")
    assert [a.quote for a in annotate(document)] == [
        "Noruega enviar\u00e1 vacunas a Kenia",
        "financiar\u00e1 dos nuevos hospitales",
    ]


def test_a_programme_promises_nothing_for_who_told_of_it() -> None:
    text = "El ministro dijo que el programa financiar\u00e1 dos hospitales."
    document = Document(text=text, language="es", country="NO", date="2020-01-10")
    assert list(annotate(document)) == []


@pytest.mark.parametrize("subject", ["I'll", "We'll", "I\u2019ll", "We\u2019ll", "We will"])
def test_a_verb_that_is_cut_short_promises_too(subject: str) -> None:
    text = f"{subject} publish the list of towns on Thursday."
    (found,) = annotate(Document(text=text, language="en", country="NO", date="2025-06-10"))
    assert found.value["strength"] == "pledge"
    assert found.value["due"] == "2025-06-12"
