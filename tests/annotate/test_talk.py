"""Tests of annotate.talk: the management of the talk binds nobody."""

from __future__ import annotations

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document


def rules(text: str, language: str) -> list[str]:
    document = Document(text=text, language=language, country="NO", date="2020-01-10")
    return [a.value["strength"] for a in annotate(document)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I'll just very briefly add two points on that matter."),
        ("en", "We will also again recall the ten points of that report."),
        ("en", "I will now read the list of the ten ministers."),
        ("es", "Vamos a seguir hablando de los productores todos los días."),
        ("fr", "Nous allons ajouter quelques mots sur cette école."),
        ("de", "Wir werden zu diesem Punkt noch einige Worte sagen."),
    ],
)
def test_what_is_said_next_is_no_promise(language: str, text: str) -> None:
    assert rules(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will firmly respond in kind to any attack."),
        ("en", "We will start building ten new schools in the north."),
        ("en", "I will get back to you on that."),
        ("en", "The government will stop all exports of coal."),
        ("es", "Vamos a construir diez escuelas."),
        ("fr", "Nous allons construire dix écoles."),
        ("de", "Wir werden zehn Schulen bauen."),
    ],
)
def test_what_is_done_next_is(language: str, text: str) -> None:
    assert rules(text, language) == ["pledge"]


def test_what_one_is_focused_on_is_told_by_its_verb() -> None:
    assert rules("We are focused on building ten new schools.", "en") == ["intention"]
    assert rules("We are focused on the diplomacy of the day.", "en") == []
