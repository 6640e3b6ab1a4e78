"""A statement as acts are read from it: its words, its sentences, the words that build clauses, and
the parties that are named in it. Made once for a document, whatever layers are asked for.

It knows no word of a language: `languages/*/clauses.toml` has them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from onrecord.annotate import entities, times
from onrecord.annotate.cues import Cue, Cues, cues
from onrecord.annotate.document import Document
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.regions import state_adjectives
from onrecord.languages.lexicon import WORD, expanded
from onrecord.languages.loader import language
from onrecord.records import Annotation, Span
from onrecord.text.normalize import fold
from onrecord.text.sentences import sentences

_PARTICIPLE, _FINITE = "participle", "finite"  # endings, and words that only look like one
STRONG = frozenset(';:!?"(')
_DAY, _MONTH = len("2019-10-09"), len("2019-10")
_AROUND = 60  # words before a sentence in which the other side may have been named
_STATELY = ("state", "person", "office", "organisation")
_PRONOUN_AND_VERB = ("joint", "verb")
_ACTS = ("events", "commitments", "positions")
_VERBAL = ("auxiliary", "saying")
_HELPING = ("future", "intended", "hypothetical", "must", "be", "have", "is", "True")
_DOING = ("v", "act", "t", "r", "w", "p", "to", "ask", "modal", "will", "aim", "m")


class Sentence(NamedTuple):
    """The words of a sentence, and what builds its clauses, by the number of the word."""

    first: int
    last: int
    marks: Mapping[int, tuple[Cue, ...]]
    cues: tuple[Cue, ...]


_PARTIES = frozenset({"actor", "joint", "several", "me", "us", "third"})  # of `clauses`


class Reading:
    """A document, taken apart."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        folded = fold(document.text)
        spans = [found.span() for found in WORD.finditer(folded)]
        self.words = [folded[start:stop] for start, stop in spans]
        self.starts = [start for start, _ in spans]
        self.stops = [stop for _, stop in spans]
        told = language(document.language).forms("clauses", "questioner")
        endings = language(document.language).listed("clauses", "ending")
        self._verbs: dict[int, frozenset[int]] = {}
        self._acts: dict[tuple[str, int, int], tuple[Cue, ...]] = {}
        self._endings: dict[str, list[str]] = {str(value): [] for value in endings.values()}
        for form, value in endings.items():
            self._endings[str(value)] += expanded(form) or ()
        grammar = language(document.language).info.clauses
        self.agrees, self.inflects, self.drops = grammar.agrees, grammar.inflects, grammar.drops
        self.inverts, self.fences = grammar.inverts, grammar.fences
        self.asking = bool(document.speaker and told and told.opens(document.speaker))
        self.joined: dict[int, Any] = {}  # what `joins` finds, by the sentence
        self.entities = _by_word(entities.annotate(document), self.starts)
        self.times = tuple(times.annotate(document))
        self.sentences = tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        known = cues(self.document.language, "clauses")
        for span in sentences(self.text, self.document.language):
            first = bisect_left(self.starts, span.start)
            last = bisect_left(self.starts, span.end)
            if first < last:
                found = tuple(self._builders(known, first, last))
                marks: dict[int, tuple[Cue, ...]] = {}
                for cue in found:
                    for n in range(cue.first, cue.last):
                        marks[n] = (*marks.get(n, ()), cue)
                yield Sentence(first, last, marks, found)

    def _builders(self, known: Cues, first: int, last: int) -> Iterator[Cue]:
        """The words that build clauses; of a pronoun with its verb only the pronoun."""
        at = first
        while at < last:
            found = known.at(self.words, at, last)
            if found and (found[0].list, found[0].value) == _PRONOUN_AND_VERB:
                found = [found[0]._replace(last=at + 1)]
            yield from found
            at = found[0].last if found else at + 1

    def acts(self, file: str, sentence: Sentence) -> tuple[Cue, ...]:
        """The cues of a file in a sentence, looked for once."""
        place = (file, sentence.first, sentence.last)
        known = self._acts.get(place)
        if known is None:
            found: dict[int, Cue] = {}
            for cue in cues(self.document.language, file).find(self.words, *sentence[:2]):
                found.setdefault(cue.first, cue)
            known = self._acts[place] = tuple(found[first] for first in sorted(found))
        return known

    def verbs(self, sentence: Sentence) -> frozenset[int]:
        """The words of a sentence that are verbs: helping ones, those of saying, and those of the
        lexicon; none that is written as a noun."""
        known = self._verbs.get(sentence.first)
        if known is None:
            helping = (c for c in sentence.cues if c.list in _VERBAL and c.value in _HELPING)
            acts = (c for file in _ACTS for c in self.acts(file, sentence) if c.value in _DOING)
            known = frozenset(
                n
                for c in (*helping, *acts)
                for n in ((c.first, c.last - 1) if c.list in _VERBAL else (c.first,))
                if n == sentence.first or not self.text[self.starts[n]].isupper()
            )
            self._verbs[sentence.first] = known
        return known

    @cached_property
    def national(self) -> frozenset[int]:
        """The words that are the adjective of a state or the name of its people."""
        known = state_adjectives()
        return frozenset(n for n, word in enumerate(self.words) if key(word) in known)

    @cached_property
    def busy(self) -> frozenset[int]:
        """The words of a statement that may be a party, or begin one: names, pronouns, nouns for
        who acts, and what is told of a state."""
        marked = (c for sentence in self.sentences for c in sentence.cues if c.list in _PARTIES)
        return self.national.union(
            self.entities, (n for c in marked for n in range(c.first, c.last))
        )

    def marked(self, sentence: Sentence, word: int, *lists: str) -> str | None:
        """The value of a word that stands in one of some lists of `clauses`."""
        for cue in sentence.marks.get(word, ()):
            if cue.list in lists:
                return cue.value
        return None

    def alone(self, word: int, name: str) -> bool:
        """Does a word, whatever stands around it, stand in a list of `clauses`?"""
        known = cues(self.document.language, "clauses").at(self.words, word, word + 1)
        return any(cue.list == name for cue in known)

    def ends(self, word: int, value: str) -> bool:
        """Has a word the ending of a form, as `present` or `past` for a participle?"""
        if not self.words[word].endswith(tuple(self._endings.get(value, ()))):
            return False
        return value != _PARTICIPLE or self.words[word] not in self._endings.get(_FINITE, ())

    def holds(self, word: int, value: str) -> bool:
        """Has a word letters of a form within it, as a particle between two parts of a verb?"""
        return any(some in self.words[word][2:-2] for some in self._endings.get(value, ()))

    def abroad(self, sentence: Sentence) -> bool:
        """Is another state, or a body of several, spoken of around a sentence? Of a paragraph that
        stands alone that is not known: it may have been named before."""
        home = self.document.country
        return "\n" not in self.document.text or any(
            m["country"] not in (None, home) or (m["kind"] == "organisation" and m["entity"])
            for n in range(max(0, sentence.first - _AROUND), sentence.last)
            for m in self.entities.get(n, ())
            if m["kind"] in _STATELY and m["country"] != home
        )

    def unmarked(self, word: int) -> bool:
        """Is a word the bare form of a verb that has another with the ending of one subject?"""
        return self.agrees and any(
            cues(self.document.language, "events").knows(self.words[word] + ending)
            for ending in self._endings.get("third", ())
        )

    def span(self, first: int, last: int) -> Span:
        """Where words stand in the text."""
        return Span(self.starts[first], self.stops[last - 1])

    def when(self, first: int, last: int, only: bool = False) -> str | None:
        """The first date that words hold, or None; `only`: None too where they hold several."""
        start, end = self.starts[first], self.stops[last - 1]
        found = [
            str(time.value["value"])
            for time in self.times
            if start <= time.span.start < end and time.value.get("start")
        ]
        found = [value[:_DAY] for value in found if value[:4].isdecimal()]
        return found[0] if found and not (only and len(found) > 1) else None

    def ours(self, states: Iterable[str | None]) -> bool:
        """Is one of some states the one for which the document speaks?"""
        return self.document.country is not None and self.document.country in states

    def ahead(self, first: int, last: int) -> bool:
        """Do words hold a day or a month that ends after the document was made?"""
        made, start, end = self.document.date, self.starts[first], self.stops[last - 1]
        return made is not None and any(
            start <= time.span.start < end
            and len(str(time.value["value"])) >= _MONTH
            and str(time.value.get("end") or "")[:_DAY] > made[:_DAY]
            for time in self.times
        )

    def today(self, first: int, last: int) -> bool:
        """Do words hold an hour of the day of the document?"""
        made, start, end = self.document.date, self.starts[first], self.stops[last - 1]
        return made is not None and any(
            start <= time.span.start < end
            and str(time.value["value"]).startswith(f"{made[:_DAY]}T")
            for time in self.times
        )


def _by_word(found: Iterator[Annotation], starts: list[int]) -> dict[int, list[dict[str, Any]]]:
    """Mentions by their first word, the longest first; `words` is the first and the last. A name
    within a word, as in scripts without blanks, has the whole of it."""
    named: dict[int, list[dict[str, Any]]] = {}
    for mention in found:
        first = max(bisect_right(starts, mention.span.start) - 1, 0)
        last = max(bisect_left(starts, mention.span.end), first + 1)
        named.setdefault(first, []).append({**mention.value, "words": (first, last)})
    for some in named.values():
        some.sort(key=lambda m: -m["words"][1])
    return named


@lru_cache(maxsize=2)
def reading(document: Document) -> Reading:
    """A document, taken apart; kept for the layers that come next."""
    return Reading(document)
