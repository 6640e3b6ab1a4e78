"""Tests of annotate.towns: towns that stand for their state."""

from __future__ import annotations

from onrecord.annotate.document import Document
from onrecord.annotate.reading import reading
from onrecord.annotate.towns import as_state


def told(text: str) -> str:
    read = reading(Document(text=text, language="ru"))
    ((first, (mention, *_)),) = read.entities.items()
    return str(as_state(read, read.sentences[0], first, mention)["entity"])


def test_a_subject_is_its_state() -> None:
    """In words: "Beijing refused"."""
    assert (
        told(
            "\u041f\u0435\u043a\u0438\u043d \u043e\u0442\u043a\u0430\u0437\u0430\u043b\u0441\u044f."
        )
        == "state/cn"
    )


def test_after_a_preposition_a_town_is_a_town() -> None:
    """In words: "through Beijing"."""
    assert told("\u0427\u0435\u0440\u0435\u0437 \u041f\u0435\u043a\u0438\u043d.").startswith(
        "place/cn"
    )
