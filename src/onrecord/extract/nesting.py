"""Refuses HTML that a parser cannot read in bounded time.

A parser's work grows with the square of how many elements are open at once, and with how many bold
and like elements are left open times the paragraphs in which it has to open them again. Browsers
cut off at some hundred; a page within these limits is read in a second or two.
"""

from __future__ import annotations

import re

from onrecord.errors import TooLarge
from onrecord.extract.elements import elements

STAGE = "html"
MAX_DEPTH = 20_000
MAX_REOPENED = 1_500_000

_FEW = 3_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WHOLE_TAG = re.compile(r"<(([a-zA-Z][a-zA-Z0-9]*)[^>]*)>")
_KEPT = 3
_ELEMENTS = elements()
_UNCOUNTED = _ELEMENTS.void | _ELEMENTS.ended
_REOPENED = _ELEMENTS.reopened


def check(text: str) -> None:
    """Raises `TooLarge` for too many elements inside each other, or left open."""
    if text.count("<") <= _FEW:
        return
    depth = deepest = left_open = most_open = 0
    tags = _TAG.findall(text)
    for slash, name in tags:
        tag = name.lower()
        if tag in _UNCOUNTED:
            continue
        step = -1 if slash else 1
        depth = max(0, depth + step)
        deepest = max(deepest, depth)
        if tag in _REOPENED:
            left_open = max(0, left_open + step)
            most_open = max(most_open, left_open)
    if deepest > MAX_DEPTH:
        raise TooLarge(f"html: more than {MAX_DEPTH} elements inside each other", STAGE)
    if most_open * len(tags) > MAX_REOPENED and _reopened(text) * len(tags) > MAX_REOPENED:
        raise TooLarge(
            f"html: {most_open} elements like <b> left open over {len(tags)} tags", STAGE
        )


def _reopened(text: str) -> int:
    """How many elements at most are opened again: of those alike, a parser keeps three."""
    alike: dict[str, int] = {}
    for tag, name in _WHOLE_TAG.findall(text):
        if name.lower() in _REOPENED:
            alike[tag] = min(_KEPT, alike.get(tag, 0) + 1)
    return sum(alike.values())
