"""Hard-wrapped text: is it wrapped, at which column, and which lines go on in the next one.

It looks at lengths, letters and punctuation only. When it is unsure, the line break stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.languages.identify import frequent

_MIN_WIDTH, _MAX_WIDTH = (
    44,
    130,
)  # columns; shorter: lists, verse; longer: paragraphs
_MIN_WIDTH_DENSE = 16  # of ideographs
_MIN_PAIRS = 3
_FULL = 0.7  # of the lines with another one below are full, in wrapped text
_CAPITAL = 0.6  # of these begin with a capital: verse or a list, not wrapped prose
_OUTLIERS = 0.05  # of the lines (addresses, titles) may be longer than the column
_SENTENCE_END = re.compile("[.!?\u2026\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)\\]]*$")
_LABEL = re.compile(r"(?!\d)[^\W_][^.!?:;\n]{0,70}(?:\.[^.!?:;\n]{0,40}){0,3}:(?!\S)")
_SHORT_LABEL = re.compile(r"[QA](?:[.:)]\s|\s{2,})|Q\s")
_BULLET = re.compile("(?:[\u2022\u25cf\u25aa\u00b7*\u2013\u2014-]|\\(?[0-9]{1,3}[.)]|[a-z]\\))\\s")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_FIRST_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"(\w+)[-\u2010]$")


class Row(NamedTuple):
    """A printed line: `blank` lines before it, `indent` in characters."""

    text: str
    blank: int = 0
    indent: int = 0


def width(rows: Sequence[Row]) -> int | None:
    """The column at which a text is wrapped; `None` if it is not.

    >>> width([Row("A short line"), Row("and another")]) is None
    True
    """
    pairs = [(a.text, b.text) for a, b in pairwise(rows) if not b.blank and not opens(b.text)]
    if len(pairs) < _MIN_PAIRS:
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    column = lengths[min(len(lengths) - 1, int(len(lengths) * (1 - _OUTLIERS)))]
    dense = sum(bool(_DENSE.match(b)) for _, b in pairs) * 2 > len(pairs)
    if not (_MIN_WIDTH_DENSE if dense else _MIN_WIDTH) <= column <= _MAX_WIDTH:
        return None
    full = sum(_full(a, b, column) for a, b in pairs)
    capital = sum(b[:1].isupper() for _, b in pairs)
    wrapped = full >= _FULL * len(pairs) and capital <= _CAPITAL * len(pairs)
    return column if wrapped else None


def _full(a: str, b: str, column: int) -> bool:
    """Would the next line's first word not have fitted?

    >>> _full("we have agreed on the", "treaty", 25), _full("we have", "treaty", 25)
    (True, False)
    """
    first = _FIRST_WORD.match(b)
    word = 1 if _DENSE.match(b) else len(first[0]) if first else 0
    return len(a) + 1 + word > column - column // 16


def opens(text: str) -> bool:
    """Does a line open something of its own: a label, an item of a list?

    >>> opens("Frage: Wann?"), opens("Mr. J. Bell: Soon."), opens("Q   When?"), opens("soon, at")
    (True, True, True, False)
    """
    head = text[:1]
    label = _LABEL.match(text) if not head.islower() else None
    return bool(label or _SHORT_LABEL.match(text) or _BULLET.match(text))


def bulleted(text: str) -> bool:
    """Does a line open with the mark of a list item?

    >>> bulleted("\u2022 peace"), bulleted("peace")
    (True, False)
    """
    return _BULLET.match(text) is not None


def continues(a: Row, b: Row, column: int) -> bool:
    """Is `b` the continuation of the line `a` above it, in a text wrapped at `column`?"""
    if b.blank or not a.text or not b.text:
        return False
    ended = bool(_SENTENCE_END.search(a.text))
    if opens(b.text) and (ended or len(a.text) < column // 2 or not _LABEL.match(b.text)):
        return False
    if b.indent >= a.indent + 2 and ended:
        return False
    if _full(a.text, b.text, column):
        return True
    lower = b.text[:1].islower()
    if len(a.text) * 4 >= column * 3 and (lower or not ended):
        return lower or a.text[-1:] not in ":;,"
    return lower and not ended and len(a.text) * 2 > column


def glue(a: str, b: str, words: frozenset[str]) -> tuple[int, str]:
    """How many characters go from the end of `a`, and what stands between it and `b`. A hyphen
    goes only if the whole word stands elsewhere in the text (`words`, small letters).

    >>> glue("the minis-", "ter said", frozenset({"minister"})), glue("anti-", "air", frozenset())
    ((1, ''), (0, ''))
    >>> glue("the", "minister", frozenset()), glue("条约", "开展", frozenset())
    ((0, ' '), (0, ''))
    """
    if a.endswith("\u00ad"):
        return 1, ""
    last, first = _LAST_WORD.search(a), re.match(r"\w+", b)
    if last and first:
        if (last[1] + first[0]).lower() in words and not first[0][:1].isupper():
            return 1, ""
        hanging = frequent(first[0]) and f"{last[1]}-{first[0]}".lower() not in words
        return 0, " " if hanging else ""
    if _DENSE.match(a[-1:]) and _DENSE.match(b[:1]):
        return 0, ""
    return 0, " "


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words of a text, and its hyphenated ones, in small letters."""
    found: set[str] = set()
    for text in texts:
        found.update(re.findall(r"\w+(?:-\w+)*", text.lower()))
    return frozenset(found)
