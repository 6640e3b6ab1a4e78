"""What two texts share whatever their languages: figures, names, and words of one origin.

A key is a figure, or the beginning of a word as it sounds, in Latin letters: a name, and a word
that went from language to language, has the same key on both sides, or nearly so. No word is
looked up: letters come from the gazetteer's table of transliteration.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.gazetteer.transliteration import tables
from onrecord.text.normalize import fold

_LENGTH = 5  # letters of a word that are looked at: its end is grammar
_SHORTEST = 4
_KEPT = 65_536
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_NOT_FIGURE = re.compile(r"\D")
_DOUBLE = re.compile(r"(.)\1")
_GROUPS = re.compile("sch|ch|sh|zh|th|ph|kh|ts|tz|ck|qu|[wcqyjzx]")
_SOUNDS = {
    "sch": "s", "ch": "k", "sh": "s", "zh": "s", "th": "t", "ph": "f", "kh": "k", "ts": "s",
    "tz": "s", "ck": "k", "qu": "k", "w": "v", "c": "k", "q": "k", "y": "i", "j": "i", "z": "s",
    "x": "k",
}  # fmt: skip


def keys(text: str) -> frozenset[str]:
    """The keys of a stretch of text.

    >>> sorted(keys("Marovik, 1 300")), sorted(keys("Маровик: 1,300"))
    (['1300', 'marov'], ['1300', 'marov'])
    """
    found = (_key(match[0]) for match in _TOKEN.finditer(fold(text)))
    return frozenset(key for key in found if key)


@lru_cache(_KEPT)
def _key(token: str) -> str:
    if token[0].isdecimal():
        return _NOT_FIGURE.sub("", token)
    return sound(token)[:_LENGTH] if len(token) >= _SHORTEST else ""


@lru_cache(_KEPT)
def sound(word: str) -> str:
    """A folded word as it sounds, roughly, in Latin letters.

    >>> sound("орвенн"), sound("orvenne")
    ('orven', 'orvene')
    """
    cyrillic = tables().cyrillic
    latin = "".join(cyrillic.get(char, char) for char in word)
    apart = unicodedata.normalize("NFKD", latin)
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return _DOUBLE.sub(r"\1", _GROUPS.sub(lambda found: _SOUNDS[found[0]], plain))
