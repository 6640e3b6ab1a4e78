"""The words of a text with what each is, how they join, and where sentences begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from onrecord.annotate.lexis import CAPITAL, CAPITALS, SMALL, TITLE, Form, Lexis
from onrecord.gazetteer.fold import TOKEN, joined

_OPEN = re.compile(r"[ \u00a0]|[-\u2010\u2011'\u2019]|")
_STOPPED = re.compile(r"\.[ \u00a0]?|\.-")
_BREAK = re.compile(r"[.!?\u2026:;\n\u2022]|[\"\u201c\u201e\u00ab][ ]?$|^[\"\u201c\u201e\u00ab]")
_SHOUTED = re.compile(r"(?:\b[^\W\d_a-z]{2,}\b\W{1,3}){2}[^\W\d_a-z]{2}")
_LINE = re.compile(r"[^\n]+")
_SHORT = 3
_LOUD = 0.6


class Words:
    """A text's words, by their numbers."""

    def __init__(self, text: str, lexis: Lexis) -> None:
        self.text = text
        self.lexis = lexis
        self.printed: list[str] = TOKEN.findall(text)
        self.forms: list[Form] = list(map(lexis.__getitem__, self.printed))
        self.gaps: list[str] = TOKEN.split(text)  # what stands before each word, and at the end
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for gap, word in zip(self.gaps, self.printed, strict=False):
            at += len(gap)
            self.starts.append(at)
            at += len(word)
            self.ends.append(at)

    def __len__(self) -> int:
        return len(self.forms)

    def gap(self, n: int) -> str:
        """What stands before a word, after the word before it."""
        return self.gaps[n]

    def open(self, n: int) -> bool:
        """Does a word follow the word before it without a break in meaning? A full stop is none
        after an initial or a title ("J. Smith", "Mr. Smith")."""
        if not 0 < n < len(self.printed):
            return False
        gap = self.gaps[n]
        if gap == " " or _OPEN.fullmatch(gap):
            return True
        return self.abbreviated(n - 1) and _STOPPED.fullmatch(gap) is not None

    def abbreviated(self, n: int) -> bool:
        """Is a word an initial or a short title, so that a full stop after it ends no sentence?"""
        printed = self.printed[n]
        if len(printed) == 1:
            return printed.isupper()
        short = len(printed) <= _SHORT and self.forms[n].shape == CAPITAL
        return short and bool(self.forms[n].classes & TITLE or not _vowel(self.forms[n].key))

    def first(self, n: int) -> bool:
        """Does a sentence begin with a word, so that its capital says nothing?"""
        if n == 0:
            return True
        gap = self.gaps[n]
        if gap == " ":
            return False
        return _BREAK.search(gap) is not None and not (
            self.abbreviated(n - 1) and _STOPPED.fullmatch(gap)
        )

    def joint(self, n: int) -> str | None:
        """How a word joins the word before in a known name; None if it does not."""
        if self.gaps[n] == " ":
            return " "
        return joined(self.text, (self.starts[n - 1], self.ends[n - 1]), self.starts[n])

    def capital(self, n: int) -> bool:
        """Is a word written with a capital?"""
        return CAPITAL <= self.forms[n].shape <= CAPITALS

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words that are written with a capital."""
        return [n for n, form in enumerate(self.forms) if CAPITAL <= form.shape <= CAPITALS]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(form.key for form in set(self.forms) if form.shape == SMALL)

    @cached_property
    def within(self) -> frozenset[str]:
        """The words that the text writes with a capital though no sentence begins there."""
        return frozenset(self.forms[n].key for n in self.capitals if not self.first(n))

    @cached_property
    def loud(self) -> frozenset[int]:
        """The words of the lines that stand in capitals: there an acronym cannot be told."""
        loud: set[int] = set()
        for line in _LINE.finditer(self.text) if _SHOUTED.search(self.text) else ():
            if _SHOUTED.search(line[0]):
                inside = range(
                    bisect_left(self.starts, line.start()), bisect_left(self.starts, line.end())
                )
                shouted = sum(self.forms[k].shape == CAPITALS for k in inside)
                letters = sum(SMALL <= self.forms[k].shape <= CAPITALS for k in inside)
                if shouted > 2 and shouted > _LOUD * letters:
                    loud.update(inside)
        return frozenset(loud)


def _vowel(key: str) -> bool:
    return any(
        char in "aeiouy\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f" for char in key
    )
