"""A statement for a person in a terminal: a card, then who says what, then what is uncertain.

Speakers have initials and a steady colour; nothing is told by colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord.cli.card import card
from onrecord.cli.output import safe
from onrecord.cli.speech import speech
from onrecord.cli.terminal import INDENT, put
from onrecord.cli.words import counted
from onrecord.records import Issue, Reading
from onrecord.transcript.voices import voices

_SIGNS = {"error": ("×", "red"), "warning": ("!", "yellow"), "info": ("·", "dim")}


def show(reading: Reading, out: Console, furniture: bool = False) -> None:
    """Prints one statement, at once: what was done stands even if we are stopped."""
    known = voices(reading)
    out.print(card(reading, known, out.width))
    put(speech(reading, known, out), out)
    put(issue_lines(reading.issues, out), out)
    if furniture:
        put(_furniture(reading, out), out)
    out.print()
    out.file.flush()


def issue_lines(issues: Sequence[Issue], out: Console) -> Iterator[Text]:
    """What is uncertain, in words; nothing if nothing is."""
    if not issues:
        return
    yield Text("")
    yield Text("What to know about this reading", style="bold")
    for issue in issues:
        sign, style = _SIGNS[issue.severity]
        first = Text(f"  {sign}   ", style=style)
        message = f"{issue.subject}: {issue.message}" if issue.subject else issue.message
        for line in Text(safe(message)).wrap(out, out.width - INDENT):
            yield first + line
            first = Text(" " * INDENT)


def _furniture(reading: Reading, out: Console) -> Iterator[Text]:
    yield Text("")
    total = Counter(piece.reason for piece in reading.furniture)
    yield Text(f"Left out of the page: {counted(total.total(), 'line')}", style="bold")
    for reason, pieces in groupby(reading.furniture, key=lambda piece: piece.reason):
        yield Text(f"  –   {safe(reason)}", style="dim bold")
        for piece in pieces:
            for line in Text(safe(piece.text), style="dim").wrap(out, out.width - INDENT):
                yield Text(" " * INDENT) + line
