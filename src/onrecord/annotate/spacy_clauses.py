"""Whose act a verb tells, by the parser of a spaCy pipeline that comes in a package: only where
models are asked for and the rules find nobody.

Knows the names of the parser's relations; not who may act: that is one of the parties of the
sentence, or nobody.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

from onrecord.annotate.cues import Cue
from onrecord.annotate.models import MODELS, missing
from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence
from onrecord.annotate.spacy_names import OTHER_VERSION, others

_LOADER = "spacy_names"  # of the models: those whose package has a parser
_NEEDED = frozenset({"tok2vec", "parser"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
_GOES_UP = frozenset({"conj", "xcomp", "aux", "auxpass", "aux:pass", "cop"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_HIGHEST = 4  # verbs above a verb that may have its subject
_LONGEST = 1500  # characters of a sentence that is parsed


class Parsed(NamedTuple):
    """A party that is the subject of a verb, and the model that says so."""

    party: Party
    model: str


class Parser:
    """A loaded pipeline. `name` tells it, with its version."""

    def __init__(self, pipeline: Any, package: str) -> None:
        self.name = f"{package} {pipeline.meta['version']}"
        self._read = lru_cache(256)(pipeline)

    def subjects(self, text: str, start: int, stop: int) -> Iterator[int]:
        """Where the words stand that may be the subject of the verb at `start` to `stop`, the
        likeliest first."""
        if len(text) > _LONGEST:
            return
        inside = [token for token in self._read(text) if start <= token.idx < stop]
        at = next(
            (token for token in inside if token.head not in inside or token.head == token), None
        )
        for _ in range(_HIGHEST):
            if at is None:
                return
            found = [child for child in at.children if child.dep_ in _SUBJECTS]
            yield from (child.idx for child in found)
            if at.dep_ in _RELATIVE:
                yield at.head.idx
            if found or at.dep_ not in _GOES_UP:
                return
            at = at.head


@cache
def parser(base: str) -> Parser | None:
    """The parser of a language, loaded once; None if there is none."""
    module, package = MODELS.get(base, ("", ""))
    if module != _LOADER:
        return None
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", OTHER_VERSION)
            found = import_module(package)
            return Parser(found.load(exclude=others(found, _NEEDED)), package)
    except ImportError as error:
        raise missing(base, error) from error


def parsed(
    reading: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
) -> Parsed | None:
    """The party that is the subject of a verb by the parse of its sentence, if any is."""
    known = parser((reading.document.language or "").partition("-")[0])
    if known is None or not parties:
        return None
    base = reading.starts[sentence.first]
    text = reading.text[base : reading.stops[sentence.last - 1]]
    start, stop = reading.starts[cue.first] - base, reading.stops[cue.last - 1] - base
    for at in known.subjects(text, start, stop):
        for party in parties:
            if reading.starts[party.first] <= base + at < reading.stops[party.last - 1]:
                return Parsed(party, known.name)
    return None
