"""Quoted words: where quotation marks open and close, in any of the usual styles.

Knows characters only: no words. A quotation over several paragraphs, each of which opens anew,
gives one stretch a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = {
    "\u201c": '\u201d\u201c"',
    "\u201e": '\u201c\u201d"\u201f',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "\u300c": "\u300d",
    '"': '"\u201d',
}
_MARK = re.compile(r"[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\"]|''|``")
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*[\u201c\u201e\u00ab\"])")
_LONGEST = 6000
MARKS = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d\"'\u2018\u2019`"


class Quoted(NamedTuple):
    """Quoted words with their marks, half-open. `open`: the paragraph ends before they do."""

    start: int
    end: int
    open: bool = False


def quoted(text: str) -> list[Quoted]:
    """The outermost quoted stretches of a text, in order.

    >>> text = "He said: \\u201eHallo\\u201c, \\u00aboui\\u00bb."
    >>> [text[q.start : q.end] for q in quoted(text)]
    ['„Hallo“', '«oui»']
    """
    found: list[Quoted] = []
    at = 0
    for gap in _BREAK.finditer(text):
        found += _of_paragraph(text, at, gap.start())
        at = gap.end()
    return [*found, *_of_paragraph(text, at, len(text))]


def _of_paragraph(text: str, start: int, end: int) -> Iterator[Quoted]:
    opened: int | None = None
    closing = ""
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        char = mark[0][0]
        if opened is None:
            if _opens(text, mark.start(), mark.end(), char, start):
                opened, closing, depth = mark.start(), _PAIRS.get(char, "'"), 0
        elif char == text[opened] and char not in closing:
            depth += 1
        elif char in closing and not (char in _PAIRS and _nested(text, mark.start(), start)):
            depth -= 1
            if depth < 0:
                yield Quoted(opened, mark.end())
                opened = None
    if opened is not None and end - opened < _LONGEST and text[opened] != '"':
        yield Quoted(opened, end, True)


def _opens(text: str, at: int, end: int, char: str, start: int) -> bool:
    if char not in _PAIRS and char not in "'`":
        return False
    if char == '"' and at > start and text[at - 1].isdigit():
        return False  # inches, seconds
    after = text[end : end + 1]
    return bool(after) and (not after.isspace() or char == "\u00ab")


def _nested(text: str, at: int, start: int) -> bool:
    """Does a mark that could close rather open, by the space before it and the letter after it?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in "\u201c\u00bb\u00ab" and before.isspace() and after.isalnum() and at > start
