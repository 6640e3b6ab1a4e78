"""A comparison as the contract has it: one object, with beads, differences and a summary."""

from __future__ import annotations

import msgspec

from onrecord.compare.beads import Bead
from onrecord.pipeline.comparing import Comparison
from onrecord.records import Reading


def record(found: Comparison, names: tuple[str, str]) -> object:
    """The record of a comparison; spans point into the texts that the digests name."""
    return {
        "a": _side(found.a, names[0]),
        "b": _side(found.b, names[1]),
        "beads": [_bead(bead) for bead in found.beads],
        "summary": found.summary,
        "differences": [msgspec.to_builtins(each) for each in found.differences],
        "issues": found.issues,
    }


def _side(reading: Reading, name: str) -> dict[str, str | None]:
    return {
        "name": name,
        "title": reading.header.title,
        "date": reading.header.date or reading.header.published,
        "language": reading.language,
        "url": reading.source.url,
        "text_digest": reading.text_digest,
    }


def _bead(bead: Bead) -> dict[str, object]:
    return {"a": bead.a, "b": bead.b, "kind": bead.kind, "score": bead.score}
