"""An answer, read once for all the questions that it is held against: its sentences, their words,
and where the cues of `languages/*/responses.toml` stand. It knows no question.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from onrecord.languages.loader import language
from onrecord.languages.rules import Forms
from onrecord.languages.schema import FILES, Value
from onrecord.text.normalize import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|\?")
_SENTENCE = re.compile(r"(?<=[.?!])\s*(?=[^\W\d_a-z\u0430-\u044f]|\[|\")")
_RUN = re.compile(r"\w+")
_FIGURE = re.compile(r"\d")
_NONE: frozenset[tuple[str, str]] = frozenset()
_FILE = "responses"
_CUES = ("declines", "unknown", "returns", "hedge", "reply", "counter", "negation", "person")
_GIVEN = "given"
STEM = 6  # letters by which words of question and answer are compared
_MOST = 200  # sentences that are looked at
_LONGEST = 40_000  # characters


class Cue(NamedTuple):
    """A cue in an answer: its label, and the number of the sentence that it stands in."""

    label: str
    at: int


@dataclass(frozen=True, eq=False)
class Reading:
    """An answer: where its sentences stand, what they are in folded form, the words of each, their
    stems, its cues in the order of the lists, and the sentences in which what may be asked for is
    given, by kind. What hangs on no question is made once."""

    tag: str | None
    spans: tuple[tuple[int, int], ...]
    parts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]
    cues: tuple[Cue, ...]
    given: dict[str, frozenset[int]]

    @cached_property
    def said(self) -> list[str]:
        """All words of the answer."""
        return [word for words in self.words for word in words]

    @cached_property
    def begun(self) -> list[str]:
        """The beginnings of all words, by which they are compared."""
        return [word[:STEM] for word in self.said]

    @cached_property
    def known(self) -> frozenset[str]:
        """The beginnings, each once."""
        return frozenset(self.begun)

    @cached_property
    def so_far(self) -> list[frozenset[str]]:
        """The stems of each sentence and of all before it."""
        return list(accumulate(self.stems, operator.or_))

    @cached_property
    def pairs(self) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
        """Words that follow each other: in the first two sentences, and in all."""
        first = _NONE.union(*map(pairwise, self.words[:2]))
        return first, first.union(*map(pairwise, self.words[2:]))

    @cached_property
    def figures(self) -> list[bool]:
        """Has each sentence a figure?"""
        return [_FIGURE.search(part) is not None for part in self.parts]

    def counted(self, start: int, end: int) -> Counter[str]:
        """How often each cue stands in the sentences from `start` up to `end`."""
        return Counter(cue.label for cue in self.cues if start <= cue.at < end)


def read(answer: str, tag: str | None) -> Reading:
    """Reads an answer."""
    spans = sentences_of(answer) or [(0, min(len(answer), _LONGEST))]
    folded = fold(answer[:_LONGEST])
    parts = tuple(folded[a:b] for a, b in spans)
    words = tuple(tuple(_WORD.findall(part)) for part in parts)
    starts, ends = [a for a, _ in spans], spans[-1][1]
    seen = folded[:ends]
    told = _found(seen, tag)
    cues = tuple(
        Cue(name if value is True else f"{name} {value}", bisect_right(starts, at) - 1)
        for name in _CUES
        for at, value in told.get(name, ())
    )
    given: dict[str, set[int]] = {}
    for at, value in told.get(_GIVEN, ()):
        for kind in str(value).split():
            given.setdefault(kind, set()).add(bisect_right(starts, at) - 1)
    stems = tuple(frozenset(word[:STEM] for word in each) for each in words)
    kinds = {kind: frozenset(at) for kind, at in given.items()}
    return Reading(tag, tuple(spans), parts, words, stems, cues, kinds)


def _found(folded: str, tag: str | None) -> dict[str, list[tuple[int, Value]]]:
    """Where forms of the lists stand in a text, by list: one walk over its words for all lists
    whose first words are known."""
    forms, opening = lists(tag), _openings(tag)
    found: dict[str, list[tuple[int, Value]]] = {}
    for name in (*_CUES, _GIVEN):
        if forms[name].firsts is None:
            found[name] = [(at, value) for at, _, value in forms[name].find(folded)]
    ends = dict.fromkeys(forms, 0)
    for word in _RUN.finditer(folded):
        for name in opening.get(word[0], ()):
            at = word.start()
            here = forms[name].at(folded, at) if at >= ends[name] else None
            if here is not None:
                ends[name] = here[0]
                found.setdefault(name, []).append((at, here[1]))
    return found


@cache
def _openings(tag: str | None) -> dict[str, list[str]]:
    """The lists of which a form begins with a word."""
    found: dict[str, list[str]] = {}
    for name in (*_CUES, _GIVEN):
        for word in lists(tag)[name].firsts or ():
            found.setdefault(word, []).append(name)
    return found


@cache
def lists(tag: str | None) -> dict[str, Forms]:
    """The lists of words of a language."""
    words = language(tag)
    return {name: words.forms(_FILE, name) for name in sorted(FILES[_FILE])}


def sentences_of(answer: str) -> list[tuple[int, int]]:
    """Where the sentences of an answer stand, without the white space around them."""
    found: list[tuple[int, int]] = []
    start = 0
    text = answer[:_LONGEST]
    for end in [*(m.start() for m in _SENTENCE.finditer(text)), len(text)]:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if piece.strip() and len(found) < _MOST:
            found.append((left, left + len(piece.strip())))
        start = end
    return found


@lru_cache(32)  # a question is asked for its words by several measures
def tokens(text: str) -> tuple[str, ...]:
    """
    >>> tokens("Don’t you?")
    ("don't", 'you', '?')
    """
    return tuple(_WORD.findall(fold(text)))
