"""Outlets: names in labels, countries."""

from __future__ import annotations

import re

import pytest

from onrecord.gazetteer import named
from onrecord.gazetteer.outlets import outlet, outlets_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вопрос (РИА Новости):", "outlet/ria-novosti"),
        ("Anadolu Agency:", "outlet/anadolu-agency"),
        ("Question d'un journaliste de l'Agence France-Presse", "outlet/agence-france-presse"),
        ("Frage (Süddeutsche Zeitung)", "outlet/suddeutsche-zeitung"),
        ("新华社", "outlet/xinhua"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert [what.id for _, _, what in outlets_in(text)] == [expected]


def test_words_are_no_outlets() -> None:
    assert outlets_in("foreign policy, life and the world, up 1.1 per cent") == ()


def test_there_are_enough() -> None:
    known = [outlet(identifier) for identifier in named.entities("outlets")]
    assert len(known) >= 300
    assert all(re.fullmatch("[A-Z]{2}", o.country or "") for o in known)
    assert all(re.fullmatch("[a-z]{2}", o.language) for o in known)
    assert outlet("outlet/tass").kind == "agency"
