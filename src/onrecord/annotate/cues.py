"""Forms of a file of words, found in one walk over the words of a text, the longest first.

A form is a small regular expression that stands for a few words in a row. Besides what can be
listed it may have `\\w*` at the end of a word (any ending), and `(?:\\w+ ){0,3}` before a word (up
to three words of any kind). It knows no language: the words are in `languages/*/*.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.lexicon import expanded, words_of
from onrecord.languages.loader import language
from onrecord.languages.schema import FILES

_ENDING = r"\w*"
_GAP = r"(?:\w+ ){0,3}"
_STEM, _ANY = "zqstem", "zqany"  # what stands for them while a form is taken apart
_LONGEST_GAP = 3
_KEPT = 50_000


class Cue(NamedTuple):
    """Words `first` to `last` (half-open) that stand in a list, with the form's value."""

    list: str
    value: str
    first: int
    last: int


class _Node:
    __slots__ = ("end", "exact", "gap", "sizes", "stems")

    def __init__(self) -> None:
        self.exact: dict[str, _Node] = {}
        self.stems: dict[str, _Node] = {}
        self.sizes: tuple[int, ...] = ()  # of the stems, the longest first
        self.gap: _Node | None = None
        self.end: list[tuple[str, str]] = []

    def step(self, word: str) -> _Node:
        """The node after a word of a form, made where it is not there yet."""
        if word == _ANY:
            self.gap = self.gap or _Node()
            return self.gap
        if word.endswith(_STEM):
            found = self.stems.setdefault(word.removesuffix(_STEM), _Node())
            self.sizes = tuple(sorted({len(stem) for stem in self.stems}, reverse=True))
            return found
        return self.exact.setdefault(word, _Node())

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
        for name in sorted(FILES[file]) if only is None else (only,):
            for form, value in words.listed(file, name).items():
                self._add(form, (name, str(value)))

    def _add(self, form: str, told: tuple[str, str]) -> None:
        plain = form.replace(_GAP, f"{_ANY} ").replace(_ENDING, _STEM)
        listed = expanded(plain)
        if listed is None:
            raise DataError(f"form {form!r}: cannot be listed")
        for one in listed:
            node = self._root
            for word in words_of(one):
                node = node.step(word)
            if told[0] not in {name for name, _ in node.end}:
                node.end.append(told)

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
        best = _longest(self._root, words, at, last)
        return [Cue(*told, at, best[0]) for told in best[1]] if best else []


def _longest(
    node: _Node, words: Sequence[str], at: int, last: int
) -> tuple[int, list[tuple[str, str]]] | None:
    best = (at, node.end) if node.end else None
    if at < last:
        for after in node.after(words[at]):
            found = _longest(after, words, at + 1, last)
            if found and (best is None or found[0] > best[0]):
                best = found
    if node.gap is not None:
        for skipped in _gaps(words, at, last):
            found = _longest(node.gap, words, at + skipped, last)
            if found and (best is None or found[0] > best[0]):
                best = found
                break
    return best


def _gaps(words: Sequence[str], at: int, last: int) -> Iterator[int]:
    """How many words a gap may skip; a compound with hyphens is one, an elided word ("l'") too."""
    yield 0
    n = at
    for _ in range(_LONGEST_GAP):
        if n >= last or not words[n][0].isalnum():
            return
        n += 2 if n + 1 < last and words[n + 1] == "'" else 1
        while n + 1 < last and words[n] == "-" and words[n + 1][0].isalnum():
            n += 2
        yield n - at


@cache
def cues(tag: str | None, file: str, only: str | None = None) -> Cues:
    """The lists of a file of a language, or of the nearest parent that has a folder; or `only` one
    of them, where the forms of several overlap."""
    return Cues(tag, file, only)
