"""Every colour number has a colour of the terminal, and no two share one."""

from __future__ import annotations

from onrecord.cli import voices
from onrecord.transcript.voices import COLOURS, Voice


def test_every_number_is_a_colour_of_its_own() -> None:
    shown = {voices.colour(Voice("AL", number)) for number in range(COLOURS)}
    assert len(shown) == COLOURS


def test_a_badge_obeys_no_page() -> None:
    assert "\x1b" not in voices.badge(Voice("A\x1b", 1)).plain
