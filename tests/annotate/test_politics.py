"""Tests of annotate.politics: what counts as politics in a statement."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate


def kinds(text: str, language: str = "en", country: str | None = "NO") -> list[str]:
    document = Document(text=text, language=language, country=country, date="2020-01-10")
    return [a.value["type"] for a in annotate(document)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will work in close coordination with the Norwegian National Guard."),
        ("en", "The plan was adopted by the Ministry of Sport in 2015."),
        ("en", "The railway of Norway is training staff who speak English."),
        ("en", "We discussed the matter in the government."),
        ("en", "The president will meet with teachers in Oslo."),
        ("en", "It is a pleasure to welcome the president of Japan here."),
        ("en", "Norway is convinced of its impunity."),
        ("en", "It is an honour to meet you and strengthen the ties with Japan."),
        ("en", "Norway, through technical support, organised the group of Japan."),
        ("en", "Oslo asked Japan several questions."),
        ("en", "We discussed this issue with the prime minister of Norway."),
        ("en", "The president signed a decree on Japan."),
        ("en", "Fighters took part in operations of Japan."),
        ("en", "The guide of Japan was written by 60 recognized experts."),
        ("en", "The budget will support work in Japan."),
        ("es", "El ministro aprob\u00f3 la propuesta de la Secretar\u00eda de Hacienda."),
        ("de", "Die Regierung hat mit dem Ministerium gesprochen."),
    ],
)
def test_what_a_government_does_within_itself_is_none(language: str, text: str) -> None:
    assert kinds(text, language) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway has trained soldiers of Kenya.", "AID"),
        ("The minister met with President Aoki.", "CONSULT"),
        ("Varga called for Japan to act.", "REQUEST"),
        ("We welcome the decision of Japan.", "SUPPORT"),
        ("Drones attacked the port of Bergen.", "ASSAULT"),
    ],
)
def test_what_goes_between_sides_is_one(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_news_about_others_is_not_sifted() -> None:
    assert kinds("Kenya was training nurses.", country=None) == ["AID"]


def test_what_is_said_between_states_needs_no_other() -> None:
    """ "We condemn the attack." Nobody else is named."""
    text = (
        "\u041e\u0441\u0443\u0436\u0434\u0430\u0435\u043c "
        "\u0440\u0430\u0441\u043f\u0440\u0430\u0432\u0443."
    )
    assert kinds(text, "ru") == ["ACCUSE"]


def test_a_noun_that_only_tells_when_is_no_event() -> None:
    """In words: "in the course of the visit of the minister of Japan it rained"."""
    text = (
        "\u0412 \u0445\u043e\u0434\u0435 \u0432\u0438\u0437\u0438\u0442\u0430 "
        "\u043c\u0438\u043d\u0438\u0441\u0442\u0440\u0430 "
        "\u042f\u043f\u043e\u043d\u0438\u0438 \u0448\u0435\u043b "
        "\u0434\u043e\u0436\u0434\u044c."
    )
    assert kinds(text, "ru") == []


def test_a_meeting_that_opens_its_sentence_is_one() -> None:
    """In words: "passed talks of the minister of Norway with the minister of Japan"."""
    text = (
        "\u041f\u0440\u043e\u0448\u043b\u0438 "
        "\u043f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b "
        "\u043c\u0438\u043d\u0438\u0441\u0442\u0440\u0430 "
        "\u041d\u043e\u0440\u0432\u0435\u0433\u0438\u0438 \u0441 "
        "\u043c\u0438\u043d\u0438\u0441\u0442\u0440\u043e\u043c "
        "\u042f\u043f\u043e\u043d\u0438\u0438."
    )
    assert kinds(text, "ru") == ["CONSULT"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "El ministro de Comercio, Lars Orva, se reuni\u00f3 con el canciller de Jap\u00f3n.",
            "CONSULT",
        ),
        ("La Canciller\u00eda rechaza las declaraciones de Jap\u00f3n.", "REJECT"),
        ("El Gobierno ha expulsado a dos diplom\u00e1ticos de Kenia.", "SANCTION"),
        ("Apoyamos los esfuerzos de Kenia.", "SUPPORT"),
        ("El presidente viajar\u00e1 a Jap\u00f3n el 12 de mayo.", "CONSULT"),
    ],
)
def test_the_offices_of_the_speakers_state_act_for_it(text: str, kind: str) -> None:
    document = Document(text=text, language="es", country="NO", date="2020-01-10")
    (event,) = annotate(document)
    assert event.value["type"] == kind
    assert [m["iso"] for m in event.value["actors"]] == ["NO"]


def test_what_a_state_rejects_of_another_that_was_named_is_politics() -> None:
    text = "Le Kenya a ferm\u00e9 son port. Nous rejetons ces mesures."
    document = Document(text=text, language="fr", date="2023-11-06", country="FR")
    assert [e.value["type"] for e in annotate(document)][-1:] == ["REJECT"]


def test_what_is_done_to_the_own_side_where_others_are_near_is_politics() -> None:
    text = "Le Kenya a rappel\u00e9 ses diplomates. Nous avons \u00e9t\u00e9 sanctionn\u00e9s."
    document = Document(text=text, language="fr", date="2023-11-06", country="FR")
    assert [e.value["type"] for e in annotate(document)][-1:] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "We condemn this attack.",
        "We have requested consular access.",
        "Norway banned the import of fruit.",
    ],
)
def test_what_is_said_only_between_states_needs_no_other(text: str) -> None:
    assert len(kinds(text)) == 1


def test_a_noun_of_several_is_no_verb_of_we() -> None:
    assert kinds("As we said, since the peaceful protests began in Kenya, it rains.") == []


def test_the_statement_of_a_body_without_a_state_is_sifted() -> None:
    document = Document(text="We work on it in our finance team.", language="en", statement=True)
    assert list(annotate(document)) == []
