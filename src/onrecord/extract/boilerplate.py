"""Which of the visible rows are the statement, which are its title and what stands beside it, and
which are the page's furniture, each with its reason.

Works on what rows and boxes are like (how much plain text, how many links, where the title
stands) and on what their names say (`extract.hints`); knows no site and no language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.extract import hints, scope, suspects, tidy
from onrecord.extract.page import Part
from onrecord.extract.rows import Row, around
from onrecord.extract.titles import main_title
from onrecord.extract.visible import BODY, TITLE, Box, Layout

OUTSIDE = "outside the statement"

_UNTITLED = frozenset(("nav", "footer", "aside"))
_BEFORE_TITLE = 0.25  # what text before the title is worth
_MIDDLE = 0.3  # with so much of the text before it, a title is none
_PARAGRAPH = 80
_META = 100
_BESIDE = 12  # rows after the title
_ENDS = frozenset('.!?…。！？”"»:')


class Verdict(NamedTuple):
    """What a row is, and why if it is furniture."""

    part: Part
    reason: str | None = None


HEADER = Verdict("header")
BODY_TEXT = Verdict("body")


def mark(page: Layout, titles: Sequence[str], notice: Callable[[str], bool]) -> list[Verdict]:
    """A verdict a row. `titles`: what the page says in its head that its title is; `notice`: is a
    line furniture by its words?"""
    rows, boxes = page
    if not rows:
        return []
    worths = [scope.worth(row) for row in rows]
    title = _title(rows, boxes, titles)
    why = suspects.reasons(rows, boxes, scope.masses(worths, rows, boxes), title)
    ground = scope.Ground(rows, boxes, _masses(rows, boxes, worths, why, title), why, title)
    told = [index for index, box in enumerate(boxes) if box.mark == BODY]
    return _weighed(ground, told or [scope.choose(ground)], worths, notice)


def _title(rows: Sequence[Row], boxes: Sequence[Box], names: Sequence[str]) -> int | None:
    """The row that a selector says is the title, or the one that looks it."""
    told = {index for index, box in enumerate(boxes) if box.mark == TITLE}
    if told:
        inside = _inside(boxes, told)
        first = next((i for i, row in enumerate(rows) if row.box >= 0 and inside[row.box]), None)
        if first is not None:
            return first
    refused: list[bool] = []
    for box in boxes:
        refused.append(box.tag in _UNTITLED or (box.parent >= 0 and refused[box.parent]))
    return main_title(rows, names, [row.box >= 0 and refused[row.box] for row in rows])


def _masses(
    rows: Sequence[Row],
    boxes: Sequence[Box],
    worths: Sequence[float],
    why: Sequence[str | None],
    title: int | None,
) -> list[float]:
    """The worth of each box without its furniture; what stands before the title counts less."""
    kept = [
        0.0 if row.box >= 0 and why[row.box] else worth
        for row, worth in zip(rows, worths, strict=True)
    ]
    if title is not None and sum(kept[:title]) < sum(kept[title:]):
        kept[:title] = [_BEFORE_TITLE * worth for worth in kept[:title]]
    return scope.masses(kept, rows, boxes)


def _weighed(
    ground: scope.Ground,
    chosen: Sequence[int],
    worths: Sequence[float],
    notice: Callable[[str], bool],
) -> list[Verdict]:
    """Verdicts when it is known in which boxes the body stands."""
    rows, title = ground.rows, ground.title
    inside = _inside(ground.boxes, set(chosen))
    within = [
        i
        for i, row in enumerate(rows)
        if row.box < 0 or (inside[row.box] and not ground.why[row.box])
    ]
    verdicts = [_furniture(row, ground.why) for row in rows]
    total = sum(worths[i] for i in within)
    if title is not None and sum(worths[i] for i in within if i < title) <= _MIDDLE * total:
        within = [i for i in within if i > title]
        first = within[0] if within else len(rows)
        for i, verdict in _beside(ground, title, chosen[0], min(first, title + _BESIDE)):
            verdicts[i] = verdict
        verdicts[title] = HEADER
    for i, reason in zip(within, tidy.tidy([rows[i] for i in within], notice), strict=True):
        verdicts[i] = BODY_TEXT if reason is None else Verdict("furniture", reason)
    return verdicts


def _beside(ground: scope.Ground, title: int, chosen: int, end: int) -> list[tuple[int, Verdict]]:
    """What stands between the title and the body, in the box around both: short lines about the
    statement and a summary are header, other paragraphs are body."""
    rows, boxes = ground.rows, ground.boxes
    outer = set(around(rows[title].box, boxes))
    common = next((box for box in around(chosen, boxes) if box in outer), 0)
    found: list[tuple[int, Verdict]] = []
    for index in range(title + 1, end):
        row = rows[index]
        path = list(around(row.box, boxes))
        if common not in path or ground.why[row.box] is not None or row.kind == "heading":
            continue
        said = [hints.of_names(boxes[b].names) for b in path[: path.index(common)]]
        if row.inline is not None:
            said.append(hints.of_names(row.inline))
        verdict = _beside_title(row, said)
        if verdict is not None:
            found.append((index, verdict))
    return found


def _beside_title(row: Row, said: Sequence[hints.Hint]) -> Verdict | None:
    """What a row beside the title is; `None` for furniture."""
    if len(row.text) - row.linked >= _PARAGRAPH and row.text[-1] in _ENDS:
        return HEADER if any(hint.lead for hint in said) else BODY_TEXT
    if len(row.text) > _META or 2 * row.linked > len(row.text):
        return None
    return HEADER if any(hint.meta and hint.reason is None for hint in said) else None


def _furniture(row: Row, why: Sequence[str | None]) -> Verdict:
    return Verdict("furniture", (why[row.box] if row.box >= 0 else None) or OUTSIDE)


def _inside(boxes: Sequence[Box], chosen: set[int]) -> list[bool]:
    """Of each box, whether it is or stands in one of the chosen."""
    inside: list[bool] = []
    for index, box in enumerate(boxes):
        inside.append(index in chosen or (box.parent >= 0 and inside[box.parent]))
    return inside
