"""Annotators: each reads a text into annotations of one layer. A line here is one annotator; their
order is the order in which they are run. A module is imported when its layer is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from onrecord.annotate.document import Annotator, Document
from onrecord.records import Annotation


def late(module: str) -> Annotator:
    """The annotator of a module of this room, which is imported when a first document is read."""

    def annotate(document: Document) -> Iterator[Annotation]:
        read: Annotator = import_module(f"{__name__}.{module}").annotate
        return read(document)

    return annotate


ANNOTATORS: tuple[tuple[str, Annotator], ...] = (
    ("sentence", late("sentences")),
    ("entity", late("entities")),
    ("time", late("times")),
    ("event", late("events")),
    ("commitment", late("commitments")),
    ("position", late("positions")),
    ("outcome", late("outcomes")),
    ("quotation", late("quotations")),
    ("response", late("responses")),
)
