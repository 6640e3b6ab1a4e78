"""A comparison as one HTML file that can be sent to a colleague: no script, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

import jinja2

from onrecord.cli import compare_words
from onrecord.cli.output import safe
from onrecord.compare.difference import Difference
from onrecord.pipeline.comparing import Comparison
from onrecord.records import Reading, Span


class Piece(NamedTuple):
    """Words of a cell, and how heavy a difference they are, if one."""

    text: str
    weight: str | None


class Row(NamedTuple):
    """A bead as it is shown: both sides in pieces."""

    n: int
    kind: str
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]


def page(found: Comparison, names: tuple[str, str]) -> str:
    """The whole file."""
    template = files("onrecord") / "cli" / "templates" / "compare.html"
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template.read_text("utf-8")).render(
        sides=[_side(*each) for each in zip("AB", (found.a, found.b), names, strict=True)],
        summary=compare_words.summary(found.summary),
        method=compare_words.METHODS[found.summary.method],
        differences=[_told(each) for each in found.differences],
        rows=list(_rows(found)),
        issues=[safe(issue.message) for issue in found.issues],
    )


def _side(mark: str, reading: Reading, name: str) -> dict[str, str | None]:
    url = reading.source.url
    return {
        "mark": mark,
        "name": safe(name),
        "title": safe(reading.header.title or name),
        "language": reading.language,
        "direction": "rtl" if (reading.language or "").split("-")[0] in _RIGHT_TO_LEFT else "ltr",
        "date": reading.header.date or reading.header.published,
        "url": safe(url) if url and url.startswith(("http://", "https://")) else None,
        "digest": reading.text_digest,
    }


_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def _told(difference: Difference) -> dict[str, object]:
    return {
        "weight": difference.weight,
        "what": difference.what,
        "reason": compare_words.reason(difference),
        "a": safe(difference.quote_a) if difference.quote_a else None,
        "b": safe(difference.quote_b) if difference.quote_b else None,
        "bead": difference.bead,
    }


def _rows(found: Comparison) -> Iterator[Row]:
    by_bead: dict[int, list[Difference]] = {}
    for difference in found.differences:
        by_bead.setdefault(difference.bead, []).append(difference)
    for n, bead in enumerate(found.beads):
        own = by_bead.get(n, [])
        a = [(d.a, d.weight) for d in own if d.a is not None]
        b = [(d.b, d.weight) for d in own if d.b is not None]
        yield Row(
            n,
            bead.kind,
            tuple(_pieces(found.a.text, bead.a, a)),
            tuple(_pieces(found.b.text, bead.b, b)),
        )


def _pieces(text: str, spans: Sequence[Span], marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """The words of a side, cut at what differs; of marks that overlap the first counts."""
    if not spans:
        return
    at, end = spans[0].start, spans[-1].end
    for mark, weight in sorted(marks, key=lambda each: each[0]):
        if mark.start < at or mark.end > end or mark.start == mark.end:
            continue
        if mark.start > at:
            yield Piece(safe(text[at : mark.start]), None)
        yield Piece(safe(text[mark.start : mark.end]), weight)
        at = mark.end
    if at < end:
        yield Piece(safe(text[at:end]), None)
