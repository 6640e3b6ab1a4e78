"""The differences that matter between two texts whose sentences correspond: each with the words on
both sides, what differs, how much that weighs, and why it is said.

Weights, from light to heavy: `typography` (marks, capitals), `wording`, `fact` (a figure, a date, a
name, a state), `substance` (what must or will be done, what is condemned, a no, a passage that
stands on one side alone). Across languages only what translation must keep is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.compare import crossing, passages, wording
from onrecord.compare.alignment import Alignment
from onrecord.compare.beads import Bead
from onrecord.compare.difference import WEIGHTS, Difference, Side
from onrecord.compare.sides import Text
from onrecord.records import Annotation, Record

_HEAVY = WEIGHTS.index("fact")


class Compared(Record, frozen=True, kw_only=True):
    """Beads, those of kind `same` that differ in a fact or in substance now `changed`, and the
    differences, the heaviest first."""

    beads: tuple[Bead, ...]
    differences: tuple[Difference, ...]


def differences(
    a: Text,
    b: Text,
    alignment: Alignment,
    annotations: tuple[Sequence[Annotation], Sequence[Annotation]] = ((), ()),
) -> Compared:
    """What differs between two texts, the heaviest first; nothing is listed of texts that are no
    versions of one. `annotations`: of A and of B."""
    if not alignment.related:
        return Compared(beads=alignment.beads, differences=())
    one = Side(a, alignment.a, annotations[0])
    two = Side(b, alignment.b, annotations[1])
    found = tuple(_found(one, two, alignment))
    heavy = {each.bead for each in found if WEIGHTS.index(each.weight) >= _HEAVY}
    beads = tuple(
        msgspec.structs.replace(bead, kind="changed")
        if bead.kind == "same" and n in heavy
        else bead
        for n, bead in enumerate(alignment.beads)
    )
    return Compared(beads=beads, differences=tuple(sorted(found, key=_rank)))


def _rank(difference: Difference) -> tuple[int, int, int]:
    """Heavy before light; passages after what differs within a sentence; then in order."""
    alone = difference.kind in ("omitted", "added")
    return -WEIGHTS.index(difference.weight), alone, difference.bead


def _found(a: Side, b: Side, alignment: Alignment) -> Iterator[Difference]:
    one_language = a.language == b.language and a.language is not None
    for n, bead in enumerate(alignment.beads):
        if not bead.a or not bead.b:
            yield from passages.alone(n, bead, a, b)
            continue
        if bead.kind == "moved":
            yield passages.moved(n, bead, a, b)
        if one_language:
            yield from wording.changed(n, bead, a, b)
        else:
            yield from crossing.lost(n, bead, a, b)
