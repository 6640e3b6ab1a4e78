"""Which words of a sentence are said or thought, by whom, by which cue: for languages that fence
off clauses with commas, whose verb stands second or last, and that have a mood of reported speech.

Works on words with their lists (`cue_words`) and quoted stretches (`quote_marks`); knows no word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from onrecord.annotate.attribution import Attribution
from onrecord.annotate.cue_words import VERBS, Word
from onrecord.annotate.quote_marks import MARKS
from onrecord.annotate.spoken import Stretch
from onrecord.records import Span

_TOLD_BY = VERBS | {"according", "according_after", "noun", "particle", "reported_mood"}
_FEW = 14
_SHORT = 3  # words of a quotation that may be a title


class Clause(NamedTuple):
    """Words between commas, by their numbers."""

    first: int
    last: int


class VerbSecond(Stretch):
    """A sentence, its clauses, and what it says that somebody says."""

    TOLD_BY: ClassVar[frozenset[str]] = _TOLD_BY

    def attributions(self) -> Iterator[Attribution]:
        """What the sentence says that somebody says."""
        clauses = self._clauses()
        firsts = (next(self._of_clause(clauses, n, one), None) for n, one in enumerate(clauses))
        found = [one for one in firsts if one is not None]
        yield from found or self._by_mood()

    def _of_clause(
        self, clauses: Sequence[Clause], n: int, clause: Clause
    ) -> Iterator[Attribution]:
        for k in range(clause.first, clause.last):
            word = self.words[k]
            if self.inside[k]:
                continue
            one: Attribution | None = None
            if "according" in word.tags or "according_after" in word.tags:
                one = self._according(clauses, n, k)
            elif "particle" in word.tags and k == clause.first and n:
                one = self._so(clauses, n, k)
            elif word.cue:
                one = self._verb(clauses, n, k)
            elif "noun" in word.tags and word.capital:
                one = self._noun(clauses, n, k)
            if one:
                yield one

    def _clauses(self) -> list[Clause]:
        found: list[Clause] = []
        first = 0
        for k, word in enumerate(self.words):
            if (word.key in ",;:-" and not self.inside[k]) or self._closes(k):
                if k > first:
                    found.append(Clause(first, k))
                first = k + (not self._closes(k))
        if first < len(self.words):
            found.append(Clause(first, len(self.words)))
        return found

    def _closes(self, k: int) -> bool:
        """Do quoted words end right before a word, without a comma?"""
        return bool(k) and self.inside[k - 1] and not self.inside[k] and self.words[k].cue

    # ------------------------------------------------------------------ according to
    def _according(self, clauses: Sequence[Clause], n: int, k: int) -> Attribution | None:
        clause = clauses[n]
        word = self.words[k]
        cue = Span(word.start, word.end)
        if "according_after" in word.tags:
            first = self._phrase_start(clause, k)
            if first == k:
                return None
            source = Span(self.words[first].start, self.words[k - 1].end)
            return self._around(source.start, word.end, source, cue, "according")
        last = self._phrase_end(k + 1, clause.last)
        weak = word.form == "weak"
        if weak and not any("evidence" in w.tags for w in self.words[k:last]):
            return None
        if last == k + 1:
            if " " not in word.key:
                return None
            return self._around(word.start, word.end, None, cue, "according")
        source = Span(self.words[k + 1].start, self.words[last - 1].end)
        end = source.end
        if last < len(self.words) and "according_after" in self.words[last].tags:
            end = self.words[last].end
        return self._around(word.start, end, source, cue, "according")

    def _around(
        self, start: int, end: int, source: Span | None, cue: Span, rule: str
    ) -> Attribution | None:
        """The whole sentence but the words that tell who says it."""
        before = self._span(self.start, start)
        after = self._span(end, self.stop)
        pieces = tuple(p for p in (before, after) if p.end - p.start > 2)
        if not pieces:
            return None
        return Attribution(pieces, source, cue, rule)

    def _so(self, clauses: Sequence[Clause], n: int, k: int) -> Attribution | None:
        clause = clauses[n]
        if k + 1 >= clause.last or any(self._verbal(w) for w in self.words[k + 1 : clause.last]):
            return None
        word = self.words[k]
        source = self._subject_after(k, clause)
        if source is None:
            return None
        end = self.words[clause.last - 1].end
        return self._direct_around(word.start, end, source, Span(word.start, word.end), "so")

    # ------------------------------------------------------------------ verbs
    def _verbal(self, word: Word) -> bool:
        return bool(word.tags & {"passive", "reported_mood"}) or word.cue

    def _verb(self, clauses: Sequence[Clause], n: int, k: int) -> Attribution | None:
        clause = clauses[n]
        word = self.words[k]
        head = self.words[clause.first]
        if word.capital and k > 0 and k != clause.first:
            return None
        if word.form == "participle" and not any(
            "passive" in w.tags for w in self.words[clause.first : clause.last]
        ):
            return None
        cue = Span(word.start, word.end)
        source = self._subject(clause, k)
        end = self.words[clause.last - 1].end
        start = head.start
        if "agent" in head.tags and "say" in word.tags:
            return self._around(start, end, source, cue, "as said")
        verb_first = k == clause.first and n > 0
        if verb_first and "say" in word.tags:
            leads = self._follows(clauses, n, k, source or self._opening(clauses), cue)
            if leads and not self._closed(k) and leads.rule == "clause":
                return leads
            return self._direct_around(start, end, source, cue, "inverted")
        return self._follows(clauses, n, k, source, cue)

    def _follows(
        self, clauses: Sequence[Clause], n: int, k: int, source: Span | None, cue: Span
    ) -> Attribution | None:
        """The content that follows a clause: in the next one, or within it for some verbs."""
        word = self.words[k]
        clause = clauses[n]
        for m in range(n + 1, len(clauses)):
            head = self.words[clauses[m].first]
            gap = self.words[clauses[m].first - 1]
            reported = self._has(clauses[m], "reported_mood")
            strong = "strong" in head.form and "that" in head.tags
            if strong or gap.key == ":" or self.inside[clauses[m].first] or reported:
                span = self._span(head.start, self.stop)
                return Attribution((span,), source, cue, "clause")
            if (
                m == n + 1
                and self._infinitive(clauses[m])
                and ("act" in word.tags or "say" in word.tags)
            ):
                return Attribution((self._span(head.start, self.stop),), source, cue, "infinitive")
        quotes = [q for q in self.quotes if q.start >= word.end]
        if "act" in word.tags and word.form == "finite":
            begin = k + 1
            if source and source.start >= word.end:
                begin = next(
                    (i for i in range(k + 1, clause.last) if self.words[i].start >= source.end),
                    clause.last,
                )
            if clause.last - begin > 1:
                return Attribution((self._span(self.start, self.end),), source, cue, "object")
        if quotes and ("say" in word.tags or "act" in word.tags):
            quote = quotes[0]
            return Attribution((self._span(quote.start, quote.end),), source, cue, "quoted")
        return None

    def _closed(self, k: int) -> bool:
        """Do quoted words end before a word?"""
        return any(self.inside[max(k - 3, 0) : k])

    def _opening(self, clauses: Sequence[Clause]) -> Span | None:
        """The noun phrase that the sentence begins with."""
        first = clauses[0].first
        last = self._phrase_end(first, clauses[0].last)
        return Span(self.words[first].start, self.words[last - 1].end) if last > first else None

    def _has(self, clause: Clause, tag: str) -> bool:
        return any(
            tag in self.words[i].tags and not self.inside[i] and not self.words[i].capital
            for i in range(clause.first, clause.last)
        )

    def _infinitive(self, clause: Clause) -> bool:
        """Does a clause end with an infinitive with its particle?"""
        return clause.last - clause.first > 1 and self._has(clause, "infinitive")

    def _direct_around(
        self, start: int, end: int, source: Span | None, cue: Span, rule: str
    ) -> Attribution | None:
        """The content before a saying that stands behind it, and what goes on after it."""
        before = self.text[self.start : start].rstrip(" \n,-\u2013\u2014")
        if len(before) < 2:
            return None
        stop = self.start + len(before)
        pieces: list[Span] = []
        if before[-1] in MARKS:
            quote = next((q for q in self.quotes if q.start < stop <= q.end), None)
            begin = quote.start if quote and self._colon(quote.start) else self.start
            pieces.append(self._span(begin, stop))
            quote = next((q for q in self.quotes if q.start >= end), None)
            if quote:
                pieces.append(self._span(quote.start, quote.end))
        else:
            pieces.append(self._span(self.start, stop))
            rest = self._span(end, self.stop)
            if rest.end - rest.start > 3:
                pieces.append(rest)
        return Attribution(tuple(pieces), source, cue, rule)

    def _colon(self, at: int) -> bool:
        return self.text[self.start : at].rstrip().endswith((":", ".", "!", "?"))

    # ------------------------------------------------------------------ mood, nouns
    def _by_mood(self) -> Iterator[Attribution]:
        """A sentence in the mood of reported speech is somebody's words, whoever's they are."""
        for k, word in enumerate(self.words):
            if "reported_mood" in word.tags and not self.inside[k] and not word.capital:
                yield Attribution((self._span(self.start, self.end),), None, None, "mood")
                return

    def _noun(self, clauses: Sequence[Clause], n: int, k: int) -> Attribution | None:
        if n + 1 >= len(clauses) or k != clauses[n].last - 1:
            return None
        head = self.words[clauses[n + 1].first]
        strong = "strong" in head.form and "that" in head.tags
        if not strong and not self._has(clauses[n + 1], "reported_mood"):
            return None
        word = self.words[k]
        source = self._subject(clauses[n], k)
        span = self._span(head.start, self.stop)
        return Attribution((span,), source, Span(word.start, word.end), "noun")

    # ------------------------------------------------------------------ who
    def _subject(self, clause: Clause, k: int) -> Span | None:
        """Who says it: before the verb that stands second, else behind it."""
        verb = next(
            (
                i
                for i in range(clause.first, clause.last)
                if self.words[i].tags & {"passive"} or i == k
            ),
            k,
        )
        head = self.words[clause.first]
        if "agent" in head.tags:
            return self._subject_after(clause.first, clause)
        if verb > clause.first and not head.tags & {"adjunct", "stop"}:
            return Span(head.start, self.words[verb - 1].end)
        return self._subject_after(verb, clause)

    def _subject_after(self, verb: int, clause: Clause) -> Span | None:
        k = verb + 1
        while k < clause.last and self._beside(k):
            adjunct = "auxiliary" not in self.words[k].tags and self._prepositional(k)
            k = max(self._phrase_end(k + 1, clause.last), k + 1) if adjunct else k + 1
        last = self._phrase_end(k, clause.last)
        if last <= k:
            return None
        return Span(self.words[k].start, self.words[last - 1].end)

    def _beside(self, k: int) -> bool:
        tags = self.words[k].tags
        return bool(tags & {"auxiliary", "adjunct"}) and "subject" not in tags

    def _prepositional(self, k: int) -> bool:
        return k + 1 < len(self.words) and (
            self.words[k + 1].capital or "relative" in self.words[k + 1].tags
        )

    def _phrase_end(self, n: int, end: int) -> int:
        """The end of a noun phrase that begins at a word."""
        k = n
        capital = False
        while k < min(end, n + _FEW):
            word = self.words[k]
            if (self.inside[k] and not capital) or self._parts(k):
                break
            if "subject" in word.tags and k == n and not word.tags & {"relative"}:
                return k + 1 if k + 1 >= end or not self.words[k + 1].capital else k + 2
            small = not word.capital and word.key.isalpha()
            if word.tags & {"passive", "reported_mood"} or (word.cue and small and capital):
                break
            if capital and small and not self._joins(k, end):
                break
            capital = capital or word.capital
            k += 1
        return k if capital else n

    def _parts(self, k: int) -> bool:
        """Does a mark end a noun phrase?"""
        word = self.words[k]
        return word.mark and (word.key not in '-.&"' or k + 1 == len(self.words))

    def _joins(self, k: int, end: int) -> bool:
        """Does a small word within a noun phrase lead on to another noun?"""
        if k + 1 >= end or not self.words[k].tags & {"relative", "coordinator", "joint"}:
            return False
        return self.words[k + 1].capital or (k + 2 < end and self.words[k + 2].capital)

    def _phrase_start(self, clause: Clause, k: int) -> int:
        """The start of a noun phrase that ends before a word: at most the clause's start."""
        first = clause.first
        for i in range(k - 1, clause.first - 1, -1):
            if self._verbal(self.words[i]) or "coordinator" in self.words[i].tags:
                return i + 1
        return first
