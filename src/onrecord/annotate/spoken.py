"""A sentence as the readers of quotations take it: its words, which of them are quoted, and where
it ends without its full stop. Knows no word and no rule."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar

from onrecord.annotate.attribution import Attribution
from onrecord.annotate.cue_words import Word
from onrecord.annotate.quote_marks import Quoted
from onrecord.records import Span

_FEW = 16  # words that a name with an office may have
_EDGE = ",:;"


class Stretch:
    """A sentence's words outside and inside of quotes. `TOLD_BY`: the lists of which it must hold
    a word, where nothing in it is quoted, to say that somebody says something."""

    TOLD_BY: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self, text: str, start: int, end: int, words: list[Word], quotes: Sequence[Quoted]
    ):
        self.text = text
        self.start, self.end = start, end
        self.words = words
        self.quotes = within(quotes, start, end)
        self.inside = _inside(words, self.quotes)
        last = end
        while last > start and (text[last - 1].isspace() or text[last - 1] in ".!?\u2026"):
            last -= 1
        self.stop = last  # the end without the full stop

    def attributions(self) -> Iterator[Attribution]:
        """What the sentence says that somebody says: nothing, without the grammar of a language."""
        return iter(())

    def labelled(self) -> Iterator[Attribution]:
        """Quoted words after a name and a colon."""
        for n, word in enumerate(self.words[:_FEW]):
            if self.inside[n]:
                return
            if word.key == ":" and n and n + 1 < len(self.words) and self.inside[n + 1]:
                quote = next(q for q in self.quotes if q.start <= self.words[n + 1].start < q.end)
                source = Span(self.words[0].start, self.words[n - 1].end)
                span = self._span(quote.start, min(quote.end, self.end))
                yield Attribution((span,), source, Span(word.start, word.end), "labelled")
                return

    def _span(self, start: int, end: int) -> Span:
        text = self.text
        while start < end and (text[start].isspace() or text[start] in _EDGE):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGE):
            end -= 1
        return Span(start, end)


def within(quotes: Sequence[Quoted], start: int, end: int) -> list[Quoted]:
    """The quoted stretches that share a character with a sentence."""
    first = bisect_right(quotes, start, key=lambda quote: quote.end)
    last = bisect_left(quotes, end, key=lambda quote: quote.start)
    return list(quotes[first:last])


def _inside(words: Sequence[Word], quotes: Sequence[Quoted]) -> list[bool]:
    """Is each word quoted?"""
    found: list[bool] = []
    n = 0
    for word in words:
        while n < len(quotes) and quotes[n].end <= word.start:
            n += 1
        found.append(n < len(quotes) and quotes[n].start <= word.start)
    return found
