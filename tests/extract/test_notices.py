from __future__ import annotations

import pytest

from onrecord.extract.notices import is_notice


@pytest.mark.parametrize(
    "text",
    [
        "Share this:",
        "Print",
        "Read more: A pact is signed",
        "Версия для печати",
        "Читайте также: Визит",
        "Seite drucken",
        "Lire aussi : le traité",
        "Noticias relacionadas",
        "打印本页",
        "Facebook",
        "Follow us on Twitter and Facebook",
    ],
)
def test_furniture(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "Question: Why?",
        "Q:",
        "Reply:",
        "Vladimir Putin:",
        "Comment: I agree.",
        "Related issues were discussed.",
        "Вопрос: Почему?",
        "Ответ:",
        "Frage:",
        "Respuesta: No.",
        "问:",
        "答:没有。",
        "Next week the talks go on.",
        "More than ten ministers came.",
        "Read more: " + "they said so, and more was said. " * 12,
    ],
)
def test_what_is_said_is_none(text: str) -> None:
    assert not is_notice(text)
