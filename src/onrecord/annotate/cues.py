"""Forms of a file of words, found in one walk over the words of a text, the longest first.

A form is a small regular expression that stands for a few words in a row. Besides what can be
listed it may have `\\w*` at the end of a word (any ending), and `(?:\\w+ ){0,3}` before a word (up
to three words of any kind). `(?:\\w+ ){0,20}` stands before the particle with which a verb of two
parts ends its clause: only the first part is the cue. `(?:\\w+ ){0,19}` stands between a noun and
the verb that ends its clause: only the verb is the cue. It knows no language: the words are in
`languages/*/*.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.lexicon import WORD, expanded, listable, words_of
from onrecord.languages.loader import language
from onrecord.languages.schema import FILES
from onrecord.text.normalize import fold

_ENDING = r"\w*"
_GAP = r"(?:\w+ ){0,3}"
_FAR = r"(?:\w+ ){0,20}"
_BEHIND = r"(?:\w+ ){0,19}"
_STEM, _ANY = "zqstem", "zqany"  # what stands for them while a form is taken apart
_PARTED, _LATER = "zqparted", "zqlater"
_LONGEST_GAP = 3
_FARTHEST = 20
_KEPT = 50_000
_SPECIAL = re.compile(r"\\.|\[[^\]]*\]|[()| ]")


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


class _Node:
    """Where the words read so far may lead; it has only what is there, for there are many."""

    __slots__ = ("end", "exact", "far", "gap", "sizes", "stems")

    def __init__(self) -> None:
        self.exact: dict[str, _Node] | None = None
        self.stems: dict[str, _Node] | None = None
        self.sizes: tuple[int, ...] = ()  # of the stems, the longest first
        self.gap: _Node | None = None
        self.far: _Node | None = None
        self.end: list[_End] | None = None

    def add(self, words: Sequence[str], end: _End) -> None:
        """A form with the words that are left of it; the first form of a list decides."""
        node = self
        for word in words:
            node = node._step(word)
        if node.end is None:
            node.end = [end]
        elif end.list not in {known.list for known in node.end}:
            node.end.append(end)

    def _step(self, word: str) -> _Node:
        """The node after a word of a form, made where it is not there yet."""
        if word == _ANY:
            self.gap = self.gap or _Node()
            return self.gap
        if word in (_PARTED, _LATER):
            self.far = self.far or _Node()
            return self.far
        if not word.endswith(_STEM):
            if self.exact is None:
                self.exact = {}
            return _made(self.exact, word)
        if self.stems is None:
            self.stems = {}
        stem = word.removesuffix(_STEM)
        found = _made(self.stems, stem)
        if len(stem) not in self.sizes:
            self.sizes = tuple(sorted((*self.sizes, len(stem)), reverse=True))
        return found

    def by_stem(self, word: str) -> Iterator[_Node]:
        """The nodes that the beginning of a word of a text leads to."""
        if self.stems is not None:
            for size in self.sizes:
                if 1 < size <= len(word):
                    found = self.stems.get(word[:size])
                    if found is not None:
                        yield found


def _made(nodes: dict[str, _Node], word: str) -> _Node:
    found = nodes.get(word)
    if found is None:
        found = nodes[word] = _Node()
    return found


class _Form:
    """A form of a list, taken apart when a text has a word that it begins with."""

    __slots__ = ("_listed", "form", "list", "text", "value")

    def __init__(self, list_: str, value: str, form: str) -> None:
        plain = form.replace(_FAR, f"{_PARTED} ").replace(_BEHIND, f"{_LATER} ")
        self.text = plain.replace(_GAP, f"{_ANY} ").replace(_ENDING, _STEM)
        self.list, self.value, self.form = list_, value, form
        self._listed: dict[str, list[tuple[str, ...]]] | None = None

    def firsts(self) -> set[str]:
        """The words that it may begin with."""
        head = _head(self.text)
        if head is not None:
            found = [WORD.match(fold(one)) for one in expanded(head) or ()]
            words = {match[0] for match in found if match}
            if words and None not in found:
                return words
        return set(self.listed())

    def listed(self) -> dict[str, list[tuple[str, ...]]]:
        """All words that it stands for, by the first."""
        if self._listed is None:
            self._listed = {}
            for one in expanded(self.text) or ():
                words = words_of(one)
                self._listed.setdefault(words[0], []).append(words)
        return self._listed


def _head(form: str) -> str | None:
    """What stands before the first blank of a form; None where it is only one of several."""
    depth, end = 0, None
    for found in _SPECIAL.finditer(form):
        mark = found[0]
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        elif mark == "|" and not depth:
            return None
        elif mark == " " and not depth and end is None:
            end = found.start()
    return form[:end]


class Cues:
    """The lists of a file of a language, or `only` one of them."""

    def __init__(self, tag: str | None, file: str, only: str | None = None) -> None:
        self._forms: dict[str, list[_Form]] = {}  # by the word that they begin with
        self._stems: dict[str, list[_Form]] = {}  # by the beginning of that word
        self._sizes: tuple[int, ...] = ()  # of the stems among these words, the longest first
        self._nodes: dict[str, tuple[_Node, ...]] = {}  # that a word of a text leads to
        words = language(tag)
        joining = words.listed("clauses", "conjunction")
        self._closing = frozenset(w for form in joining for w in expanded(form) or ())
        for name in sorted(FILES[file]) if only is None else (only,):
            for form, value in words.listed(file, name).items():
                self._add(_Form(name, str(value), form))
        self._sizes = tuple(sorted({len(stem) for stem in self._stems}, reverse=True))
        self._made: dict[str, _Node] = {}

    def _add(self, form: _Form) -> None:
        if not listable(form.text):
            raise DataError(f"form {form.form!r}: cannot be listed")
        for word in form.firsts():
            if word in (_ANY, _PARTED, _LATER):
                raise DataError(f"form {form.form!r}: begins with a gap")
            stem = word.endswith(_STEM)
            forms, first = (self._stems, word.removesuffix(_STEM)) if stem else (self._forms, word)
            forms.setdefault(first, []).append(form)

    def _opened(self, word: str) -> tuple[_Node, ...]:
        """What may follow a word of a text, where forms begin with it or with its beginning."""
        firsts = [word] if word in self._forms else []
        stems = (word[:size] for size in self._sizes if 1 < size <= len(word))
        firsts += [stem + _STEM for stem in stems if stem in self._stems]
        found = tuple(map(self._node, firsts))
        if len(self._nodes) < _KEPT:
            self._nodes[word] = found
        return found

    def _node(self, first: str) -> _Node:
        """What follows the first word of forms, made when a text has it."""
        node = self._made.get(first)
        if node is None:
            node = self._made[first] = _Node()
            stem = first.endswith(_STEM)
            for form in self._stems[first.removesuffix(_STEM)] if stem else self._forms[first]:
                for words in form.listed()[first]:
                    node.add(words[1:], _End(form.list, form.value, _of_cue(words)))
        return node

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Cue]:
        """The cues among the folded words `first` to `last`; they do not overlap, but a form that
        stands in several lists is a cue of each."""
        at = first
        nodes = self._nodes
        while at < last:
            if nodes.get(words[at]) == ():
                at += 1
                continue
            found = self.at(words, at, last)
            yield from found
            at = found[0].last if found else at + 1

    def knows(self, word: str) -> bool:
        """Does a form begin with a word?"""
        return word in self._forms

    def at(self, words: Sequence[str], at: int, last: int) -> list[Cue]:
        """The longest form that begins with a word, as a cue of each of its lists."""
        nodes = self._nodes.get(words[at])
        best = None
        for node in self._opened(words[at]) if nodes is None else nodes:
            found = self._longest(node, words, at + 1, last)
            if found and (best is None or found[0] > best[0]):
                best = found
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
        best = None if node.end is None else (at, node.end)
        if at < last:
            after = None if node.exact is None else node.exact.get(words[at])
            if after is not None:
                best = self._longest(after, words, at + 1, last) or best
            for after in node.by_stem(words[at]) if node.stems else ():
                found = self._longest(after, words, at + 1, last)
                if found and (best is None or found[0] > best[0]):
                    best = found
        if node.gap is None and node.far is None:
            return best
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
