"""Where the words of a query stand in a text: found again with the analysis that indexed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.records import Span
from onrecord.search import analysis
from onrecord.search.planning import PAIRED, reach
from onrecord.search.query.nodes import And, Bag, Fuzzy, Node, Or, Phrase, Prefix, Word
from onrecord.search.suggestions import distance

Piece = Word | Prefix | Fuzzy | Phrase
# Stemmers that take something away from the front of words.
_FRONT = ("ar",)


def pieces(node: Node) -> Iterator[Piece]:
    """The words and phrases that a hit may have been found by: not what must not be there, and no
    values of fields."""
    match node:
        case Bag():
            yield from node.words
        case Word() | Prefix() | Fuzzy() | Phrase():
            yield node
        case And() | Or():
            for each in node.nodes:
                yield from pieces(each)


class Marker:
    """Marks the words of one query in texts. `replaced`: what was taken for words that are not in
    the index."""

    def __init__(self, node: Node, replaced: Mapping[str, Sequence[str]]) -> None:
        self._words: set[str] = set()
        self._exact: set[str] = set()
        self._prefixes: tuple[str, ...] = ()
        self._fuzzy: list[tuple[str, int]] = []
        self._phrases: list[tuple[list[str], int]] = []
        self._stems: dict[str, set[str]] = {}
        for piece in pieces(node):
            self._take(piece)
        for likes in replaced.values():
            self._exact.update(likes)
        self._letters = {
            analysis.bare(word)[:1] for word in (*self._words, *self._exact, *self._prefixes)
        } - {""}

    def _take(self, piece: Piece) -> None:
        tokens = analysis.tokens(piece.text)
        if isinstance(piece, Phrase):
            self._phrases.append(([analysis.bare(t.word) for t in tokens], piece.slop))
            return
        for run in analysis.runs(tokens):
            if run[0].gram:
                self._grams([token.word for token in run])
            elif run[-1] is tokens[-1] and not isinstance(piece, Word):
                self._inexact(piece, analysis.bare(run[0].word))
            else:
                self._words.add(run[0].word)

    def _grams(self, run: list[str]) -> None:
        if len(run) <= PAIRED:
            self._phrases.append((run, 0))
        else:
            self._phrases.extend(([a, b], 0) for a, b in pairwise(run))

    def _inexact(self, piece: Prefix | Fuzzy, word: str) -> None:
        if isinstance(piece, Prefix):
            self._prefixes = (*self._prefixes, word)
        else:
            allowed = reach(word) if piece.distance is None else piece.distance
            self._fuzzy.append((word, allowed))

    def marks(self, text: str, language: str | None) -> list[Span]:
        """Where the words of the query stand in a text, in order."""
        tag = analysis.tag(language)
        if self._phrases or self._fuzzy or tag in _FRONT:
            return self._in_all(analysis.words(text), tag)
        if not self._letters:
            return []
        found = self._matching(list(analysis.candidates(text, self._letters)), tag)
        return [Span(*match.span()) for match in found]

    def _in_all(self, words: list[re.Match[str]], tag: str) -> list[Span]:
        """With phrases, and words that may begin otherwise: all words must be looked at."""
        found = {match.start(): match for match in self._matching(words, tag)}
        if self._phrases:
            exact = [analysis.bare_of(word[0]) for word in words]
            for phrase, slop in self._phrases:
                for n in _sequence(exact, phrase, slop):
                    found[words[n].start()] = words[n]
        return _joined(Span(*found[start].span()) for start in sorted(found))

    def _matching(self, words: Iterable[re.Match[str]], tag: str) -> Iterator[re.Match[str]]:
        known, wanted = analysis.known_terms(tag), self._wanted(tag)
        inexact = bool(self._exact or self._prefixes or self._fuzzy)
        for word in words:
            if not wanted.isdisjoint(known[word[0]]) or (inexact and self._like(word[0])):
                yield word

    def _like(self, word: str) -> bool:
        exact = analysis.bare_of(word)
        return (
            exact in self._exact
            or exact.startswith(self._prefixes)
            or any(distance(like, exact, most) <= most for like, most in self._fuzzy)
        )

    def _wanted(self, tag: str) -> set[str]:
        if tag not in self._stems:
            self._stems[tag] = {analysis.terms(word, tag)[0] for word in self._words}
        return self._stems[tag]


def _sequence(text: list[str], words: list[str], slop: int) -> Iterator[int]:
    """Places of the words where they stand together as the phrase wants them."""
    if not words:
        return
    wanted, width = set(words), len(words) + slop
    for n, word in enumerate(text):
        if word not in wanted:
            continue
        if slop == 0:
            if word == words[0] and text[n : n + width] == words:
                yield from range(n, n + width)
        elif wanted <= set(text[n : n + width]):
            yield from (k for k in range(n, min(n + width, len(text))) if text[k] in wanted)


def _joined(places: Iterable[Span]) -> list[Span]:
    """Neighbouring characters of unspaced text are one mark."""
    found: list[Span] = []
    for place in places:
        if found and found[-1].end == place.start:
            found[-1] = Span(found[-1].start, place.end)
        else:
            found.append(place)
    return found
