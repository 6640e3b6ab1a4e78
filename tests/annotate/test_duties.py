"""A duty that the speaker says another has is a request."""

import pytest

from onrecord.annotate import events
from onrecord.annotate.document import Document


def _told(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    found = events.annotate(Document(text=text, language="en", date="2023-11-06", country="NZ"))
    return [
        (
            event.value["type"],
            [member["iso"] for member in event.value["actors"]],
            [member["iso"] for member in event.value["recipients"]],
        )
        for event in found
    ]


def test_a_duty_of_another_state_is_asked_for() -> None:
    assert _told("Iran must release the crew of the ship.") == [("REQUEST", ["NZ"], ["IR"])]


@pytest.mark.parametrize(
    "text",
    [
        "We must release the figures every month.",
        "New Zealand must release the figures.",
        "Iran must be held to account for the ship.",
        "The game must go on.",
        "If Iran must release the crew, fine.",
    ],
)
def test_what_is_asked_of_nobody(text: str) -> None:
    assert [kind for kind, _, _ in _told(text) if kind == "REQUEST"] == []


def test_an_attack_is_not_the_act_of_who_condemns_it() -> None:
    told = _told("New Zealand condemns the attack on Kenyan troops by Russia.")
    assert ("ASSAULT", ["RU"]) in [(kind, actors) for kind, actors, _ in told]
    told = _told("New Zealand condemns the attack on Kenyan troops.")
    assert told[-1] == ("ASSAULT", [], ["KE"])
