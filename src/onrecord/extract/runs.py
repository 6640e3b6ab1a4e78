"""Runs of text, bold or not, to stored lines with their bold spans. Shared by the readers whose
formats give runs (DOCX, PDF)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.records import Span
from onrecord.text import normalize


class Run(NamedTuple):
    """A stretch of text of one weight. A line feed in it breaks the line."""

    text: str
    bold: bool


def joined(runs: Iterable[Run]) -> list[tuple[str, tuple[Span, ...]]]:
    """The lines of a paragraph, in the form that is stored, each with its bold spans.

    >>> joined([Run("Anna ", True), Run("Bell:", True), Run("  Yes.\\nNo.", False)])
    [('Anna Bell: Yes.', (Span(start=0, end=10),)), ('No.', ())]
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[-1].append(Run(first, run.bold))
        lines += [[Run(piece, run.bold)] for piece in rest]
    return [_line(line) for line in lines]


def _line(runs: Iterable[Run]) -> tuple[str, tuple[Span, ...]]:
    text = ""
    spans: list[Span] = []
    space = False
    for run in runs:
        # Between two letters, white space at the ends of a run comes through as one space.
        core = normalize.line(f"x{run.text}x")[1:-1]
        piece = core.strip()
        if not piece:
            space = space or bool(core)
            continue
        text += " " if text and (space or core.startswith(" ")) else ""
        if run.bold:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
        space = core.endswith(" ")
    return text, tuple(_merged(text, spans))


def _merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """Spans with nothing but white space between them are one.

    >>> _merged("ab cd e", [Span(0, 2), Span(3, 5), Span(6, 7)])
    [Span(start=0, end=7)]
    """
    merged: list[Span] = []
    for span in spans:
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
