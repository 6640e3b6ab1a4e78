"""What a question and a text share in writing whatever their languages: figures, names, and words
that are written alike. It knows no language.

A question is cut into pieces of five letters; the fewer of the texts that are beside each other
have a piece, the more it tells. Names (capital letters within a question) and figures tell twice
as much.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from math import log, sqrt

_LONG = 5  # letters of a piece, with the blank before a word
_NAMES = 2.0
_MOST = 96  # pieces
_LATIN = range(0xC0, 0x250)
_WORD = re.compile(r"\w+")


def shared(question: str, texts: Sequence[str]) -> list[float]:
    """For each text how much of a question it shares: nothing is 0.

    >>> few = shared("Wer ist Petrov?", ["Talks with Minister Petrov.", "It rained.", "Of grain."])
    >>> few[0] > few[1] == few[2]
    True
    """
    wanted = pieces(question)
    plain = [_plain(f" {text} ") for text in texts]
    has = {piece: [piece in text for text in plain] for piece in wanted}
    tells = {piece: weight * _rare(sum(has[piece]), len(texts)) for piece, weight in wanted.items()}
    scale = sqrt(1 + sum(tells.values()))
    return [sum(tells[p] for p in wanted if has[p][n]) / scale for n in range(len(texts))]


def pieces(question: str) -> Mapping[str, float]:
    """The pieces of a question with their weights.

    >>> pieces("In 2014 Kyiv")
    {' in ': 1.0, ' 2014 ': 2.0, ' kyiv': 2.0}
    """
    found: dict[str, float] = {}
    for n, match in enumerate(_WORD.finditer(question)):
        word, written = _plain(match[0]), match[0]
        weight = _NAMES if word.isdigit() or (n and written[0].isupper()) else 1.0
        for piece in _cut(word):
            found[piece] = max(found.get(piece, 0.0), weight)
    return dict(list(found.items())[:_MOST])


def _cut(word: str) -> list[str]:
    if len(word) < len("in"):
        return []
    if word.isdigit() or len(word) < _LONG - 1:
        return [f" {word} "]
    whole = f" {word}"
    return [whole[n : n + _LONG] for n in range(len(whole) - _LONG + 1)]


def _rare(having: int, of: int) -> float:
    return log(1 + (of - having + 0.5) / (having + 0.5))


def _plain(text: str) -> str:
    lowered = text.lower()
    if lowered.isascii():
        return _SIGNS.sub(" ", lowered)
    return _SIGNS.sub(" ", lowered.translate(_letters()))


_SIGNS = re.compile(r"[^\w ]")


@cache
def _letters() -> Mapping[int, str]:
    """Latin letters without their accents."""
    bare = {code: unicodedata.normalize("NFKD", chr(code)) for code in _LATIN}
    return {
        code: "".join(c for c in made if not unicodedata.combining(c))
        for code, made in bare.items()
    }
