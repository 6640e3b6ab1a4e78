"""Why a box would be furniture: by its tag and names, or because it is a list of links. A reason
that would take nearly the whole page, or its title, is not believed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.extract import hints
from onrecord.extract.rows import Row, around
from onrecord.extract.visible import BODY, HOVERS, REMOVE, Box

LINKS = "links"
REMOVED = "removed by the source's selectors"

_COMMENTS = "comments"  # may well be most of a page
_LEAST = 0.2  # of the plain text must remain
_LARGE = 0.25
_TEXT = 60.0  # a page with less is not worth a doubt
_ROUNDS = 4
_SEVERAL = 3
_MOSTLY = 0.5
_MOSTLY_IN_LIST = 0.4
_MINOR = 0.3
_PROSE = 120
# Words of layout that authors also give to paragraphs of the text.
_WEAK = frozenset(("tags", "header", "control", "languages", "navigation"))
_ENDS = frozenset('.!?…。！？”"»')


class Counts(NamedTuple):
    """Rows, characters and characters in links, of each box."""

    rows: list[int]
    length: list[int]
    linked: list[int]


def reasons(
    rows: Sequence[Row], boxes: Sequence[Box], mass: Sequence[float], title: int | None
) -> list[str | None]:
    """Of each box, why its text would be furniture. `mass`: the worth of the rows in each box."""
    own = [own_reason(box) for box in boxes]
    told = [index for index, box in enumerate(boxes) if box.mark == BODY]
    for box in told if title is None else [*told, rows[title].box]:
        for index in around(box, boxes):
            own[index] = None
    for row in rows:
        if row.box >= 0 and own[row.box] in _WEAK and _is_prose(row):
            own[row.box] = None
    for left in reversed(range(_ROUNDS)):
        found, taken = _inherited(own, boxes, mass)
        if sum(taken.values()) <= max(_TEXT, (1 - _LEAST) * mass[0]):
            break
        large = [i for i, held in enumerate(mass) if own[i] and held >= _LARGE * mass[0]]
        if not left or not _doubt(own, taken, large):
            break
    return _with_links(rows, boxes, found, mass)


def own_reason(box: Box) -> str | None:
    """What a box says of itself.

    >>> own_reason(Box(-1, "nav", "", "", "", "paragraph", -1, None))
    'navigation'
    """
    if box.mark in (REMOVE, HOVERS):
        return REMOVED if box.mark == REMOVE else HOVERS
    return _of_element(box.tag, box.role, box.names)


@lru_cache(maxsize=4096)  # the boxes of one page are those of the next
def _of_element(tag: str, role: str, names: str) -> str | None:
    if tag in ("html", "body"):
        return None
    said = hints.of_tag(tag, role)
    if said is not None and said != hints.META:
        return said
    if not names:
        return None
    hint = hints.of_names(names)
    return None if hint.body else hint.reason


def _is_prose(row: Row) -> bool:
    return len(row.text) - row.linked >= _PROSE and row.text[-1] in _ENDS


def _inherited(
    own: Sequence[str | None], boxes: Sequence[Box], mass: Sequence[float]
) -> tuple[list[str | None], dict[str, float]]:
    """Each box with the reason of what it stands in, and how much each reason takes."""
    found: list[str | None] = []
    taken: dict[str, float] = {}
    for index, box in enumerate(boxes):
        reason = found[box.parent] if box.parent >= 0 else None
        if reason is None:
            reason = own[index]
            if reason is not None:
                taken[reason] = taken.get(reason, 0.0) + mass[index]
        found.append(reason)
    return found, taken


def _doubt(own: list[str | None], taken: dict[str, float], large: Sequence[int]) -> bool:
    """Takes back the reason that takes most: of its large boxes, or else of all."""
    doubtful = [reason for reason in taken if reason not in (_COMMENTS, REMOVED, HOVERS)]
    if not doubtful:
        return False
    worst = max(doubtful, key=lambda reason: taken[reason])
    boxes = [index for index, reason in enumerate(own) if reason == worst]
    for index in [index for index in large if own[index] == worst] or boxes:
        own[index] = None
    return True


def _with_links(
    rows: Sequence[Row], boxes: Sequence[Box], why: list[str | None], mass: Sequence[float]
) -> list[str | None]:
    """The reasons, and those of boxes of several lines that are mostly links."""
    counts = _counts(rows, boxes, why)
    for index, box in enumerate(boxes):
        if why[index] is not None:
            continue
        if box.parent >= 0 and why[box.parent] is not None:
            why[index] = why[box.parent]
        elif counts.rows[index] >= _SEVERAL and mass[index] < _MINOR * mass[0]:
            share = _MOSTLY_IN_LIST if box.tag in ("ul", "ol") else _MOSTLY
            if counts.linked[index] > share * counts.length[index]:
                why[index] = LINKS
    return why


def _counts(rows: Sequence[Row], boxes: Sequence[Box], why: Sequence[str | None]) -> Counts:
    """What stands in each box, without what is furniture already."""
    number = [0] * len(boxes)
    length = [0] * len(boxes)
    linked = [0] * len(boxes)
    for row in rows:
        if row.box >= 0 and why[row.box] is None:
            number[row.box] += 1
            length[row.box] += len(row.text)
            linked[row.box] += row.linked
    for index in range(len(boxes) - 1, 0, -1):
        above = boxes[index].parent
        if above >= 0 and number[index]:
            number[above] += number[index]
            length[above] += length[index]
            linked[above] += linked[index]
    return Counts(number, length, linked)
