"""The colours of speakers in a terminal, and their badge. Who has which is told elsewhere."""

from __future__ import annotations

from rich.text import Text

from onrecord.cli.output import safe
from onrecord.transcript.voices import Voice

COLOURS = ("cyan", "green", "magenta", "blue", "yellow", "bright_cyan", "bright_magenta")


def colour(voice: Voice) -> str:
    """
    >>> colour(Voice("AL", 0))
    'cyan'
    """
    return COLOURS[voice.colour]


def badge(voice: Voice) -> Text:
    """The initials on the colour.

    >>> badge(Voice("AL", 0)).plain
    ' AL '
    """
    return Text(f" {safe(voice.initials)} ", style=f"bold reverse {colour(voice)}")
