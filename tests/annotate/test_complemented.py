"""What is said, where its clause must be opened."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.quotations import read

RU = (
    "\u041c\u0438\u043d\u0438\u0441\u0442\u0440 \u0441\u043a\u0430\u0437\u0430\u043b",
    "\u0447\u0442\u043e \u043c\u043e\u0441\u0442 \u0441\u0442\u0430\u0440",
    "\u0441\u043b\u043e\u0432\u043e",
)


def contents(text: str, language: str) -> list[str]:
    return [
        text[slice(*piece)]
        for found in read(Document(text=text, language=language))
        for piece in found.content
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El ministro dijo ayer que el puente abre en mayo.", ["que el puente abre en mayo"]),
        ("es", "El ministro dijo a la prensa que llueve.", ["que llueve"]),
        ("es", "El ministro destac\u00f3 el trabajo de las maestras.", []),
        ("es", "La gente sabe que el puente es viejo.", []),
        (
            "es",
            "El pueblo dijo: \u201c\u00a1Basta!\u201d, y lleg\u00f3 el alcalde.",
            ["\u201c\u00a1Basta!\u201d"],
        ),
        ("fr", "Le ministre a soulign\u00e9 que le pont est vieux.", ["que le pont est vieux"]),
        ("fr", "Le ministre a promis de reconstruire le pont.", ["de reconstruire le pont"]),
        ("fr", "Le ministre a soulign\u00e9 le travail de la commune.", []),
        ("fr", "Le principe selon lequel le pont est vieux tient.", []),
        ("ru", f"{RU[0]}, {RU[1]}.", [RU[1]]),
        ("ru", f"{RU[0]} {RU[2]}.", []),
    ],
)
def test_contents(language: str, text: str, expected: list[str]) -> None:
    assert contents(text, language) == expected
