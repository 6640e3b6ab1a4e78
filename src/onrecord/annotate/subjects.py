"""Who says it, in a sentence of a language whose subject stands first: the noun phrase before a
verb, or that of the sentence where the verb has none of its own.

Works on words with their lists (`cue_words`); knows no word.
"""

from __future__ import annotations

from onrecord.annotate.spoken import Stretch
from onrecord.records import Span

FEW = 12  # words that a subject may have


class WithSubjects(Stretch):
    """A sentence and its subjects."""

    def _between(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last - 1].end)

    def _phrase_end(self, n: int) -> int:
        """The end of a noun phrase that begins at a word: the next mark or finite verb."""
        for k in range(n, min(n + 2 * FEW, len(self.words))):
            word = self.words[k]
            if k > n and (self._parts(k) or word.tags & {"that", "auxiliary", "stop"}):
                return k
        return min(n + 2 * FEW, len(self.words))

    def _parts(self, k: int) -> bool:
        """Does a mark end a noun phrase? Not a hyphen, an apostrophe, or the point of an
        abbreviation."""
        word = self.words[k]
        return word.mark and (word.key not in "'-.&" or k + 1 == len(self.words))

    def _source(self, first: int, n: int) -> Span | None:
        """Who says it. A form without a subject of its own has that of the sentence."""
        word = self.words[n]
        helped = any("passive" in w.tags for w in self.words[first:n])
        if word.form == "ing" and not helped:
            return self._after_comma(n) if n == 0 else self._main_subject(first)
        if any("infinitive" in w.tags for w in self.words[first:n]):
            return self._main_subject(first)
        return self._before(first)

    def _after_comma(self, n: int) -> Span | None:
        """The noun phrase after the first comma."""
        comma = next((k for k in range(n, len(self.words)) if self.words[k].key == ","), None)
        if comma is None or comma + 1 >= len(self.words):
            return None
        if "subject" in self.words[comma + 1].tags:
            return self._between(comma + 1, comma + 2)
        last = next((k for k in range(comma + 1, len(self.words)) if self._bounds(k)), 0)
        return self._between(comma + 1, last) if last > comma + 1 else None

    def _before(self, first: int) -> Span | None:
        """Who stands before a verb."""
        k = self._before_bracket(first) - 1
        if k < 0 or self.inside[k]:
            return None
        word = self.words[k]
        if word.tags & {"subject", "relative"}:
            return Span(word.start, word.end)
        if word.tags & {"coordinator"} or word.key == ",":
            if word.key == "," and not self._appositive(k):
                return None
            return self._main_subject(first)
        if word.mark:
            return self._main_subject(first)
        if "stop" in word.tags or "infinitive" in word.tags:
            return self._main_subject(first)
        if "before_noun" in word.tags:
            return None
        while k > 0 and not self._bounds(k - 1) and first - k < FEW:
            k -= 1
        return Span(self.words[k].start, self.words[first - 1].end)

    def _before_bracket(self, n: int) -> int:
        """Where brackets open that close right before a word; else the word itself."""
        if n and self.words[n - 1].key == ")":
            for k in range(n - 2, max(n - FEW, -1), -1):
                if self.words[k].key == "(":
                    return k
        return n

    def _bounds(self, k: int) -> bool:
        word = self.words[k]
        return (
            self.inside[k]
            or self._parts(k)
            or bool(word.tags & {"stop", "auxiliary", "that"})
            or word.form in ("finite", "ing")
        )

    def _appositive(self, comma: int) -> bool:
        """Does a comma before a verb close what was added to a name?"""
        return any(w.key == "," for w in self.words[:comma]) and self.words[0].capital

    def _main_subject(self, before: int) -> Span | None:
        """The first subject of the sentence."""
        k = 0
        while k < before and (self.inside[k] or self.words[k].mark):
            k += 1
        first = k
        for k in range(first, before):
            word = self.words[k]
            if self.inside[k]:
                continue
            if "subject" in word.tags:
                return Span(word.start, word.end)
            if word.tags & {"auxiliary"} or word.form == "finite" or word.key == ",":
                opens = self.words[first]
                named = opens.capital and not opens.tags & {"adjunct", "stop"}
                if k > first and named and k - first <= FEW:
                    return Span(self.words[first].start, self.words[k - 1].end)
                first = k + 1
        return None
