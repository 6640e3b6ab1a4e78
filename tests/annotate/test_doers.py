"""Who did what a German noun names."""

from __future__ import annotations

import pytest

from onrecord.annotate import events
from onrecord.annotate.document import Document


def sides(text: str) -> list[tuple[str, list[str], list[str]]]:
    document = Document(text=text, language="de", country="AT", date="2019-06-01")
    return [
        (
            a.value["type"],
            [m["iso"] or m["name"] for m in a.value["actors"]],
            [m["iso"] or m["name"] for m in a.value["recipients"]],
        )
        for a in events.annotate(document)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chiles Angriff auf Peru dauert an.",
        "Der Angriff Chiles auf Peru dauert an.",
        "Der Angriff von Chile auf Peru dauert an.",
    ],
)
def test_who_attacks_stands_before_the_noun_or_right_after_it(text: str) -> None:
    assert sides(text) == [("ASSAULT", ["CL"], ["PE"])]


def test_who_condemns_an_attack_did_not_do_it() -> None:
    found = sides("\u00d6sterreich verurteilt den Angriff auf Peru.")
    assert ("ASSAULT", [], ["PE"]) in found
    assert not any(kind == "ASSAULT" and "AT" in who for kind, who, _ in found)


def test_what_is_called_for_is_no_event() -> None:
    found = sides("Chile wiederholt seinen Ruf nach einem Waffenstillstand mit Peru.")
    assert not [kind for kind, _, _ in found if kind == "RETREAT"]
