"""Tests of annotate.beneficiaries: to or for whom something is promised."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document


def told(text: str, language: str = "en") -> list[dict[str, Any]] | None:
    (one,) = annotate(Document(text=text, language=language, country="NO", date="2020-01-10"))
    found: list[dict[str, Any]] | None = one.value["beneficiary"]
    return found


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "We will provide Japan with ten ships.", ["JP"]),
        ("en", "We will deliver ten ships to Japan and Kenya.", ["JP", "KE"]),
        ("en", "We will help Japan rebuild its ports.", ["JP"]),
        ("en", "We will build new homes for our veterans.", ["our veterans"]),
        (
            "en",
            "We will send more aid to the people of Kenya.",
            ["the people of Kenya"],
        ),
        (
            "en",
            "We will support Kenyan farmers and small businesses.",
            ["Kenyan farmers", "small businesses"],
        ),
        ("de", "Wir werden der Ukraine zehn Schiffe zur Verfügung stellen.", ["UA"]),
        ("de", "Wir werden neue Wohnungen für Familien bauen.", ["Familien"]),
        ("fr", "Nous fournirons des armes à l'Ukraine.", ["UA"]),
        ("fr", "Nous soutiendrons les agriculteurs.", ["les agriculteurs"]),
        (
            "es",
            "Vamos a apoyar a los productores y a los campesinos.",
            ["los productores", "los campesinos"],
        ),
        (
            "es",
            "Vamos a construir un hospital para el pueblo de Kenia.",
            ["el pueblo de Kenia"],
        ),
        ("ru", "Мы поможем Украине.", ["UA"]),
        ("ru", "Предоставим гражданам Белоруссии визы.", ["гражданам Белоруссии"]),
        ("ru", "Построим школу для детей.", ["детей"]),
    ],
)
def test_whom_it_is_for(language: str, text: str, who: list[str]) -> None:
    members = told(text, language) or []
    assert [member["iso"] or member["name"] for member in members] == who
    for member in members:
        start, end = member["span"]
        assert text[start:end]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We will work for Japan's security."),
        ("en", "We will hold Japan to account."),
        ("en", "We will raise taxes for the first time."),
        ("en", "We will build a port for ten years."),
        ("de", "Wir werden die Sicherheit der Ukraine garantieren."),
        ("fr", "Nous construirons dix écoles pour l'avenir."),
        ("es", "Vamos a construir una escuela para septiembre."),
        ("ru", "Направим войска в Сирию."),
    ],
)
def test_unsure_is_nobody(language: str, text: str) -> None:
    assert told(text, language) is None


def test_a_noun_that_describes_another_is_nobody() -> None:
    text = "Sweden will pay an official visit to Japan."
    assert told(text) is None
