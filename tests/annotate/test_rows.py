"""Tests of annotate.rows: several promises of one verb."""

from __future__ import annotations

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document


def actions(text: str) -> list[str]:
    document = Document(text=text, language="fr", country="FR", date="2020-01-10")
    return [a.value["action"] for a in annotate(document)]


def test_each_infinitive_is_a_promise() -> None:
    text = "Nous nous engageons \u00e0 verser ces fonds et \u00e0 ouvrir une ambassade."
    assert actions(text) == ["engageons \u00e0 verser ces fonds", "ouvrir une ambassade"]


def test_a_row_with_commas() -> None:
    text = "Nous allons cr\u00e9er mille postes, recruter cent juges et ouvrir vingt bureaux."
    assert actions(text) == [
        "cr\u00e9er mille postes",
        "recruter cent juges",
        "ouvrir vingt bureaux",
    ]


def test_two_verbs_of_one_object_are_one_promise() -> None:
    assert actions("Nous allons former et \u00e9quiper deux cents soldats.") == [
        "former et \u00e9quiper deux cents soldats"
    ]


def test_a_joined_verb_is_a_promise_of_its_own() -> None:
    text = "La France versera 50 millions d'euros et enverra 200 instructeurs."
    assert actions(text) == ["versera 50 millions d'euros", "enverra 200 instructeurs"]
