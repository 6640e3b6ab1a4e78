"""Annotators: each reads a text into annotations of one layer. A line here is one annotator; their
order is the order in which they are run."""

from __future__ import annotations

from onrecord.annotate import (
    commitments,
    entities,
    events,
    positions,
    quotations,
    responses,
    sentences,
    times,
)
from onrecord.annotate.document import Annotator

ANNOTATORS: tuple[tuple[str, Annotator], ...] = (
    ("sentence", sentences.annotate),
    ("entity", entities.annotate),
    ("time", times.annotate),
    ("event", events.annotate),
    ("commitment", commitments.annotate),
    ("position", positions.annotate),
    ("quotation", quotations.annotate),
    ("response", responses.annotate),
)
