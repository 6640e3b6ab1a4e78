"""The terminal: how wide it is, and whether it has colours. It knows nothing of statements."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

WIDTH = 78
INDENT = 6


class _Console(Console):
    """A console that leaves it to `main` what to do if the reader of our output has gone."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(file: TextIO | None = None) -> Console:
    """A console that respects NO_COLOR and writes no colour into a file or a pipe."""
    plain = _Console(file=file or sys.stdout, highlight=False, markup=False, emoji=False)
    shown = plain.width if plain.is_terminal else WIDTH
    plain.width = max(40, min(WIDTH, shown))
    return plain


def put(lines: Iterable[Text], out: Console) -> None:
    """Prints lines that are wrapped already."""
    for line in lines:
        out.print(line, no_wrap=True, overflow="ignore", crop=False)
