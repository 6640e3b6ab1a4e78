"""What is said, in a language where the clause of it must be opened: by its conjunction, a colon,
quotation marks, or the particle of an infinitive. What follows a verb of saying without one of them
is its object or its subject, and nobody's words.

Works on words with their lists (`cue_words`): a word of `between` may stand between the verb and
what opens the clause; `to`: a name of who is addressed follows it; `clause` is the mark before a
conjunction, which a few words of any kind may precede. Knows no word.
"""

from __future__ import annotations

from onrecord.annotate.attribution import Attribution
from onrecord.annotate.subject_first import SubjectFirst
from onrecord.records import Span

_FAR = 8  # words from a verb to what opens its clause


class Complemented(SubjectFirst):
    """A sentence of such a language."""

    def _forward(self, n: int, source: Span | None, cue: Span) -> Attribution | None:
        """The content that follows a cue."""
        begin = self._opened(n + 1)
        if begin is None or begin >= len(self.words):
            return None
        content = self._content(begin, self._subordinate(source))
        if self.inside[begin]:
            at = self.words[begin].start
            quote = next(q for q in self.quotes if q.start <= at < q.end)
            content = self._span(quote.start, min(quote.end, self.stop))
        if content.end - content.start < 2:
            return None
        return Attribution((content,), source, cue, "before")

    def _noun(self, n: int) -> Attribution | None:
        """A noun of saying tells somebody's words only where it says whose: what follows it may
        as well be said of the noun."""
        found = super()._noun(n)
        return found if found and found.source else None

    def _opened(self, n: int) -> int | None:
        """Where the clause of what is said begins."""
        free = self._separated(n)
        for k in range(n, min(n + _FAR, len(self.words))):
            word = self.words[k]
            if self.inside[k]:
                return k
            if word.key == ":":
                return k + 1
            if "that" in word.tags and ("strong" in word.form or k == n):
                return k
            if k == n and self._infinitive(k):
                return k
            if "between" in word.tags:
                free = free or word.form == "to"
            elif word.mark or not free:
                return None
        return None

    def _infinitive(self, n: int) -> bool:
        """Does a particle open an infinitive, and no noun?"""
        after = self.words[n + 1] if n + 1 < len(self.words) else None
        return (
            "infinitive" in self.words[n].tags
            and after is not None
            and not after.mark
            and not after.capital
            and not after.tags & {"before_noun", "that"}
        )

    def _separated(self, n: int) -> bool:
        """Does the mark before a conjunction come before any other mark?"""
        mark = next((w for w in self.words[n : n + _FAR] if w.mark), None)
        return mark is not None and mark.form == "clause" and "between" in mark.tags
