"""Tests of annotate.told_once: what is told twice is one event."""

from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate


def told(text: str, language: str) -> list[tuple[str, str]]:
    document = Document(text=text, language=language, country="NO", date="2020-01-10")
    return [(a.value["type"], a.value["modality"]) for a in annotate(document)]


def test_a_word_in_the_same_clause_tells_no_second_event() -> None:
    text = "Norway condemned and denounced Japan."
    assert told(text, "en") == [("ACCUSE", "asserted")]


def test_a_noun_and_the_verb_that_it_takes_place_are_one() -> None:
    """In words: "a meeting with the minister of Japan will take place tomorrow"."""
    text = (
        "\u0412\u0441\u0442\u0440\u0435\u0447\u0430 "
        "\u0441 "
        "\u043c\u0438\u043d\u0438\u0441\u0442\u0440\u043e\u043c "
        "\u042f\u043f\u043e\u043d\u0438\u0438 "
        "\u0441\u043e\u0441\u0442\u043e\u0438\u0442\u0441\u044f "
        "\u0437\u0430\u0432\u0442\u0440\u0430."
    )
    assert told(text, "ru") == [("CONSULT", "planned")]
