"""Signs that a terminal or a reader of text obeys instead of showing them."""

from __future__ import annotations

import re

# Controls (C0, DEL, C1: a terminal may obey them) and marks that reorder what follows them.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]"
)


def safe(text: str) -> str:
    """The text without anything that would be obeyed instead of shown.

    >>> safe("a\\x1b[31mb\\x9b2J\\u202ec\\td")
    'a[31mb2Jc d'
    """
    return _UNSAFE.sub(lambda found: " " if found[0] == "\t" else "", text)
