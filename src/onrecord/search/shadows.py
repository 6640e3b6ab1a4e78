"""A shadow of a text: folded, without accents, letter for letter. It can be had by table for text
of Western European or Cyrillic letters, and words that begin so can be looked for in it as they
are.
"""

from __future__ import annotations

from functools import cache

from onrecord.search.analysis import CYRILLIC, WESTERN, bare, folded, refolded

_NO_LETTER = "\xff"


@cache
def _table() -> bytes:
    signs = bytes(range(0x100)).decode(WESTERN, "replace")
    return "".join(map(_plain, signs)).encode("latin-1")


def _plain(sign: str) -> str:
    """The sign in ASCII; a letter that is two without accents as what is not."""
    letter = folded(sign)
    if letter.isascii():
        return letter
    if not letter.isalnum():
        return " "
    base = bare(letter)
    return base if len(base) == 1 and base.isascii() else _NO_LETTER


def shadow(text: str) -> str | None:
    """The shadow of a text, if there is one.

    >>> shadow("“ÉTÉ”"), shadow("Мэр"), shadow("Straße"), shadow("Łódź")
    ('"ete"', 'мэр', None, None)
    """
    if text.isascii():
        return text.lower()
    try:
        return text.encode(WESTERN).translate(_table()).decode("ascii")
    except UnicodeEncodeError:
        return refolded(text, CYRILLIC)
    except UnicodeDecodeError:
        return None
