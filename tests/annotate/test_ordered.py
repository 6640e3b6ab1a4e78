"""Tests of annotate.ordered: who acts by the order of the words."""

from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate
from tests.support import french_events as told


def test_the_subject_follows_what_a_subordinate_clause_said_first() -> None:
    text = "Lorsque nous avons parl\u00e9, le Japon a condamn\u00e9 la Russie."
    assert told(text, "FR")[-1] == ("ACCUSE", "asserted", ["JP"], ["RU"])


def test_a_party_within_what_stands_before_a_comma_is_no_subject() -> None:
    text = "Au vu du refus de l'Iran, le conseil a adopt\u00e9 des mesures restrictives."
    assert all("IR" not in who for kind, _, who, _ in told(text, "FR") if kind == "SANCTION")


def test_a_new_subject_after_a_conjunction() -> None:
    text = "Le Japon a condamn\u00e9 cette attaque et la Chine a menac\u00e9 l'Ukraine."
    assert told(text, "FR")[-1] == ("THREATEN", "asserted", ["CN"], ["UA"])


def test_who_is_named_after_a_subordinate_verb_of_saying() -> None:
    document = Document(text="Peru said on Friday they would attack Kenya.", language="en")
    assert [a.quote for a in annotate(document)] == ["they would attack Kenya"]


def test_a_relative_clause_is_about_what_stands_before_its_pronoun() -> None:
    text = "Nous condamnons les frappes qui ont frapp\u00e9 le Rwanda."
    document = Document(text=text, language="fr", country="FR", date="2023-11-06")
    found = [(e.value["type"], len(e.value["actors"])) for e in annotate(document)]
    assert found == [("ACCUSE", 1), ("ASSAULT", 0)]
