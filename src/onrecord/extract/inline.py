"""Pieces of inline mark-up joined to one line as a browser joins them: no mark-up splits a word,
and white space collapses across it. Bold runs are spans of the line as it is stored."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Span
from onrecord.text import normalize

Piece = tuple[str, bool, bool]  # text, is it bold, is it in a link


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Span, ...], int]:
    """Pieces (text, bold, in a link) as one normal line, its bold runs, and how many characters
    stand in links. Bold runs with nothing but white space between them are one.

    >>> joined([(" The ", False, False), ("Minis", True, True), ("ter:", True, False)])
    ('The Minister:', (Span(start=4, end=13),), 5)
    """
    if len(pieces) == 1:  # most lines: an item of a list, a paragraph without mark-up
        text, bold, linked = pieces[0]
        text = normalize.line(text)
        whole = (Span(0, len(text)),) if bold and text else ()
        return text, whole, len(text) if linked else 0
    if not any(bold or linked for _, bold, linked in pieces):
        return normalize.line("".join([text for text, _, _ in pieces])), (), 0
    out: list[str] = []
    runs: list[list[int]] = []
    length = links = 0
    space, adjoins = True, False
    for text, bold, linked in pieces:
        clean = _collapsed(text)
        if space and clean.startswith(" "):
            clean = clean[1:]
        if not clean:
            continue
        space = clean.endswith(" ")
        if clean != " ":
            if not bold:
                adjoins = False
            elif adjoins:
                runs[-1][1] = length + len(clean)
            else:
                runs.append([length, length + len(clean)])
                adjoins = True
        links += len(clean) if linked else 0
        length += len(clean)
        out.append(clean)
    line = "".join(out).rstrip(" ")
    return line, tuple(_trimmed(line, *run) for run in runs), min(links, len(line))


def _collapsed(text: str) -> str:
    """A piece of a line in normal form, with a space where it begins or ends with white space.

    >>> _collapsed("\\n a \\xa0b\\t")
    ' a b '
    """
    return normalize.line(f"|{text}|")[1:-1]


def _trimmed(line: str, start: int, end: int) -> Span:
    end = min(end, len(line))
    while end > start and line[end - 1] == " ":
        end -= 1
    while start < end and line[start] == " ":
        start += 1
    return Span(start, end)
