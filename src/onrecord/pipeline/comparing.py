"""Two statements beside each other: read or taken from an archive, aligned, annotated, compared."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.compare.alignment import Alignment, align
from onrecord.compare.beads import Bead
from onrecord.compare.difference import WEIGHTS, Difference
from onrecord.compare.differences import differences
from onrecord.compare.sides import side
from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import Encoder, encoder
from onrecord.pipeline.annotated import annotate
from onrecord.records import Annotation, Issue, Reading, Record

_LAYERS = frozenset({"entity", "time", "commitment", "position"})


class Summary(Record, frozen=True, kw_only=True):
    """A comparison in numbers. `share`: of the shorter text that corresponds; `score`: that, times
    how alike it is; `kinds`: sentences by kind of bead, of A where there are any; `weights`:
    differences by weight; `what`: those of the two heavier weights by what differs."""

    share: float
    score: float
    related: bool
    method: str
    kinds: dict[str, int]
    weights: dict[str, int]
    what: dict[str, int]


class Comparison(Record, frozen=True, kw_only=True):
    """Two readings, their beads, and what differs, the heaviest first."""

    a: Reading
    b: Reading
    beads: tuple[Bead, ...]
    summary: Summary
    differences: tuple[Difference, ...]
    issues: tuple[Issue, ...]


def compare(
    a: Reading,
    b: Reading,
    annotations: tuple[Sequence[Annotation] | None, Sequence[Annotation] | None] = (None, None),
) -> Comparison:
    """Compares two readings. `annotations`: those that are known of each; else they are made."""
    one, two = side(a), side(b)
    used, missing = _encoder()
    alignment = align(one, two, used)
    known = tuple(
        _annotations(reading, alignment) if given is None else given
        for reading, given in zip((a, b), annotations, strict=True)
    )
    found = differences(one, two, alignment, (known[0], known[1]))
    return Comparison(
        a=a,
        b=b,
        beads=found.beads,
        summary=_summary(alignment, found.beads, found.differences),
        differences=found.differences,
        issues=(*missing, *alignment.issues),
    )


def _encoder() -> tuple[Encoder | None, tuple[Issue, ...]]:
    try:
        return encoder(), ()
    except NoEncoder as error:
        return None, (Issue(stage="compare", message=str(error)),)


def _annotations(reading: Reading, alignment: Alignment) -> tuple[Annotation, ...]:
    """What annotators say of a reading; nothing, where no sentence has a partner."""
    if not alignment.related:
        return ()
    return tuple(found for found in annotate(reading) if found.layer in _LAYERS)


def _summary(alignment: Alignment, beads: Sequence[Bead], found: Sequence[Difference]) -> Summary:
    kinds = dict.fromkeys(("same", "changed", "omitted", "added", "moved"), 0)
    for bead in beads:
        kinds[bead.kind] += len(bead.places_a) or len(bead.places_b)
    weights: dict[str, int] = dict.fromkeys(reversed(WEIGHTS), 0)
    what: dict[str, int] = {}
    for difference in found:
        weights[difference.weight] += 1
        if difference.weight in WEIGHTS[2:]:
            what[difference.what] = what.get(difference.what, 0) + 1
    return Summary(
        share=alignment.share,
        score=alignment.score,
        related=alignment.related,
        method=alignment.method,
        kinds=kinds,
        weights=weights,
        what=what,
    )
