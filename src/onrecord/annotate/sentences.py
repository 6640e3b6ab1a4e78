"""The layer `sentence`: where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.document import Document
from onrecord.records import Annotation
from onrecord.text.sentences import sentences

ANNOTATOR = "sentences"


def annotate(document: Document) -> Iterator[Annotation]:
    """The sentences of a document, in order."""
    for span in sentences(document.text, document.language):
        yield Annotation(
            layer="sentence",
            span=span,
            quote=document.text[span.start : span.end],
            value={},
            annotator=ANNOTATOR,
            rule="sentence",
            confidence=1.0,
        )
