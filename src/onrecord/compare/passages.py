"""What stands on one side alone, and what stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from onrecord.compare.beads import Bead
from onrecord.compare.difference import Difference, Kind, Side, Weight, What, made
from onrecord.records import Span

_ACTS = ("commitment", "position")
_SHORT = 3  # words: a greeting, an end mark


def alone(n: int, bead: Bead, a: Side, b: Side) -> Iterator[Difference]:
    """What is omitted or added: a passage, unless it is a stage note, a line of the head, or a
    word or two."""
    side, places = (a, bead.places_a) if bead.a else (b, bead.places_b)
    kind: Kind = "omitted" if bead.a else "added"
    for is_light, run in groupby(places, key=lambda place: _light(side, place)):
        span = side.said(list(run))
        spans: tuple[Span | None, Span | None] = (span, None) if bead.a else (None, span)
        weight: Weight = "wording" if is_light else "substance"
        what: What = "note" if is_light else "passage"
        acts = sorted({found.layer for found in side.within(span, *_ACTS)})
        reason = f"{kind} {what}" if is_light or not acts else f"{kind} with acts"
        yield made(n, (a, b), spans, (kind, weight, what, reason), acts=", ".join(acts))


def _light(side: Side, place: int) -> bool:
    sentence = side.sentences[place]
    outside = bool(side.turns) and sentence.turn < 0
    return sentence.note or outside or len(side.quote(sentence.said).split()) < _SHORT


def moved(n: int, bead: Bead, a: Side, b: Side) -> Difference:
    """What stands elsewhere in B."""
    spans = a.said(bead.places_a), b.said(bead.places_b)
    return made(n, (a, b), spans, ("moved", "wording", "order", "moved"))
