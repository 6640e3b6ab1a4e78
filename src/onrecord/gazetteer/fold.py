"""Folding of names: what two spellings must share to count as the same name.

Case, accents, width, kinds of dash, apostrophe and white space do not matter; a comma does. Knows
tokens and their offsets in the text that they were read from; does not know any name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
APOSTROPHES = "'\u2018\u2019\u02bc\u02bb\u02b9`\u00b4"
DASHES = "\\-\u00ad\u2010-\u2015\u2212"
TOKEN = re.compile(rf"&|[{HAN}]|(?:[^\W{HAN}\u02b9-\u02bc]|[\u0300-\u036f\u064b-\u065f\u0670])+")
_SPACE = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_JOINT = re.compile(rf"[^\S\n]?(?:[{DASHES}\u00b7]|[{APOSTROPHES}])[^\S\n]?")
_COMMA = re.compile(r",[^\S\n]*\n?[^\S\n]*")
_DOT = re.compile(rf"\.(?:[^\S\n]?|[{DASHES}])")
_LETTERS = {
    "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u0131": "i", "\u00e6": "ae", "\u0153": "oe",
    "\u00fe": "th", "\u00f0": "d", "\u0127": "h", "\u0640": "", "\u0451": "\u0435",
    "\u0439": "\u0439", "\u0457": "\u0457", "\u045e": "\u045e", "\u0491": "\u0433",
}  # fmt: skip


class Token(NamedTuple):
    """A word, one Han character, or `&`; `joint` is how it joins the token before, None if it does
    not."""

    start: int
    end: int
    form: str
    joint: str | None


class _Folding(dict[int, str]):
    """Code point -> folded form, filled as it is asked for."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        folded = _LETTERS.get(char)
        if folded is None:
            parts = unicodedata.normalize("NFKD", char)
            folded = "".join(_LETTERS.get(c, c) for c in parts if unicodedata.category(c) != "Mn")
        self[point] = folded
        return folded


_FOLDING = _Folding()


def fold(word: str) -> str:
    """The word without case, accents and width.

    >>> fold("Élysée"), fold("Łódź"), fold("STRASSE") == fold("Straße")
    ('elysee', 'lodz', True)
    """
    if word.isascii():
        return word.lower()
    if not unicodedata.is_normalized("NFC", word):
        word = unicodedata.normalize("NFC", word)
    return word.casefold().translate(_FOLDING)


def tokens(text: str) -> list[Token]:
    """The tokens of a text with their offsets.

    >>> [t.form for t in tokens("Nur-Sultan, U.S.")]
    ['nur', 'sultan', 'u', 's']
    """
    found: list[Token] = []
    before = None
    for match in TOKEN.finditer(text):
        start, end = match.span()
        joint = None if before is None else joined(text, before, start)
        found.append(Token(start, end, fold(match.group()), joint))
        before = (found[-1].start, end)
    return found


def key(name: str) -> str:
    """The folded name: its tokens, joined as in running text, every unusual gap taken for a space.

    >>> key("Côte d’Ivoire"), key("Washington,  D.C."), key("Congo – Kinshasa (the)")
    ('cote d ivoire', 'washington, d c', 'congo kinshasa the')
    """
    return name.lower() if name.isascii() and name.isalpha() else _key(name)


@lru_cache(20_000)  # the words of a text come again and again
def _key(name: str) -> str:
    return "".join(
        ("" if i == 0 else " " if token.joint is None else token.joint) + token.form
        for i, token in enumerate(tokens(name))
    )


def joined(text: str, before: tuple[int, int], start: int) -> str | None:
    """How the gap between two tokens joins them; a full stop joins only after an abbreviation."""
    token, end = before
    if start == end:
        return "" if _is_han(text[end - 1]) or _is_han(text[start]) else " "
    gap = text[end:start]
    if gap == " " or _SPACE.fullmatch(gap) or _JOINT.fullmatch(gap):
        return " "
    if _COMMA.fullmatch(gap):
        return ", "
    if end - token <= 2 and _DOT.fullmatch(gap):
        return " "
    return None


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"
