from __future__ import annotations

import pytest

from onrecord.annotate import known
from onrecord.annotate.hits import printed
from onrecord.annotate.lexis import lexis
from onrecord.annotate.mention import NOTHING
from onrecord.annotate.words import Words


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    words = Words(text, lexis(language))
    return [(printed(words, m.first, m.last), m.kind) for m in known.mentions(words)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Republic of Kazakhstan", [("Republic of Kazakhstan", "state")]),
        ("A Turkish carpet", []),
        ("the Turkish army", [("Turkish", "state")]),
        ("Russians came", []),
        ("the South China Sea", [("South China Sea", "place")]),
        ("Norfolk, Va.", [("Norfolk", "place"), ("Va", "place")]),
        ("Va. is short", []),
        ("the Federal District", []),
    ],
)
def test_which_names_count(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_a_town_is_not_the_head_of_a_longer_name() -> None:
    assert found("L'Union africaine condamne.", "fr") == [("Union africaine", "organisation")]


def test_money_is_known_to_be_no_state() -> None:
    assert found("ten US dollars") == [("US", NOTHING)]
