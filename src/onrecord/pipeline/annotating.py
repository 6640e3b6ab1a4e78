"""Documents to annotations: which layers are wanted, and the annotators in their order.

A line that is no document gives a `Failure`, and the rest go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.annotate import ANNOTATORS
from onrecord.annotate.document import Document
from onrecord.errors import InputError
from onrecord.languages.identify import identify
from onrecord.pipeline.reading import Failure
from onrecord.records import Annotation, Issue, Record

_STAGE = "document"


class Annotated(Record, frozen=True, kw_only=True):
    """A document's annotations, layer by layer, each in the order of the text."""

    id: str | None
    annotations: tuple[Annotation, ...]


def layers() -> tuple[str, ...]:
    """The layers that there are, in the order in which they are made."""
    return tuple(layer for layer, _ in ANNOTATORS)


def annotate(
    lines: Iterable[bytes],
    wanted: Sequence[str] | None = None,
    explain: bool = False,
    models: bool = False,
) -> Iterator[Annotated | Failure]:
    """Documents, one a line of JSON, to annotations, in the same order, as they come. `explain`:
    each tells how its rule read the text. `models`: models see names, too."""
    chosen = frozenset(layers() if wanted is None else wanted)
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _annotated(line, number, chosen, explain, models)


def _annotated(
    line: bytes, number: int, wanted: frozenset[str], explain: bool, models: bool
) -> Annotated | Failure:
    try:
        document = _document(line, number)
    except InputError as error:
        issue = Issue(stage=_STAGE, message=str(error), severity="error")
        return Failure(uri=f"line {number}", issue=issue)
    if explain or models:
        document = msgspec.structs.replace(
            document, explain=explain or document.explain, models=models or document.models
        )
    return Annotated(id=document.id, annotations=tuple(of_document(document, wanted)))


def of_document(document: Document, wanted: frozenset[str]) -> Iterator[Annotation]:
    """The annotations of a document in the layers that are wanted."""
    if document.language is None:
        document = msgspec.structs.replace(document, language=identify(document.text).language)
    for layer, annotator in ANNOTATORS:
        if layer in wanted:
            yield from annotator(document)


def _document(line: bytes, number: int) -> Document:
    try:
        return msgspec.json.decode(line, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"line {number}: no document: {error}", _STAGE) from error
