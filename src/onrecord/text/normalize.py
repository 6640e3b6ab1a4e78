"""Normal forms of text. `line` makes the text that is stored; `fold` makes a same-length shadow of
it for matching, so that an offset into one is an offset into the other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067"
    "\u2068\u2069"
)
_CONTROLS = "".join(map(chr, [*range(0, 9), *range(14, 28), *range(127, 133), *range(134, 160)]))
_SURROGATES = "".join(map(chr, range(0xD800, 0xE000)))
_DROPPED = re.compile(f"[{re.escape(_CONTROLS)}{_SURROGATES}\u00ad\u200b\u2060\ufeff]")
_PLAIN = re.compile("[0-9a-z]+")

_FOLDS = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u3000\t\n\r\v\f"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    0x0451: "\u0435",
    0x0401: "\u0435",
    0x130: "i",
}
_FOLDS |= {zero + n: str(n) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for n in range(10)}
_FOLDS |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLDS |= {code: chr(code - 0xFEE0).lower() for code in range(0xFF21, 0xFF3B)}

_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLDS)))}]")

_SHORT = 160  # characters of what is kept folded
_NAME = 80  # characters of a name with an office


def line(text: str) -> str:
    """One line as it is stored: runs of white space (no-break spaces too) are one space, what
    cannot be seen (controls, soft hyphens, lone surrogates) is gone.

    >>> line(" Vladimir\\xa0 Putin\\n:\\u200b ")
    'Vladimir Putin :'
    """
    apart = " ".join(text.split())
    return apart if apart.isprintable() else " ".join(_DROPPED.sub("", text).split())


def fold(text: str) -> str:
    """The text in the form that is matched: small letters; dashes, quotation marks, spaces and
    full-width letters in their plain form; Arabic, Persian, Devanagari and Bengali digits as 0
    to 9; Russian yo as ye. Of the same length.

    >>> fold("“ПЁТР”\\u2009–\\xa0İx")
    '"петр" - ix'
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    plain = text
    if not (text.isascii() and text.isprintable() and "`" not in text):
        plain = _FOLDED.sub(_fold_one, text)
    lowered = plain.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


_fold_short = lru_cache(maxsize=4096)(_fold)  # what a line says is asked by several readers


def _fold_one(found: re.Match[str]) -> str:
    return _FOLDS[ord(found[0])]


def bare(text: str) -> str:
    """A key for names: folded, without accents, marks and points. Not of the same length.

    >>> bare("Recep Tayyip ERDOĞAN"), bare("С.В. Лавров")
    ('recep tayyip erdogan', 'с в лавров')
    """
    return _bare_name(text) if len(text) <= _NAME else _bare(text)


def _bare(text: str) -> str:
    folded = fold(text)
    if folded.isascii():  # most names: four times as fast
        return " ".join(_PLAIN.findall(folded))
    apart = unicodedata.normalize("NFKD", folded)
    kept = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    return " ".join(kept.split())


_bare_name = lru_cache(maxsize=8192)(_bare)  # one name comes again and again in a transcript


def invisible(text: str) -> str:
    """The text without characters that direct or join but cannot be seen.

    >>> invisible("a\\u200fb")
    'ab'
    """
    return text.translate(dict.fromkeys(map(ord, _INVISIBLE)))
