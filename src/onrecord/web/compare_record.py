"""A comparison as the contract has it: one object, with beads, differences and a summary. The page
and the command give the same."""

from __future__ import annotations

from onrecord.compare.beads import Bead, Kind
from onrecord.compare.difference import Difference
from onrecord.pipeline.comparing import Comparison, Summary
from onrecord.records import Issue, Reading, Record, Span


class Beside(Record, frozen=True, kw_only=True):
    """A side: what it was asked for as, and what is known of it. Spans point into the text that the
    digest names."""

    name: str
    title: str | None
    date: str | None
    language: str | None
    url: str | None
    text_digest: str


class Paired(Record, frozen=True, kw_only=True):
    """Sentences that correspond; one side is empty where they stand on one side alone."""

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    kind: Kind
    score: float | None


class Compared(Record, frozen=True, kw_only=True):
    """Two texts beside each other."""

    a: Beside
    b: Beside
    beads: tuple[Paired, ...]
    summary: Summary
    differences: tuple[Difference, ...]
    issues: tuple[Issue, ...]


def record(found: Comparison, names: tuple[str, str]) -> Compared:
    """The record of a comparison."""
    return Compared(
        a=side(found.a, names[0]),
        b=side(found.b, names[1]),
        beads=tuple(map(_paired, found.beads)),
        summary=found.summary,
        differences=found.differences,
        issues=found.issues,
    )


def side(reading: Reading, name: str) -> Beside:
    """What is told of a side."""
    return Beside(
        name=name,
        title=reading.header.title,
        date=reading.header.date or reading.header.published,
        language=reading.language,
        url=reading.source.url,
        text_digest=reading.text_digest,
    )


def _paired(bead: Bead) -> Paired:
    return Paired(a=bead.a, b=bead.b, kind=bead.kind, score=bead.score)
