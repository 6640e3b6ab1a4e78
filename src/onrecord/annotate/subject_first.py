"""Which words of a sentence are said or thought, by whom, by which cue: for languages whose
subject comes before the verb or right after it.

Works on words with their lists (`cue_words`) and quoted stretches (`quote_marks`); knows no word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from onrecord.annotate.attribution import Attribution
from onrecord.annotate.cue_words import Word
from onrecord.annotate.preceding import CUES, WithPreceding
from onrecord.annotate.quote_marks import MARKS
from onrecord.annotate.subjects import FEW
from onrecord.records import Span


class SubjectFirst(WithPreceding):
    """A sentence of a language whose subject stands first, and what it says that somebody says."""

    TOLD_BY: ClassVar[frozenset[str]] = CUES | {"according"}

    def attributions(self) -> Iterator[Attribution]:
        """What the sentence says that somebody says."""
        for n, word in enumerate(self.words):
            if self.inside[n]:
                continue
            found: Attribution | None = None
            if "according" in word.tags:
                found = self._according(n)
            elif word.tags & CUES:
                found = self._cue(n)
            if found and not self._idle(n, found):
                yield found

    def _idle(self, n: int, found: Attribution) -> bool:
        """Is it no report: what the speaker says, thinks or asks here and now, what the hearer
        thinks, or a single word that is nobody's clause?"""
        pieces = [self.text[piece.start : piece.end] for piece in found.content]
        if any(mark in piece for piece in pieces for mark in MARKS):
            return False
        if not any(" " in piece.strip() for piece in pieces):
            return True
        who = self._word_of(found.source)
        if who is None or "speech" not in who.tags:
            return False
        return who.form == "first" or "say" not in self.words[n].tags

    def _word_of(self, span: Span | None) -> Word | None:
        return next(
            (w for w in self.words if span and (w.start, w.end) == (span.start, span.end)), None
        )

    def _according(self, n: int) -> Attribution | None:
        word = self.words[n]
        cue = Span(word.start, word.end)
        last = n + 1 if word.form == "whole" else self._phrase_end(n + 1)
        if last > len(self.words) or (last == n + 1 and word.form != "whole"):
            return None
        source = cue if word.form == "whole" else self._between(n + 1, last)
        if n <= 2 and last < len(self.words):
            begin = last + (self.words[last].key == ",")
            if begin >= len(self.words):
                return None
            return Attribution((self._content(begin),), source, cue, "according")
        pieces = [self._span(self.words[0].start, word.start)]
        if self._parenthesis(n, last):
            pieces.append(self._content(last + 1))
        if pieces[0].end - pieces[0].start < 2:
            return None
        return Attribution(tuple(pieces), source, cue, "according")

    def _parenthesis(self, n: int, last: int) -> bool:
        """Do commas enclose who says it, and does the sentence go on behind?"""
        follow = self.words[last + 1] if last + 1 < len(self.words) else None
        return (
            self.words[n - 1].key == ","
            and follow is not None
            and self.words[last].key == ","
            and not follow.tags & {"relative", "adjunct", "stop", "that"}
            and not (follow.form == "ing" or follow.capital)
        )

    def _cue(self, n: int) -> Attribution | None:
        word = self.words[n]
        if "noun" in word.tags and not (word.cue and n and self._is_verb(n, n)):
            return self._noun(n)
        first = n
        while first and "auxiliary" in self.words[first - 1].tags and not self.inside[first - 1]:
            first -= 1
        if not self._is_verb(first, n):
            return None
        cue = Span(self.words[first].start, word.end)
        if "act" in word.tags and first < n and "passive" in self.words[n - 1].tags:
            return self._passive(first, n) if word.form == "finite" else None
        source = self._source(first, n)
        if source is None and "say" in word.tags and word.form != "ing":
            last = self._phrase_end(n + 1)
            if last > n + 1 and not self._opens_quote(n + 1):
                inverted = Span(self.words[n + 1].start, self.words[last - 1].end)
                before = self._preposed(self.words[first].start, last)
                if before:
                    return Attribution(before, inverted, cue, "inverted")
        after, to = n + 1, None
        if "addressee" in word.tags and after < len(self.words):
            after, to = self._addressee(after)
        if "say" in word.tags or ("think" in word.tags and after >= len(self.words) - 1):
            head = source.start if source and source.start < cue.start else cue.start
            related = first > 0 and "relative" in self.words[first - 1].tags
            beside = self._as_said(head, after) if source else None
            if beside:
                return Attribution(beside, source, cue, "as said", to)
            before = self._preposed(head, after) if word.form != "ing" and not related else None
            if before:
                return Attribution(before, source, cue, "after", to)
        if source is None and word.form != "ing" and first == 0 and "act" not in word.tags:
            return None
        return self._forward(n, source, cue)

    def _is_verb(self, first: int, n: int) -> bool:
        """Is a word that may be a cue a verb here, by what stands before it?"""
        word = self.words[n]
        if word.form == "ing":
            return not (n and self.words[n - 1].tags & {"possessive"})
        if first < n:
            bare = all("infinitive" in w.tags for w in self.words[first:n])
            return not bare or "say" in word.tags or self._clause_like(n + 1)
        if n == 0:
            return False
        before = self.words[n - 1]
        if word.form == "base":
            return self._is_base_verb(n)
        return not before.tags & {"before_noun"} or bool(
            before.tags & {"relative", "coordinator", "subject"}
        )

    def _is_base_verb(self, n: int) -> bool:
        """Is a word that may be a noun too a verb, by both its neighbours?"""
        before = self.words[n - 1]
        if n + 1 >= len(self.words):
            return bool(before.tags & {"subject", "relative"})
        after = self.words[n + 1]
        clause = "subject" in after.tags or after.form == "strong" or self.inside[n + 1]
        if before.tags & {"subject", "relative"}:
            return True
        if before.mark or before.tags & {"before_noun"} or self.words[n].capital:
            return False
        return clause or (before.capital and bool(after.tags & {"before_noun", "infinitive"}))

    def _passive(self, first: int, n: int) -> Attribution | None:
        """Something is criticised, by whom where that is said."""
        if n + 2 >= len(self.words) or "agent" not in self.words[n + 1].tags:
            return None
        content = self._before(first)
        last = self._phrase_end(n + 2)
        if content is None or last <= n + 2:
            return None
        source = Span(self.words[n + 2].start, self.words[last - 1].end)
        return Attribution(
            (content,), source, Span(self.words[first].start, self.words[n].end), "passive"
        )

    def _forward(self, n: int, source: Span | None, cue: Span) -> Attribution | None:
        """The content that follows a cue."""
        word = self.words[n]
        begin = n + 1
        to: Span | None = None
        if "addressee" in word.tags and begin < len(self.words):
            begin, to = self._addressee(begin)
        while begin < len(self.words) and self.words[begin].key in ",:-":
            begin += 1
        if begin >= len(self.words):
            return None
        opener = self._complementizer(begin)
        if opener is not None:
            begin = opener
        elif word.tags & CUES == {"think"} and not self._clause_like(begin):
            return None
        content = self._content(begin, self._subordinate(source))
        if content.end - content.start < 2:
            return None
        return Attribution((content,), source, cue, "before", to)

    def _clause_like(self, n: int) -> bool:
        if n >= len(self.words):
            return False
        if self.inside[n] or self.words[n].tags & {"subject", "infinitive", "that"}:
            return True
        for word in self.words[n : n + 6]:  # a noun phrase and its verb
            if word.mark or word.tags & {"that", "infinitive"}:
                return False
            if word.tags & {"auxiliary"} and not word.tags & {"infinitive"}:
                return True
        return False

    def _complementizer(self, n: int) -> int | None:
        """Where "that" stands soon after a cue, if nothing ends the clause before."""
        for k in range(n, min(n + 8, len(self.words))):
            word = self.words[k]
            if self.inside[k] or word.key in ";:" or "coordinator" in word.tags:
                return None
            if k > n and word.cue and word.form in ("finite", "ing"):
                return None
            if word.key == "," and k > n + 5:
                return None
            if "that" in word.tags:
                return k if k == n or "strong" in word.form else None
        return None

    def _addressee(self, n: int) -> tuple[int, Span | None]:
        """Where the words to whom something is said end."""
        if self._opens_quote(n) or self.words[n].tags & {"that", "adjunct"} or self.words[n].mark:
            return n, None
        k = n
        while k < min(n + FEW, len(self.words)):
            word = self.words[k]
            if self.inside[k] or word.mark or word.tags & {"that", "infinitive", "auxiliary"}:
                break
            if k > n and word.tags & {"subject", "adjunct"}:
                break
            if k > n and not word.capital and self.words[k - 1].capital:
                break
            k += 1
            if self.words[n].tags & {"pronoun", "subject"}:
                break
        return k, Span(self.words[n].start, self.words[k - 1].end) if k > n else None

    def _opens_quote(self, n: int) -> bool:
        return n < len(self.words) and self.inside[n]

    def _subordinate(self, source: Span | None) -> bool:
        """Does a clause with this subject open the sentence and depend on what follows?"""
        opens = self.words[0].tags
        return (
            source is not None
            and bool(opens & {"stop"})
            and not opens & {"coordinator"}
            and source.start == self.words[1].start
        )

    def _content(self, n: int, short: bool = False) -> Span:
        """From a word to the end of the clause: to the next cue that stands beside it, or the end
        of the sentence."""
        start = self.words[n].start
        end = self.stop
        for k in range(n + 1, len(self.words)):
            if self.inside[k]:
                continue
            word = self.words[k]
            said = "coordinator" in word.tags and self._says(k + 1)
            if said or word.key == ";" or (word.key == "," and (short or self._ends(k))):
                end = word.start
                break
            if "according" in word.tags:
                end = word.start
                break
        return self._span(start, end)

    def _says(self, n: int) -> bool:
        """Is a word another verb of saying, of the same subject?"""
        if n >= len(self.words):
            return False
        return "say" in self.words[n].tags and self.words[n].form == "finite"

    def _ends(self, comma: int) -> bool:
        """Does another saying begin after a comma?"""
        if self.words[comma + 1 : comma + 2] and "apart" in self.words[comma + 1].tags:
            return True
        for k in range(comma + 1, min(comma + 4, len(self.words))):
            word = self.words[k]
            if word.tags & CUES and (word.form == "ing" and k == comma + 1):
                return True
            if "according" in word.tags:
                return True
            if k == comma + 1 and "coordinator" in word.tags:
                follow = self.words[k + 1 : k + 4]
                return any(w.tags & CUES and w.form == "finite" for w in follow)
        return False

    def _noun(self, n: int) -> Attribution | None:
        if n + 1 >= len(self.words):
            return None
        follow = self.words[n + 1]
        clause = follow.form == "strong" and "that" in follow.tags
        source = None
        if n and self.words[n - 1].tags & {"possessive"}:
            source = Span(self.words[n - 1].start, self.words[n - 1].end)
        elif n > 1 and self.words[n - 1].key == "'s":
            first = n - 2
            while first and self.words[first - 1].capital and not self.words[first - 1].mark:
                first -= 1
            source = Span(self.words[first].start, self.words[n - 1].end)
        told = source and ("infinitive" in follow.tags or " " in self.words[n].key)
        if not clause and not told:
            return None
        content = self._content(n + 1)
        return Attribution((content,), source, Span(self.words[n].start, self.words[n].end), "noun")
