"""What is written alike counts, whatever the language."""

from __future__ import annotations

import pytest

from onrecord.search.kindred import shared

_ASKED = "When did Minister Halvarik open the Karst dam in 1997?"


@pytest.mark.parametrize(
    "text",
    [
        "Halvarik war damals Minister.",
        "Im Jahr 1997 regnete es viel.",
        "Le barrage de Karst fut inaugur\u00e9.",
    ],
)
def test_names_and_figures_are_told_across_languages(text: str) -> None:
    found = shared(_ASKED, [text, "Das Wetter war im Sommer sehr heiter.", "Gewiss nicht."])
    assert found[0] > max(found[1:])


def test_accents_do_not_part_words() -> None:
    one, other = shared("la declaraci\u00f3n", ["Declaration of peace", "Nothing of that"])
    assert one > other


def test_what_all_have_tells_little() -> None:
    rare, usual = shared("Karst dam", ["the Karst dam", "the dam"])
    assert rare > 2 * usual


def test_nothing_is_nothing() -> None:
    assert shared("", ["a", "b"]) == [0.0, 0.0]
    assert shared("dam", []) == []
