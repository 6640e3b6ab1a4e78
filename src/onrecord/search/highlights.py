"""Where the words of a query stand in a text: found again with the analysis that indexed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from onrecord.records import Span
from onrecord.search import analysis, openings
from onrecord.search.planning import PAIRED, reach
from onrecord.search.query.nodes import And, Bag, Fuzzy, Node, Or, Phrase, Prefix, Word
from onrecord.search.shadows import shadow
from onrecord.search.suggestions import distance

Piece = Word | Prefix | Fuzzy | Phrase


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


class _Sought(NamedTuple):
    """What is looked for in texts of one language: the terms; how words begin that may have them,
    in a shadow and in any other text. `wholly`: all words of a text must be looked at."""

    wanted: set[str]
    known: analysis.Terms
    openings: tuple[str, ...]
    letters: tuple[str, ...]
    wholly: bool


def needs_words(node: Node) -> bool:
    """Is nothing found without a word or a phrase of the query?"""
    match node:
        case Bag() | Word() | Prefix() | Fuzzy() | Phrase():
            return True
        case And():
            return any(map(needs_words, node.nodes))
        case Or():
            return all(map(needs_words, node.nodes))
        case _:
            return False


class Marker:
    """Marks the words of one query in texts. `replaced`: what was taken for words that are not in
    the index."""

    def __init__(self, node: Node, replaced: Mapping[str, Sequence[str]]) -> None:
        self._words: list[str] = []
        self._exact: set[str] = set()
        self._prefixes: tuple[str, ...] = ()
        self._fuzzy: list[tuple[str, int]] = []
        self._phrases: list[tuple[list[str], int]] = []
        self._unspaced = False
        self._languages: dict[str | None, _Sought] = {}
        for piece in pieces(node):
            self._take(piece)
        for likes in replaced.values():
            self._exact.update(likes)
        self._inexact = bool(self._exact or self._prefixes or self._fuzzy)

    def _take(self, piece: Piece) -> None:
        runs = analysis.asked(piece.text)
        if isinstance(piece, Phrase):
            self._phrase([token for run in runs for token in run], piece.slop)
            return
        for run in runs:
            if run[0].gram:
                self._grams(run)
            elif run is runs[-1] and not isinstance(piece, Word):
                self._like_this(piece, analysis.bare(run[0].word))
            else:
                self._words.append(run[0].word)

    def _phrase(self, tokens: Sequence[analysis.Token], slop: int) -> None:
        if tokens:
            self._phrases.append(([analysis.bare(token.word) for token in tokens], slop))
            self._unspaced = self._unspaced or any(token.gram for token in tokens)

    def _grams(self, run: Sequence[analysis.Token]) -> None:
        for part in [run] if len(run) <= PAIRED else pairwise(run):
            self._phrase(part, 0)

    def _like_this(self, piece: Prefix | Fuzzy, word: str) -> None:
        if isinstance(piece, Prefix):
            self._prefixes = (*self._prefixes, word)
        else:
            allowed = reach(word) if piece.distance is None else piece.distance
            self._fuzzy.append((word, allowed))

    def marks(self, text: str, language: str | None) -> list[Span]:
        """Where the words of the query stand in a text, in order."""
        sought = self._languages.get(language)
        if sought is None:
            sought = self._languages[language] = self._sought(analysis.tag(language))
        if sought.wholly:
            return self._in_all(analysis.words(text), sought)
        shade = shadow(text)
        if shade is not None:
            found = openings.words(shade, sought.openings)
        else:
            text = shade = analysis.folded(text)
            found = openings.words_of_any_script(text, sought.letters)
        if self._inexact or self._phrases:
            return self._near(text, shade, found, sought)
        alien, known = sought.wanted.isdisjoint, sought.known
        if shade is text or text.isascii():
            return [Span(*m.span()) for m in found if not alien(known[m[0]])]
        spans = [match.span() for match in found]
        return [Span(a, b) for a, b in spans if not alien(known[analysis.folded(text[a:b])])]

    def _sought(self, tag: str) -> _Sought:
        wanted = {analysis.terms(word, tag)[0] for word in self._words}
        loose = bool(self._fuzzy) or any(slop for _, slop in self._phrases)
        wholly = loose or self._unspaced or openings.changed(tag)
        exact = (*self._exact, *self._prefixes, *(phrase[0] for phrase, _ in self._phrases))
        begin = {*map(openings.opening, wanted), *exact}
        return _Sought(
            wanted=wanted,
            known=analysis.known_terms(tag),
            openings=openings.sought(begin),
            letters=openings.letters((*self._words, *exact)),
            wholly=wholly,
        )

    def _near(
        self, text: str, shade: str, words: list[re.Match[str]], sought: _Sought
    ) -> list[Span]:
        """Of the candidates those that are meant, and the phrases that begin with one."""
        found: dict[int, Span] = {}
        for match in words:
            start, end = match.span()
            word = analysis.folded(text[start:end])
            if self._meant(word, sought):
                found[start] = Span(start, end)
            exact = analysis.bare_of(word)
            for phrase, _ in self._phrases:
                if phrase[0] == exact:
                    run = islice(analysis.matches(shade, start), len(phrase))
                    spans = [Span(*match.span()) for match in run]
                    if [analysis.bare_of(analysis.folded(text[s:e])) for s, e in spans] == phrase:
                        found |= {span.start: span for span in spans}
        return [found[place] for place in sorted(found)]

    def _in_all(self, words: list[re.Match[str]], sought: _Sought) -> list[Span]:
        """What has no opening that is sure: all words must be looked at."""
        found = {word.start(): word for word in words if self._meant(word[0], sought)}
        if self._phrases:
            exact = [analysis.bare_of(word[0]) for word in words]
            for phrase, slop in self._phrases:
                for n in _sequence(exact, phrase, slop):
                    found[words[n].start()] = words[n]
        return _joined(Span(*found[start].span()) for start in sorted(found))

    def _meant(self, word: str, sought: _Sought) -> bool:
        return not sought.wanted.isdisjoint(sought.known[word]) or (
            self._inexact and self._like(word)
        )

    def _like(self, word: str) -> bool:
        exact = analysis.bare_of(word)
        return (
            exact in self._exact
            or exact.startswith(self._prefixes)
            or any(distance(like, exact, most) <= most for like, most in self._fuzzy)
        )


class Fixed(Marker):
    """Marks one stretch that is known already; `base`: where the text begins."""

    def __init__(self, span: Span, base: int) -> None:
        self._span = Span(span.start - base, span.end - base)

    def marks(self, text: str, language: str | None) -> list[Span]:
        """That stretch."""
        return [self._span]


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
