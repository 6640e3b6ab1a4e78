"""Names by a spaCy pipeline that comes in a package: its vectors of words and its recogniser of
names alone, without tagger and parser, which take most of the time."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from onrecord.annotate.models import Seen

KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_NEEDED = frozenset({"tok2vec", "ner"})
OTHER_VERSION = ".*was trained with spaCy"  # of the same line: its figures were measured with ours
_AT_ONCE = 64


class SpacyNames:
    """A loaded pipeline."""

    def __init__(self, pipeline: Any, package: str) -> None:
        self.name = f"{package} {pipeline.meta['version']}"
        self._pipeline = pipeline

    def find(self, pieces: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
        """The people, bodies and places in each piece."""
        for read in self._pipeline.pipe(pieces, batch_size=_AT_ONCE):
            yield tuple(
                Seen(found.start_char, found.end_char, KINDS[found.label_])
                for found in read.ents
                if found.label_ in KINDS
            )


def load(package: str) -> SpacyNames:
    """The pipeline of a package; `ImportError` if it is not there."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", OTHER_VERSION)
        module = import_module(package)
        pipeline = module.load(exclude=others(module, _NEEDED))
    return SpacyNames(pipeline, package)


def others(module: Any, needed: frozenset[str]) -> list[str]:
    """The parts of a pipeline that are not needed."""
    from spacy.util import get_model_meta  # noqa: PLC0415 - an optional package

    meta = get_model_meta(module.__path__[0])
    parts = (*meta["pipeline"], *meta.get("disabled", ()))
    return [part for part in parts if part not in needed]
