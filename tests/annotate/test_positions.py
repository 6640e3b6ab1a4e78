"""Tests of annotate.positions: the layer `position`."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.positions import annotate
from onrecord.records import Annotation


def found(text: str, language: str = "en", speaker: str | None = None) -> list[Annotation]:
    document = Document(text=text, language=language, country="NO", speaker=speaker)
    return list(annotate(document))


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("en", "We welcome the new treaty.", "support"),
        ("en", "We do not support the new treaty.", "oppose"),
        ("en", "We firmly condemn the seizure.", "oppose"),
        ("en", "We are deeply concerned about the seizure.", "concern"),
        ("en", "We call for an inquiry.", "call"),
        ("en", "It is up to the voters to decide.", "neutral"),
        ("ru", "Мы осуждаем захват судна.", "oppose"),
        ("fr", "Nous saluons le nouveau traité.", "support"),
        ("es", "Condenamos la captura del buque.", "oppose"),
        ("de", "Wir begrüssen den neuen Vertrag.", "support"),
    ],
)
def test_stance(language: str, text: str, stance: str) -> None:
    assert [a.value["stance"] for a in found(text, language)] == [stance]


@pytest.mark.parametrize("text", ["Thank you very much.", "Do we welcome it?", "It rained.", ""])
def test_what_is_no_position(text: str) -> None:
    assert found(text) == []


def test_a_questioner_holds_none() -> None:
    assert found("We welcome the new treaty.", speaker="Question") == []


def test_holder_target_and_formula() -> None:
    (one,) = found("Japan welcomes the new treaty, of course.")
    assert [h["iso"] for h in one.value["holder"]] == ["JP"]
    assert one.value["target"] == "the new treaty"
    assert one.value["phrase"] == "welcomes"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("We welcome it.", None),
        ("We firmly condemn this.", None),
        (
            "Our colleagues are here, and we welcome the intra-island talks.",
            "the intra-island talks",
        ),
        ("We welcome the new treaty, and that is all.", "the new treaty"),
        ("This is a dangerous game.", None),
    ],
)
def test_a_target_is_a_thing_or_unknown(text: str, target: str | None) -> None:
    assert [a.value["target"] for a in found(text)] == [target]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If it is a mistake, we will see."),
        ("es", "Si es una buena noticia, lo diremos."),
        ("en", "The centre in Oslo, which seeks and supports gifted pupils, is new."),
        ("en", "Japan sent ships in support of the mission."),
        ("en", "I hope they have heard us."),
        ("en", "The ministers must know what is going on."),
        ("es", "La pregunta es muy importante."),
    ],
)
def test_suppositions_places_and_talk_take_no_stance(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("I would like to caution you against panic.", "oppose"),
        ("We expect that Japan will sign the treaty.", "call"),
        ("We believe this to be the only way to end the war.", "support"),
    ],
)
def test_a_wish_to_say_it_says_it(text: str, stance: str) -> None:
    assert [one.value["stance"] for one in found(text)] == [stance]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We were criticised for the delay."),
        ("en", "Those who support the government met in the town."),
        ("fr", "Les bateaux sont partis avec le soutien des deux ports."),
        ("de", "Das habe ich gestern bekräftigt."),
    ],
)
def test_the_stance_of_others_is_not_the_speakers(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norway has not just supported the plan but paid for it."),
        ("fr", "La Norvège n'a pas seulement soutenu le plan."),
        ("de", "Norwegen hat nicht nur den Plan unterstützt."),
        ("ru", "Норвегия не только поддержала этот план."),
    ],
)
def test_not_only_denies_nothing(language: str, text: str) -> None:
    assert "oppose" not in [one.value["stance"] for one in found(text, language)]


def test_a_denial_that_was_told_turns_nothing_round() -> None:
    """ "We do not recognise the unlawful decision": opposed, not supported too."""
    text = (
        "\u041c\u044b \u043d\u0435 \u043f\u0440\u0438\u0437\u043d\u0430\u0435\u043c "
        "\u043d\u0435\u0437\u0430\u043a\u043e\u043d\u043d\u043e\u0435 "
        "\u0440\u0435\u0448\u0435\u043d\u0438\u0435."
    )
    assert [a.value["stance"] for a in found(text, "ru")] == ["oppose"]


def test_of_two_joined_stances_each_has_its_own_words() -> None:
    document = Document(
        text="Noruega condena la guerra y exige la retirada.", language="es", country="NO"
    )
    assert [(a.value["stance"], a.quote) for a in annotate(document)] == [
        ("oppose", "Noruega condena la guerra"),
        ("call", "exige la retirada"),
    ]


def test_a_duty_of_nobody_in_the_clause_is_none_in_spanish() -> None:
    document = Document(text="Lo que tiene que pasar, pasa.", language="es", country="NO")
    assert list(annotate(document)) == []


def test_a_form_of_the_third_person_is_not_the_speakers() -> None:
    """In words: "we see that one side does not share this"."""
    text = (
        "\u041c\u044b \u0432\u0438\u0434\u0438\u043c, \u0447\u0442\u043e "
        "\u043e\u0434\u043d\u0430 \u0438\u0437 "
        "\u0441\u0442\u043e\u0440\u043e\u043d "
        "\u043a\u0440\u0438\u0442\u0438\u043a\u0443\u0435\u0442 "
        "\u044d\u0442\u043e \u0440\u0435\u0448\u0435\u043d\u0438\u0435."
    )
    assert found(text, "ru") == []


def test_two_things_that_are_called_for_are_two_positions() -> None:
    text = "La France exhorte le Kenya \u00e0 cesser les tirs et \u00e0 ouvrir la fronti\u00e8re."
    document = Document(text=text, language="fr", date="2023-11-06", country="FR")
    quotes = [p.quote for p in annotate(document)]
    assert quotes[1:] == ["ouvrir la fronti\u00e8re"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "We call on Kenya to release the crew and to return the ship.",
            ["We call on Kenya to release the crew", "return the ship"],
        ),
        ("We discussed the steps we must take.", []),
        ("It rains when we must leave the house.", []),
        ("The minister called on the president of Kenya.", []),
    ],
)
def test_calls(text: str, quotes: list[str]) -> None:
    document = Document(text=text, language="en", country="NO", date="2019-10-09")
    assert [p.quote for p in annotate(document)] == quotes
