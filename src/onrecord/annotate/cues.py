"""Forms of a file of words, found in one walk over the words of a text, the longest first.

A form is a small regular expression that stands for a few words in a row. Besides what can be
listed it may have `\\w*` at the end of a word (any ending), and `(?:\\w+ ){0,3}` before a word (up
to three words of any kind). `(?:\\w+ ){0,20}` stands before the particle with which a verb of two
parts ends its clause: only the first part is the cue. `(?:\\w+ ){0,19}` stands between a noun and
the verb that ends its clause: only the verb is the cue. It knows no language: the words are in
`languages/*/*.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import category

from onrecord.errors import DataError
from onrecord.languages.forms import parts
from onrecord.languages.lexicon import expanded, listable, words_of
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
_ASIDES, _LONGEST_ASIDE = 3, 9  # how many, and their words
_ROW = 5  # words from a comma to the conjunction that ends its row
_CLOSES = {",": ",", "(": ")"}
_KEPT = 50_000
_CURRENCY = "Sc"  # the category of signs of currencies
_GAPS = (_ANY, _PARTED, _LATER)


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


class _State(NamedTuple):
    """How far a form has been read: in which of its parts, which words of that part are left, how
    many words are the cue, and whether those to come are."""

    form: _Form
    part: int
    left: tuple[str, ...]
    words: int = 0
    later: bool = False

    def after(self, word: str, depth: int) -> _State:
        """The state after its next word, which is the one of that number."""
        words, later = self.words - self.later, self.later or word == _LATER
        if word == _PARTED and not words:
            words = depth
        return _State(self.form, self.part, self.left[1:], words, later)


class _Node:
    """What may follow the words read so far. What comes after that is told when a text has it: all
    that the forms stand for would be many times more than any text needs."""

    __slots__ = ("_depth", "_states", "end", "exact", "far", "gap", "plain", "sizes", "stems")

    def __init__(self, states: Iterable[_State], depth: int) -> None:
        self._depth = depth
        self._states: dict[str, list[_State]] = {}
        self.exact: dict[str, _Node | None] = {}
        self.stems: dict[str, _Node | None] = {}
        self.end: list[_End] | None = None
        for state in states:
            self._open(state)
        self.sizes = tuple(sorted({len(stem) for stem in self.stems}, reverse=True))
        self.gap, self.far = self._after(_ANY), self._after(_PARTED, _LATER)
        # does nothing but one of some words lead on?
        self.plain = not (self.end or self.stems or self.gap or self.far)

    def _open(self, state: _State) -> None:
        if not state.left:
            part = state.part + 1
            if part == len(state.form.parts):
                self._finish(_End(state.form.list, state.form.value, state.words))
                return
            for left in words_of_part(state.form.parts[part]):
                self._open(_State(state.form, part, left, state.words, state.later))
            return
        word = state.left[0]
        self._states.setdefault(word, []).append(state.after(word, self._depth))
        if word.endswith(_STEM):
            self.stems[word.removesuffix(_STEM)] = None
        elif word not in _GAPS:
            self.exact[word] = None

    def _finish(self, end: _End) -> None:
        if self.end is None:
            self.end = [end]
        elif end.list not in {known.list for known in self.end}:  # the first of a list decides
            self.end.append(end)

    def _after(self, *words: str) -> _Node | None:
        states = [state for word in words for state in self._states.pop(word, ())]
        return _Node(states, self._depth + 1) if states else None

    def by_word(self, word: str) -> _Node:
        """The node after a word that is known to follow."""
        found = self.exact[word]
        if found is None:
            found = self.exact[word] = _Node(self._states.pop(word), self._depth + 1)
        return found

    def by_stem(self, word: str) -> Iterator[_Node]:
        """The nodes that the beginning of a word of a text leads to, the longest first."""
        for size in self.sizes:
            if 1 < size <= len(word) and word[:size] in self.stems:
                stem = word[:size]
                found = self.stems[stem]
                if found is None:
                    states = self._states.pop(stem + _STEM)
                    found = self.stems[stem] = _Node(states, self._depth + 1)
                yield found


class _Form:
    """A form of a list, in the parts that blanks set apart."""

    __slots__ = ("list", "parts", "value")

    def __init__(self, name: str, value: str, form: str) -> None:
        plain = form.replace(_FAR, f"{_PARTED} ").replace(_BEHIND, f"{_LATER} ")
        plain = plain.replace(_GAP, f"{_ANY} ").replace(_ENDING, _STEM)
        if not listable(plain):
            raise DataError(f"form {form!r}: cannot be listed")
        self.parts = parts(plain)
        self.list, self.value = name, value


@lru_cache(20_000)  # one verb in all its forms begins many a form
def words_of_part(part: str) -> tuple[tuple[str, ...], ...]:
    """The words that a part of a form stands for.

    >>> words_of_part("(?:take|took)"), words_of_part("(?:not )?too")
    ((('take',), ('took',)), (('not', 'too'), ('too',)))
    """
    return tuple(words_of(one) for one in expanded(part) or ())


class Cues:
    """The lists of a file of a language, or `only` one of them."""

    def __init__(self, tag: str | None, file: str, only: str | None = None) -> None:
        words = language(tag)
        joining = words.listed("clauses", "conjunction")
        self._closing = frozenset(w for form in joining for w in expanded(form) or ())
        forms = (
            _Form(name, str(value), form)
            for name in (sorted(FILES[file]) if only is None else (only,))
            for form, value in words.listed(file, name).items()
        )
        self._root = _Node((_State(form, -1, ()) for form in forms), 0)
        if self._root.gap or self._root.far or self._root.end:
            raise DataError(f"{file}: a form begins with a gap, or has no word")
        self._nodes: dict[str, tuple[_Node, ...]] = {}  # that a word of a text leads to

    def _opened(self, word: str) -> tuple[_Node, ...]:
        """What may follow a word of a text, where forms begin with it or with its beginning."""
        root = self._root
        exact = (root.by_word(word),) if word in root.exact else ()
        found = (*exact, *root.by_stem(word))
        if len(self._nodes) < _KEPT:
            self._nodes[word] = found
        return found

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Cue]:
        """The cues among the folded words `first` to `last`; they do not overlap, but a form that
        stands in several lists is a cue of each."""
        at = first
        known = self._nodes.get
        while at < last:
            nodes = known(words[at])
            if nodes is None:
                nodes = self._opened(words[at])
            best = self._best(nodes, words, at, last) if nodes else None
            if best is None:
                at += 1
                continue
            found = _told(best, at)
            yield from found
            at = found[0].last

    def knows(self, word: str) -> bool:
        """Does a form begin with a word?"""
        return word in self._root.exact

    def at(self, words: Sequence[str], at: int, last: int) -> list[Cue]:
        """The longest form that begins with a word, as a cue of each of its lists."""
        nodes = self._nodes.get(words[at])
        if nodes is None:
            nodes = self._opened(words[at])
        best = self._best(nodes, words, at, last) if nodes else None
        return [] if best is None else _told(best, at)

    def _best(
        self, nodes: tuple[_Node, ...], words: Sequence[str], at: int, last: int
    ) -> tuple[int, list[_End]] | None:
        best = None
        after = words[at + 1] if at + 1 < last else ""
        for node in nodes:
            if node.plain and after not in node.exact:
                continue
            found = self._longest(node, words, at + 1, last)
            if found and (best is None or found[0] > best[0]):
                best = found
        return best

    def _longest(
        self, node: _Node, words: Sequence[str], at: int, last: int
    ) -> tuple[int, list[_End]] | None:
        best = None if node.end is None else (at, node.end)
        if at < last:
            if words[at] in node.exact:
                best = self._longest(node.by_word(words[at]), words, at + 1, last) or best
            for after in node.by_stem(words[at]) if node.sizes else ():
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
            yield from ((node.far, n) for n in _far_gaps(words, at, last, self._closing))

    def _closes(self, words: Sequence[str], at: int, last: int) -> bool:
        """Does a clause end before a word: at a mark or a conjunction?"""
        return at >= last or not words[at][0].isalnum() or words[at] in self._closing


def _told(found: tuple[int, list[_End]], at: int) -> list[Cue]:
    """The longest form at a word, as a cue of each of its lists."""
    last, ends = found
    return [
        Cue(e.list, e.value, last + e.words, last)
        if e.words < 0
        else Cue(e.list, e.value, at, at + e.words if e.words else last)
        for e in ends
    ]


def _gaps(words: Sequence[str], at: int, last: int, most: int) -> Iterator[int]:
    """How many words a gap may skip; a compound with hyphens is one, an elided word ("l'"), a
    number with its point, and a sum with the sign of its currency too."""
    yield 0
    n = at
    for _ in range(most):
        if n + 1 < last and category(words[n][0]) == _CURRENCY and words[n + 1][0].isdecimal():
            n += 1
        if n >= last or not words[n][0].isalnum():
            return
        n += 2 if n + 1 < last and words[n + 1] == "'" else 1
        if n < last and words[n] == "." and words[n - 1].isdecimal():
            n += 1
        while n + 1 < last and words[n] == "-" and words[n + 1][0].isalnum():
            n += 2
        yield n - at


def _far_gaps(words: Sequence[str], at: int, last: int, joining: frozenset[str]) -> Iterator[int]:
    """How many words the gap before a particle may skip: what stands aside, between two commas or
    in brackets, and a row that a conjunction ends, too."""
    n: int | None = at
    for _ in range(_ASIDES):
        if n is None or n - at > _FARTHEST:
            return
        size = 0
        for size in _gaps(words, n, last, _FARTHEST):
            yield n + size - at
        n = _aside(words, n + size, last, joining)


def _aside(words: Sequence[str], n: int, last: int, joining: frozenset[str]) -> int | None:
    """Where words go on after what stands aside at a word: a remark in brackets, an apposition
    between commas, the day of a date."""
    closes = _CLOSES.get(words[n]) if n < last else None
    if closes is None:
        return None
    if closes == "," and n + 1 < last and words[n + 1].isdecimal():
        return n + 1
    if closes == "," and not joining.isdisjoint(words[n + 2 : n + _ROW]):
        return n + 1
    for k in range(n + 1, min(n + _LONGEST_ASIDE, last)):
        if words[k] == closes:
            return k + 1
    return None


@cache
def cues(tag: str | None, file: str, only: str | None = None) -> Cues:
    """The lists of a file of a language, or of the nearest parent that has a folder; or `only` one
    of them, where the forms of several overlap."""
    return Cues(tag, file, only)
