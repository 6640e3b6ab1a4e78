"""Sentences of a text, with exact offsets: by `razdel` for Russian and Ukrainian, else by
`sentencex`. It adds what both need: they are given a paragraph at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import razdel
import sentencex

from onrecord.records import Span
from onrecord.text.spans import trim

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]*)*")
_INITIAL = re.compile(r"(?:^|(?<![°º])[\s(.])[^\W\d_]\.$")  # "M. Roy", "J. R. Lee": no end
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")  # "am 9. Oktober", where a point makes it the ninth
_POINTED = frozenset({"de", "da", "nb", "nn", "no", "is", "fi", "et", "cs", "sk", "sl", "hr", "hu"})
_BY_RAZDEL = frozenset({"ru", "uk", "be"})


def sentences(text: str, language: str | None) -> Iterator[Span]:
    """The sentences of a text, in order, without the white space between them.

    >>> text = "Mr. Lee spoke. We agree!"
    >>> [text[a:b] for a, b in sentences(text, "en")]
    ['Mr. Lee spoke.', 'We agree!']
    """
    yield from _sentences(text, (language or "en").partition("-")[0])


@lru_cache(4)  # each layer asks for those of its document
def _sentences(text: str, base: str) -> tuple[Span, ...]:
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start = paragraph.start()
        for a, b in _split(paragraph[0], base):
            span = trim(text, start + a, start + b)
            if span.start < span.end:
                found.append(span)
    return tuple(found)


def _split(text: str, language: str) -> Iterator[tuple[int, int]]:
    if language in _BY_RAZDEL:
        for piece in razdel.sentenize(text):
            yield piece.start, piece.stop
        return
    at = 0
    open_at: int | None = None  # where a sentence began that goes on after an initial
    for piece in sentencex.segment(language, text):
        start = text.index(piece, at)
        at = start + len(piece)
        first = start if open_at is None else open_at
        open_at = first if _goes_on(piece.rstrip(), language) and at < len(text) else None
        if open_at is None:
            yield first, at
    if open_at is not None:
        yield open_at, at


def _goes_on(piece: str, language: str) -> bool:
    """Does a sentence go on after a point that ends an initial or an ordinal?"""
    if _INITIAL.search(piece):
        return True
    return language in _POINTED and _ORDINAL.search(piece) is not None
