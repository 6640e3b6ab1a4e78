"""Tests of annotate.conditions: on what a promise hangs."""

from __future__ import annotations

import pytest

from onrecord.annotate.commitments import annotate
from onrecord.annotate.document import Document
from onrecord.records import Annotation


def found(text: str, language: str = "en") -> list[Annotation]:
    return list(annotate(Document(text=text, language=language, country="NO", date="2020-01-10")))


def told(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(a.quote, a.value["condition"]) for a in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "promise", "condition"),
    [
        (
            "en",
            "If Japan returns, we will lift the ban.",
            "we will lift the ban",
            "If Japan returns",
        ),
        (
            "en",
            "We will lift the ban if Japan returns.",
            "We will lift the ban",
            "if Japan returns",
        ),
        (
            "en",
            "Unless Japan withdraws its troops, we will close the border.",
            "we will close the border",
            "Unless Japan withdraws its troops",
        ),
        (
            "en",
            "Subject to approval by parliament, we will open a consulate.",
            "we will open a consulate",
            "Subject to approval by parliament",
        ),
        (
            "en",
            "Should Japan attack, we will close the border.",
            "we will close the border",
            "Should Japan attack",
        ),
        (
            "en",
            "If elected, I will raise the minimum wage.",
            "I will raise the minimum wage",
            "If elected",
        ),
        (
            "de",
            "Wenn Japan zur\u00fcckkehrt, werden wir zehn Schulen bauen.",
            "werden wir zehn Schulen bauen",
            "Wenn Japan zur\u00fcckkehrt",
        ),
        (
            "de",
            "Wir werden zehn Schulen bauen, sofern Japan zustimmt.",
            "Wir werden zehn Schulen bauen",
            "sofern Japan zustimmt",
        ),
        (
            "fr",
            "Si le Japon revient, nous construirons dix \u00e9coles.",
            "nous construirons dix \u00e9coles",
            "Si le Japon revient",
        ),
        (
            "fr",
            "Nous construirons dix \u00e9coles \u00e0 condition que le Japon revienne.",
            "Nous construirons dix \u00e9coles",
            "\u00e0 condition que le Japon revienne",
        ),
        (
            "es",
            "Vamos a construir diez escuelas siempre y cuando Jap\u00f3n acepte.",
            "Vamos a construir diez escuelas",
            "siempre y cuando Jap\u00f3n acepte",
        ),
        (
            "ru",
            "\u0415\u0441\u043b\u0438 \u042f\u043f\u043e\u043d\u0438\u044f \u0432\u0435\u0440\u043d\u0435\u0442\u0441\u044f, \u043c\u044b \u043f\u043e\u0441\u0442\u0440\u043e\u0438\u043c \u0448\u043a\u043e\u043b\u0443.",  # noqa: E501
            "\u043c\u044b \u043f\u043e\u0441\u0442\u0440\u043e\u0438\u043c \u0448\u043a\u043e\u043b\u0443",  # noqa: E501
            "\u0415\u0441\u043b\u0438 \u042f\u043f\u043e\u043d\u0438\u044f \u0432\u0435\u0440\u043d\u0435\u0442\u0441\u044f",  # noqa: E501
        ),
    ],
)
def test_on_what_a_promise_hangs(language: str, text: str, promise: str, condition: str) -> None:
    assert told(text, language) == [(promise, condition)]


def test_a_condition_has_its_place() -> None:
    text = "We will lift the ban if Japan returns, and we will open a consulate."
    one, other = found(text)
    start, end = one.value["condition_span"]
    assert text[start:end] == one.value["condition"] == "if Japan returns"
    assert (other.value["condition"], other.value["condition_span"]) == (None, None)


@pytest.mark.parametrize(
    ("language", "text", "promise"),
    [
        ("en", "If necessary, we will close the border.", "we will close the border"),
        ("en", "Even if it rains, we will close the border.", "we will close the border"),
        ("en", "We will close the border even if it rains.", "We will close the border"),
        (
            "en",
            "We will close the border as soon as possible.",
            "We will close the border as soon as possible",
        ),
        ("en", "We will help people who fled if that was late.", "We will help people who fled"),
        (
            "en",
            "We will write the law and once it passes to find funds.",
            "We will write the law and once it passes to find funds",
        ),
        (
            "fr",
            "S'il le faut, nous allons construire dix \u00e9coles.",
            "nous allons construire dix \u00e9coles",
        ),
    ],
)
def test_what_is_no_condition(language: str, text: str, promise: str) -> None:
    assert told(text, language) == [(promise, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If we were to leave, we would lose a friend."),
        ("en", "He will know if we will build ten schools."),
        ("en", "If Japan is going to build ten schools, fine."),
        ("es", "No s\u00e9 si vamos a construir diez escuelas."),
    ],
)
def test_what_is_supposed_or_asked_is_no_promise(language: str, text: str) -> None:
    assert told(text, language) == []
