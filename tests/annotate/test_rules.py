from __future__ import annotations

import pytest

from onrecord.annotate.confidence import RIGHT
from onrecord.annotate.document import Document
from onrecord.annotate.entities import annotate
from onrecord.annotate.lexis import lexis
from onrecord.annotate.mention import Mention
from onrecord.annotate.rules import RULES, named_by_rule
from onrecord.annotate.words import Words


def rule(text: str, first: int, last: int, language: str = "en") -> str | None:
    words = Words(text, lexis(language))
    mention = named_by_rule(words, first, last, [None] * len(words))
    return mention.rule if mention else None


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("then Mr. Orvald spoke", 2, 3, "<title> <name>"),
        ("then Jane Orvald slept", 1, 3, "<given name> <name>"),
        ("then Q. Orvald slept", 1, 3, "<initial> <name>"),
        ("then Orvald said no", 1, 2, "<name> says"),
        ("then Orvald, who slept", 1, 2, "<name>, who"),
        ("the ORVA met", 1, 2, "<acronym>"),
        ("the ORVA: met", 1, 2, None),
        ("they live in Orvaton", 3, 4, "<in> <name>"),
        ("they live in Congress", 3, 4, None),
        ("of Orvaton, Texas", 1, 2, "<name>, <region>"),
        ("However it rains", 0, 1, None),
        ("then Kuleba slept", 1, 2, "<surname>"),
        ("then Orvald Kuleba slept", 1, 3, "<name> <name>"),
        ("then Orvald Qvarn slept", 1, 3, None),
        ("President Department", 1, 2, None),
        ("then Orvald slept", 1, 2, None),
    ],
)
def test_rules_see(text: str, first: int, last: int, name: str | None) -> None:
    assert rule(text, first, last) == name


def test_single_words_in_russian() -> None:
    assert rule("вчера Петренко ушёл", 1, 2, "ru") == "<name like a surname>"
    assert rule("на реке Орва тихо", 2, 3, "ru") == "<word of place> <name>"
    assert rule("вчера Orvasoft рос", 1, 2, "ru") == "<name in Latin letters>"
    assert rule("глава компании «Орва» ушёл", 2, 3, "ru") == "<word of a body> <name>"
    assert rule("вчера Орвал ушёл", 1, 2, "ru") == "<word with a capital>"
    assert rule("вчера Орвальская улица", 1, 2, "ru") is None


def test_nouns_with_capitals_are_no_names_in_german() -> None:
    assert rule("Das neue Verfahren zeigt", 2, 3, "de") is None
    assert rule("ja, sagte Orvald.", 2, 3, "de") == "<name> says"


def test_a_branch_takes_in_its_state() -> None:
    words = Words("at Orvasoft Norway", lexis("en"))
    norway = Mention(2, 3, "state", "<name of a state>", "Norway", "state/no", "NO")
    mention = named_by_rule(words, 1, 2, [None, None, norway])
    assert mention
    assert (mention.rule, mention.last) == ("<name> <state>", 3)


def test_every_rule_has_its_figure() -> None:
    assert {name for name, *_ in RULES} <= RIGHT.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sprach mit den Rebellengruppen Kolumbiens.", [("Kolumbiens", "state")]),
        ("Das gilt in der früheren Besatzungsmacht Indonesien.", [("Indonesien", "state")]),
        ("Es kam von Orvanet Deutschland gestern.", [("Orvanet Deutschland", "organisation")]),
        ("Wir begannen um 14 Uhr MEZ damit.", []),
        ("Die Zeitung kennt Orvaldims Vorschlag, sagte er.", []),
        ("Gestern sagte Landtagspräsidentin Anke Lorvald nichts.", [("Anke Lorvald", "person")]),
        (
            "So schrieb Obamas Sonderberaterin Kori Schulmeier gestern.",
            [("Obamas", "person"), ("Kori Schulmeier", "person")],
        ),
    ],
)
def test_german_nouns_are_no_part_of_names(text: str, expected: list[tuple[str, str]]) -> None:
    document = Document(text=text, language="de")
    assert [(a.quote, str(a.value["kind"])) for a in annotate(document)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Майданчик, який вибирали не ми.", []),
        ("uk", "Корвальд, чиїм другом він був, поїхав.", ["Корвальд"]),
        ("uk", "Я говорив з Президентом Норландської ради вчора.", []),
        ("es", "La empresa Orvanac pidió otra cosa.", []),
        ("fr", "Maison, qui fut grande.", []),
    ],
)
def test_a_thing_is_nobody(language: str, text: str, expected: list[str]) -> None:
    document = Document(text=text, language=language)
    assert [a.quote for a in annotate(document) if a.value["kind"] == "person"] == expected
