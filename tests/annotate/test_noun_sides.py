"""Tests of annotate.noun_sides: who stands on which side of a noun that names an event."""

from __future__ import annotations

import pytest

from onrecord.annotate.document import Document
from onrecord.annotate.events import annotate


def told(text: str, country: str = "NO") -> list[tuple[str, list[str], list[str]]]:
    document = Document(text=text, language="es", country=country, date="2020-01-10")
    return [
        (
            a.value["type"],
            [str(m["iso"]) for m in a.value["actors"]],
            [str(m["iso"]) for m in a.value["recipients"]],
        )
        for a in annotate(document)
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Sigue la agresi\u00f3n de Jap\u00f3n contra Kenia.", ("ASSAULT", ["JP"], ["KE"])),
        ("Sigue la agresi\u00f3n japonesa.", ("ASSAULT", ["JP"], [])),
        ("Contin\u00faan los ataques contra Kenia.", ("ASSAULT", [], ["KE"])),
    ],
)
def test_who_did_it_stands_first(text: str, event: tuple[str, list[str], list[str]]) -> None:
    assert told(text) == [event]


def test_who_condemns_is_not_who_attacks() -> None:
    (accused, attack) = told("Noruega condena el ataque de Jap\u00f3n contra Kenia.")
    assert accused == ("ACCUSE", ["NO"], ["JP"])
    assert attack == ("ASSAULT", ["JP"], ["KE"])
