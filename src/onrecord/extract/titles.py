"""Which row is the title of the page: a heading whose words the head of the page repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.rows import Row
from onrecord.text.normalize import fold

_WORD = re.compile(r"\w+")
_LONGEST = 400
_SAME = 0.95
_WHOLE = 0.6
_QUOTES = 4  # characters around a title that its name may lack
_PART = 0.3


def main_title(rows: Sequence[Row], names: Sequence[str], refused: Sequence[bool]) -> int | None:
    """The index of the title's row. `names`: titles as the head of the page gives them, perhaps
    with the site's name; `refused`: rows that stand where no title does.

    A heading that the head repeats goes before one that it does not, a higher level before a
    lower one, an earlier row before a later one.
    """
    keys = tuple(_key(name) for name in dict.fromkeys(names) if name.strip())
    longest = max(map(len, names), default=0)
    shortest = _WHOLE * min(map(len, names), default=0) - 2
    best: tuple[float, int, int] | None = None
    for index, row in enumerate(rows):
        if refused[index] or len(row.text) > _LONGEST:
            continue
        heading = row.kind == "heading"
        if not heading and not shortest <= len(row.text) <= longest + _QUOTES:
            continue
        rank = _rank(row, _share(row.text, keys))
        if rank is not None:
            best = min(best or (rank, 9, index), (rank, row.level if heading else 7, index))
    return best[2] if best else None


def _rank(row: Row, share: float) -> float | None:
    """How well a row would do for the title, 0 the best; `None`: not at all."""
    if row.kind == "heading":
        if share >= _PART:
            return 0 if share >= _WHOLE else 3 - share
        return 4 if row.level == 1 else None
    if share < _WHOLE or 2 * row.linked > len(row.text):
        return None
    return 1 if share >= _SAME else 3


def _key(text: str) -> str:
    """The words only.

    >>> _key("“Visit”, Port-Ansel")
    ' visit port ansel '
    """
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _share(text: str, keys: tuple[str, ...]) -> float:
    """How much of a title the text is.

    >>> round(_share("Visit to Port Ansel", (" visit to port ansel ministry ",)), 2)
    0.7
    """
    key = _key(text)
    if len(key) < 5:
        return 0.0
    shares = (
        len(key) / len(whole) if key in whole else len(whole) / len(key) if whole in key else 0.0
        for whole in keys
    )
    return max(shares, default=0.0)
