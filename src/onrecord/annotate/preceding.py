"""Content that stands before the saying it belongs to, or beside it ("as somebody said").

Works on words with their lists (`cue_words`) and quoted stretches (`quote_marks`); knows no word.
"""

from __future__ import annotations

from onrecord.annotate.quote_marks import MARKS, Quoted
from onrecord.annotate.subjects import WithSubjects
from onrecord.records import Span

CUES = frozenset({"say", "think", "act", "noun"})
_PART = 5  # marks and words of quoted words that are set apart only


class WithPreceding(WithSubjects):
    """A sentence whose end may tell who said its beginning."""

    def _as_said(self, head: int, after: int) -> tuple[Span, ...] | None:
        """The content beside "as somebody said"."""
        n = next((k for k, w in enumerate(self.words) if w.start >= head), 0) - 1
        if n < 0 or "as_said" not in self.words[n].tags:
            return None
        if after < len(self.words) and not (
            self.words[after].mark or "adjunct" in self.words[after].tags
        ):
            return None
        before = self._span(self.start, self.words[n].start)
        if before.end - before.start > _PART:
            return (before,)
        comma = next((k for k in range(after, len(self.words)) if self.words[k].key == ","), None)
        return (self._span(self.words[comma].end, self.stop),) if comma else None

    def _preposed(self, head: int, after: int) -> tuple[Span, ...] | None:
        """The content before a saying that stands last, and what goes on behind it."""
        before = self.text[self.start : head].rstrip()
        if len(before) < 4 or before[-1] not in MARKS + ",-\u2014?!":
            return None
        closed = before[-1] in MARKS
        if after < len(self.words):
            word = self.words[after]
            quote_next = self._next_quote(after)
            free = word.mark or "adjunct" in word.tags
            if not closed and not free:
                return None
            if "strong" in word.form and "that" in word.tags:
                return None
        else:
            quote_next = None
        begin = self.start
        end = self.start + len(before)
        if before[-1] in ",-\u2014":
            end -= 1
        if closed:
            quote = next((q for q in self.quotes if q.end >= end >= q.start), None)
            if quote and quote.start - self.start > 0:
                begin = self._mixed_start(quote.start)
        else:
            clause = [w for w in self.words if w.end <= end]
            bare = len(clause) < 4 or not any("auxiliary" in w.tags or w.form for w in clause)
            if bare and after < len(self.words) - 1:
                return None
            first = self.words[0]
            if first.tags & {"that", "stop"} and "that" in first.tags:
                return None
        pieces = [self._span(begin, end)]
        if quote_next is not None:
            pieces.append(self._span(quote_next.start, quote_next.end))
        return tuple(p for p in pieces if p.end > p.start) or None

    def _mixed_start(self, quote: int) -> int:
        """Words before quoted ones belong to the content, unless they end with a colon."""
        before = self.text[self.start : quote].rstrip()
        return quote if before.endswith((":", ".", "?", "!")) else self.start

    def _next_quote(self, n: int) -> Quoted | None:
        """Quoted words that go on behind a saying: whole clauses, with no other saying between."""
        at = self.words[n].start
        quote = next((q for q in self.quotes if q.start >= at), None)
        if quote is None or any(
            w.form and w.tags & CUES for w in self.words[n:] if w.end <= quote.start
        ):
            return None
        size = sum(quote.start <= w.start < quote.end for w in self.words)
        return quote if size > _PART else None
