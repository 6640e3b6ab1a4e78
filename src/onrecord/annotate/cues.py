"""Forms of a file of words, found in one walk over the words of a text, the longest first.

A form is a small regular expression that stands for a few words in a row. Besides what can be
listed it may have `\\w*` at the end of a word (any ending), and `(?:\\w+ ){0,3}` before a word (up
to three words of any kind). `(?:\\w+ ){0,20}` stands before the particle with which a verb of two
parts ends its clause: only the first part is the cue. `(?:\\w+ ){0,19}` stands between a noun and
the verb that ends its clause: only the verb is the cue. It knows no language: the words are in
`languages/*/*.toml`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.lexicon import expanded, words_of
from onrecord.languages.loader import language
from onrecord.languages.schema import FILES

_ENDING = r"\w*"
_GAP = r"(?:\w+ ){0,3}"
_FAR = r"(?:\w+ ){0,20}"
_BEHIND = r"(?:\w+ ){0,19}"
_STEM, _ANY = "zqstem", "zqany"  # what stands for them while a form is taken apart
_PARTED, _LATER = "zqparted", "zqlater"
_LONGEST_GAP = 3
_FARTHEST = 20
_KEPT = 50_000


class Cue(NamedTuple):
    """Words `first` to `last` (half-open) that stand in a list, with the form's value."""

    list: str
    value: str
    first: int
    last: int


class _End(NamedTuple):
    """A list and a form's value; `words`: how many are the cue, 0 for all, below 0 those at the
    end."""

    list: str
    value: str
    words: int


@contextmanager
def _uncollected() -> Iterator[None]:
    """While so many nodes are made that all stay, looking for garbage among them is for nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Node:
    __slots__ = ("end", "exact", "far", "gap", "sizes", "stems")

    def __init__(self) -> None:
        self.exact: dict[str, _Node] = {}
        self.stems: dict[str, _Node] = {}
        self.sizes: tuple[int, ...] = ()  # of the stems, the longest first
        self.gap: _Node | None = None
        self.far: _Node | None = None
        self.end: list[_End] = []

    def step(self, word: str) -> _Node:
        """The node after a word of a form, made where it is not there yet."""
        if word == _ANY:
            self.gap = self.gap or _Node()
            return self.gap
        if word in (_PARTED, _LATER):
            self.far = self.far or _Node()
            return self.far
        if not word.endswith(_STEM):
            found = self.exact.get(word)
            if found is None:
                found = self.exact[word] = _Node()
            return found
        stem = word.removesuffix(_STEM)
        found = self.stems.get(stem)
        if found is None:
            found = self.stems[stem] = _Node()
            if len(stem) not in self.sizes:
                self.sizes = tuple(sorted((*self.sizes, len(stem)), reverse=True))
        return found

    def after(self, word: str) -> Iterator[_Node]:
        """The nodes that a word of a text leads to."""
        found = self.exact.get(word)
        if found is not None:
            yield found
        for size in self.sizes:
            if 1 < size <= len(word):
                found = self.stems.get(word[:size])
                if found is not None:
                    yield found


class Cues:
    """The lists of a file of a language, or `only` one of them."""

    def __init__(self, tag: str | None, file: str, only: str | None = None) -> None:
        self._root = _Node()
        self._first: dict[str, bool] = {}
        words = language(tag)
        joining = words.listed("clauses", "conjunction")
        self._closing = frozenset(w for form in joining for w in expanded(form) or ())
        with _uncollected():
            for name in sorted(FILES[file]) if only is None else (only,):
                for form, value in words.listed(file, name).items():
                    self._add(form, (name, str(value)))

    def _add(self, form: str, told: tuple[str, str]) -> None:
        plain = form.replace(_FAR, f"{_PARTED} ").replace(_BEHIND, f"{_LATER} ")
        plain = plain.replace(_GAP, f"{_ANY} ").replace(_ENDING, _STEM)
        listed = expanded(plain)
        if listed is None:
            raise DataError(f"form {form!r}: cannot be listed")
        for one in listed:
            node = self._root
            words = words_of(one)
            for word in words:
                node = node.step(word)
            if told[0] not in {end.list for end in node.end}:
                node.end.append(_End(*told, _of_cue(words)))

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Cue]:
        """The cues among the folded words `first` to `last`; they do not overlap, but a form that
        stands in several lists is a cue of each."""
        at = first
        opens = self._first
        while at < last:
            if not opens.get(words[at], True):
                at += 1
                continue
            found = self.at(words, at, last)
            yield from found
            at = found[0].last if found else at + 1

    def _opens(self, word: str) -> bool:
        known = self._first.get(word)
        if known is None:
            known = next(self._root.after(word), None) is not None
            if len(self._first) < _KEPT:
                self._first[word] = known
        return known

    def knows(self, word: str) -> bool:
        """Does a form begin with a word?"""
        return word in self._root.exact

    def at(self, words: Sequence[str], at: int, last: int) -> list[Cue]:
        """The longest form that begins with a word, as a cue of each of its lists."""
        if not self._opens(words[at]):
            return []
        best = self._longest(self._root, words, at, last)
        if best is None:
            return []
        last = best[0]
        return [
            Cue(e.list, e.value, last + e.words, last)
            if e.words < 0
            else Cue(e.list, e.value, at, at + e.words if e.words else last)
            for e in best[1]
        ]

    def _longest(
        self, node: _Node, words: Sequence[str], at: int, last: int
    ) -> tuple[int, list[_End]] | None:
        best = (at, node.end) if node.end else None
        if at < last:
            for after in node.after(words[at]):
                found = self._longest(after, words, at + 1, last)
                if found and (best is None or found[0] > best[0]):
                    best = found
        for gap, skipped in self._skips(node, words, at, last):
            found = self._longest(gap, words, at + skipped, last)
            if found is None or (gap is node.far and not self._closes(words, found[0], last)):
                continue
            if best is None or found[0] > best[0]:
                return found
        return best

    def _skips(
        self, node: _Node, words: Sequence[str], at: int, last: int
    ) -> Iterator[tuple[_Node, int]]:
        """The gaps after a node, with how many words each may skip."""
        if node.gap is not None:
            yield from ((node.gap, n) for n in _gaps(words, at, last, _LONGEST_GAP))
        if node.far is not None:
            yield from ((node.far, n) for n in _gaps(words, at, last, _FARTHEST))

    def _closes(self, words: Sequence[str], at: int, last: int) -> bool:
        """Does a clause end before a word: at a mark or a conjunction?"""
        return at >= last or not words[at][0].isalnum() or words[at] in self._closing


def _of_cue(words: Sequence[str]) -> int:
    """How many words of a form are the cue: 0 for all, below 0 those at the end."""
    if _PARTED in words:
        return words.index(_PARTED)
    return words.index(_LATER) + 1 - len(words) if _LATER in words else 0


def _gaps(words: Sequence[str], at: int, last: int, most: int) -> Iterator[int]:
    """How many words a gap may skip; a compound with hyphens is one, an elided word ("l'") and a
    number with its point too."""
    yield 0
    n = at
    for _ in range(most):
        if n >= last or not words[n][0].isalnum():
            return
        n += 2 if n + 1 < last and words[n + 1] == "'" else 1
        if n < last and words[n] == "." and words[n - 1].isdecimal():
            n += 1
        while n + 1 < last and words[n] == "-" and words[n + 1][0].isalnum():
            n += 2
        yield n - at


@cache
def cues(tag: str | None, file: str, only: str | None = None) -> Cues:
    """The lists of a file of a language, or of the nearest parent that has a folder; or `only` one
    of them, where the forms of several overlap."""
    return Cues(tag, file, only)
