"""Given names of all languages: which words are one. Does not know whose."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "given" / "names.tsv"


@cache
def given_names() -> frozenset[str]:
    """The folded given names.

    >>> {"sergey", "maria"} <= given_names(), "ministry" in given_names()
    (True, False)
    """
    lines = _TABLE.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
