"""The words of a line with their offsets, and which of them are names. Language-neutral: what a
word means is asked of the caller."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word with its inner points, apostrophes and hyphens: "J.", "A.B.Orr", "Al-Thani".
_WORD = re.compile(r"[^\W_]+(?:[.'’\u02bc&\u2011-](?=[^\W_])[^\W_]+)*\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]*")
_POSSESSIVE = re.compile(r"['’\u02bc]s$")
_GAPS = frozenset({"", " ", " “", "” ", ' "', '" ', " «", "» ", " (", ") "})


class Word(NamedTuple):
    """A word: where it stands, and how it is joined to the one before.

    `open`: does it follow the word before without a break in meaning? `owner`: did it carry a
    possessive ending, which is not part of `text`?
    """

    start: int
    end: int
    text: str
    open: bool
    owner: bool = False

    @property
    def capital(self) -> bool:
        """Does it begin as a name does?"""
        return self.text[0].isupper() or (
            "-" in self.text and self.text.rpartition("-")[2][:1].isupper()
        )


def words(text: str) -> tuple[Word, ...]:
    """
    >>> [w.text for w in words("Secretary Antony J. Blinken’s Call.")]
    ['Secretary', 'Antony', 'J.', 'Blinken', 'Call']
    """
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        printed = match[0]
        if printed.endswith(".") and not _abbreviated(printed):
            printed = printed[:-1]
        owner = _POSSESSIVE.search(printed)
        plain = printed[: owner.start()] if owner else printed
        glued = bool(found) and text[last : match.start()] in _GAPS and not found[-1].owner
        found.append(
            Word(match.start(), match.start() + len(plain), plain, glued, owner is not None)
        )
        last = match.start() + len(printed)
    return tuple(found)


def _abbreviated(word: str) -> bool:
    """Is the point at its end part of the word: an initial, or a title such as "Dr."?"""
    return bool(_INITIALS.fullmatch(word)) or (len(word) <= 3 and word[0].isupper())


def is_initials(word: str) -> bool:
    """
    >>> is_initials("С.В.Лавров"), is_initials("J."), is_initials("UN")
    (True, True, False)
    """
    return _INITIALS.fullmatch(word) is not None
