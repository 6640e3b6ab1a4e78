"""Tests of annotate.modes: how an event is done."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate
from onrecord.annotate.modes import MODES
from onrecord.languages.loader import language


def told(text: str, tag: str) -> list[tuple[str, str | None]]:
    found = []
    for one in annotate(Document(text=text, language=tag, country=None, date="2020-01-10")):
        mode, span = one.value["mode"], one.value["mode_span"]
        assert (mode is None) == (span is None)
        if span:
            assert text[span[0] : span[1]]
        found.append((one.value["type"], mode))
    return found


@pytest.mark.parametrize(
    ("tag", "text", "kind", "mode"),
    [
        ("en", "The president of Japan visited Kenya on Monday.", "CONSULT", "visit"),
        ("en", "Japan and Kenya held talks by phone.", "CONSULT", "phone"),
        ("en", "Kenya attacked Japan with drones.", "ASSAULT", "drone"),
        ("en", "Kenya arrested ten Japanese soldiers.", "COERCE", "arrest"),
        ("en", "Japan urged Kenya to release the prisoners.", "REQUEST", "yield"),
        ("en", "Protesters rioted after a demonstration in Kenya.", "PROTEST", "riot"),
        ("de", "Japan hat zehn kenianische Diplomaten ausgewiesen.", "SANCTION", "expel"),
        ("fr", "Le Japon a condamné l'attaque du Kenya.", "ACCUSE", "disapprove"),
        ("es", "Japón condenó el ataque de Kenia.", "ACCUSE", "disapprove"),
        ("ru", "Япония выслала дипломатов Кении.", "SANCTION", "expel"),
    ],
)
def test_how(tag: str, text: str, kind: str, mode: str) -> None:
    assert (kind, mode) in told(text, tag)


def test_no_word_no_mode() -> None:
    assert told("Kenya attacked Japan.", "en") == [("ASSAULT", None)]
    assert told("Japan helped Kenya with ten million dollars.", "en") == [("AID", None)]


def test_a_word_in_a_name_is_no_mode() -> None:
    text = "Kenya attacked the Committee for the Prevention of Torture."
    assert ("ASSAULT", "torture") not in told(text, "en")


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "ru"])
def test_the_words_know_the_modes_of_their_type_only(tag: str) -> None:
    for kind, modes in MODES.items():
        assert {*language(tag).listed("modes", kind).values()} <= {*modes}, kind
