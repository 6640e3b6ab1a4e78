"""Shows where in a query something is wrong."""

from __future__ import annotations

import unicodedata

_AROUND = 50


def pointed(query: str, position: int) -> tuple[str, ...]:
    """The query, or what of a long one is near the place, and a sign under the place.

    >>> pointed("gas (oil", 4)
    ('gas (oil', '    ^')
    >>> pointed("", 0)
    ()
    """
    if not query:
        return ()
    start = max(0, position - _AROUND)
    shown = "".join(c if c.isprintable() else " " for c in query[start : position + _AROUND])
    before, after = "..." * (start > 0), "..." * (position + _AROUND < len(query))
    place = len(before) + sum(map(_width, shown[: position - start]))
    return f"{before}{shown}{after}", " " * place + "^"


def _width(character: str) -> int:
    """Columns of a terminal.

    >>> _width("a"), _width("话")
    (1, 2)
    """
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
