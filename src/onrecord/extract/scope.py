"""Where the statement stands: the box whose rows are weighed one by one.

A box is chosen by what its names say (`itemprop`, classes of article bodies) if enough plain text
stands in it; else by going down from the page to whatever box holds most of the plain text, with
a preference for what follows the title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.extract import hints
from onrecord.extract.rows import Row, around
from onrecord.extract.visible import Box

_SENTENCE_ENDS = frozenset(".!?…:;。！？：；」』”\"'»)")
_WIDE = re.compile("[\u2e80-\uff9f]")
_PLAIN = 80
_LEAVES = frozenset(
    ("p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "blockquote")
)
_ENOUGH_MARKED = 0.1
_ENOUGH_NAMED = 0.3
_ENOUGH_TEXT = 1200.0
_MOST = 0.75
_NEARLY_ALL = 0.9
_PEERS = 0.05
_SENTENCES = 150.0
_FEW_LINKS = 0.15
_TEASERS = 0.1
_BESIDE = frozenset(("sidebar", "related"))  # what a box of text says that was not believed:
_DOUBTED = 0.1  # the text that stands with the title goes before it


class Ground(NamedTuple):
    """Rows and boxes with what is known of them: the worth of rows, the sum of it in each box, why
    a box would be furniture, and the row of the title."""

    rows: Sequence[Row]
    boxes: Sequence[Box]
    mass: Sequence[float]
    why: Sequence[str | None]
    title: int | None


def worth(row: Row) -> float:
    """How much a row speaks for a statement: its plain text, short pieces for less.

    Chinese characters count for three.
    """
    text = row.text
    plain = len(text) - row.linked
    if 2 * row.linked > len(text):
        return 0.0
    if not text.isascii():
        plain += 2 * len(_WIDE.findall(text))
    if row.kind == "heading":
        return 0.1 * plain
    if plain >= _PLAIN:
        return float(plain)
    return 0.6 * plain if text[-1] in _SENTENCE_ENDS else 0.1 * plain


def masses(worths: Sequence[float], rows: Sequence[Row], boxes: Sequence[Box]) -> list[float]:
    """Of each box, the sum over the rows in it."""
    mass = [0.0] * len(boxes)
    for row, value in zip(rows, worths, strict=True):
        if row.box >= 0:
            mass[row.box] += value
    for index in range(len(boxes) - 1, 0, -1):
        above = boxes[index].parent
        if above >= 0:
            mass[above] += mass[index]
    return mass


def choose(ground: Ground) -> int:
    """The box of the statement."""
    for test, share in ((_is_article_body, _ENOUGH_MARKED), (_says_body, _ENOUGH_NAMED)):
        named = _named(ground, test, min(share * ground.mass[0], _ENOUGH_TEXT))
        if named is not None:
            return named
    return _descend(ground)


def _is_article_body(box: Box) -> bool:
    return "articleBody" in box.itemprop.split()


def _says_body(box: Box) -> bool:
    if not box.names or box.tag in _LEAVES or box.tag in ("html", "body"):
        return False
    return hints.of_names(box.names).body


def _named(ground: Ground, test: Callable[[Box], bool], floor: float) -> int | None:
    """The box that its names call the body, if enough text stands in it."""
    boxes, mass = ground.boxes, ground.mass
    found = [i for i, box in enumerate(boxes) if mass[i] > 0 and not ground.why[i] and test(box)]
    known = set(found)
    outer = [i for i in found if not any(a in known for a in around(boxes[i].parent, boxes))]
    if not outer:
        return None
    best = max(outer, key=lambda i: mass[i])
    whole = _together(best, outer, ground)
    if mass[whole] < floor:
        return None
    if whole != best:
        return whole
    for inner in found:
        if mass[inner] >= _NEARLY_ALL * mass[best] and best in around(inner, boxes):
            best = inner
    return best


def _together(best: int, outer: Sequence[int], ground: Ground) -> int:
    """A body in several pieces: the box around the pieces that are named alike, if there is little
    else in it."""
    boxes, mass = ground.boxes, ground.mass
    pieces = [i for i in outer if _alike(boxes[i], boxes[best])]
    total = sum(mass[i] for i in pieces)
    if len(pieces) < 2 or mass[best] > _NEARLY_ALL * total:
        return best
    for above in around(boxes[best].parent, boxes):
        inside = [i for i in pieces if above in around(i, boxes)]
        held = sum(mass[i] for i in inside)
        if held >= _NEARLY_ALL * total:
            alone = held >= 0.8 * mass[above]
            return above if alone and not _several(above, ground) else best
    return best


def _several(box: int, ground: Ground) -> bool:
    """Do several articles stand in the box, each with its own title?"""
    tops = [r for r in ground.rows if r.level == 1 and r.box >= 0]
    return sum(box in around(row.box, ground.boxes) for row in tops) > 1


def _alike(a: Box, b: Box) -> bool:
    if a.tag != b.tag:
        return False
    return (a.itemprop != "" and a.itemprop == b.itemprop) or bool(
        set(a.names.split()) & set(b.names.split())
    )


def _descend(ground: Ground) -> int:
    """Down from the page, as long as one box holds most of what there is."""
    children: list[list[int]] = [[] for _ in ground.boxes]
    for index, box in enumerate(ground.boxes):
        if box.parent >= 0:
            children[box.parent].append(index)
    counts, plain = _shape(ground)
    title = ground.title
    with_title = set(around(ground.rows[title].box, ground.boxes)) if title is not None else set()
    here = 0
    while True:
        weights = {c: plain[c] * _weight(c, ground, c in with_title) for c in children[here]}
        direct = ground.mass[here] - sum(ground.mass[c] for c in children[here])
        total = direct + sum(weights.values())
        best = max(weights, key=lambda c: weights[c], default=here)
        if best == here or weights[best] < _MOST * total or total <= 0:
            return here
        if _has_peers(best, children[here], ground):
            return here
        leaf = ground.boxes[best].tag in _LEAVES or not children[best]
        if leaf and (counts[best] < 3 or weights[best] < _NEARLY_ALL * total):
            return here
        here = best


def _shape(ground: Ground) -> tuple[list[int], list[float]]:
    """Of each box, how many rows stand in it alone, and how far it is no list of links: 1 for text
    with few links, less for teasers."""
    counts = [0] * len(ground.boxes)
    length = [0] * len(ground.boxes)
    linked = [0] * len(ground.boxes)
    for row in ground.rows:
        if row.box >= 0 and not ground.why[row.box]:
            counts[row.box] += 1
            length[row.box] += len(row.text)
            linked[row.box] += row.linked
    for index in range(len(ground.boxes) - 1, 0, -1):
        above = ground.boxes[index].parent
        if above >= 0:
            length[above] += length[index]
            linked[above] += linked[index]
    shares = (part / whole if whole else 0.0 for part, whole in zip(linked, length, strict=True))
    return counts, [1.0 if share < _FEW_LINKS else max(_TEASERS, 1 - 3 * share) for share in shares]


def _has_peers(best: int, siblings: Sequence[int], ground: Ground) -> bool:
    """Do boxes alike stand beside it with something in them? Then it is one piece of several."""
    peers = (c for c in siblings if c != best and not ground.why[c])
    alike = (c for c in peers if _alike(ground.boxes[c], ground.boxes[best]))
    return sum(ground.mass[c] for c in alike) > _PEERS * ground.mass[best]


def _weight(index: int, ground: Ground, with_title: bool) -> float:
    if ground.why[index]:
        return 0.0
    box, mass = ground.boxes[index], ground.mass[index]
    factor = 3.0 if with_title and mass >= _SENTENCES else 1.0
    if not with_title and box.names and hints.of_names(box.names).reason in _BESIDE:
        factor *= _DOUBTED
    if box.tag in ("article", "main") or box.role == "main":
        factor *= 2.0
    elif box.names and hints.of_names(box.names).main:
        factor *= 1.5
    return factor * mass
