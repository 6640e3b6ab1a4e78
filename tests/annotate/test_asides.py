"""A helping verb that waits for its own behind a comma."""

from __future__ import annotations

from onrecord.annotate import events
from onrecord.annotate.document import Document


def told(text: str, country: str = "DE") -> list[tuple[str, str]]:
    document = Document(text=text, language="de", country=country, date="2019-06-01")
    return [(a.value["type"], a.value["modality"]) for a in events.annotate(document)]


def test_a_helping_verb_waits_over_a_date_and_an_apposition() -> None:
    text = "Der Minister hat am Freitag, 17. Mai 2019, in Paris an einem Treffen teilgenommen."
    assert ("CONSULT", "asserted") in told(text)
    text = "Der Kanzler wird den Minister von Peru, Ernesto Ruvia, am Montag in Berlin empfangen."
    assert ("CONSULT", "planned") in told(text)


def test_a_clause_set_between_commas_lends_no_helping_verb() -> None:
    text = "Die Darstellung aus Peru, wir w\u00fcrden verhandeln, weisen wir zur\u00fcck."
    assert ("REJECT", "asserted") in told(text)


def test_a_full_verb_before_the_comma_waits_for_nothing() -> None:
    text = "Peru hat die Grenze geschlossen, Chile wird Truppen abziehen."
    assert told(text) == [("COERCE", "asserted"), ("RETREAT", "planned")]
