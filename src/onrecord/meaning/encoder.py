"""The one door to sentence encoders: sentences in, a matrix of unit rows out.

An encoder is a model that comes within a package, behind a module of this room; nothing is fetched.
What it gives depends on the model alone: `Identity` names it, so that vectors of one are never
compared with those of another. Scores are products of rows: 1 is the same, 0 is unrelated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol

from onrecord.errors import NoEncoder
from onrecord.records import Record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
else:
    Matrix = Any

ENCODERS = {"use": "universal", "e5": "small_e5"}  # name: module of this room
USUAL = "use"
LONGEST = 2_000  # characters of a sentence that are looked at
Level = Literal["same", "close", "near", "distant"]
_LEVELS: Mapping[str, tuple[tuple[Level, float], ...]] = {
    "use": (("same", 0.75), ("close", 0.55), ("near", 0.35)),
    "e5": (("same", 0.93), ("close", 0.89), ("near", 0.84)),
}


class Identity(Record, frozen=True, kw_only=True):
    """Which model made vectors. `version`: of the package it comes in; `digest`: SHA-256 of its
    files."""

    name: str
    version: str
    digest: str
    dimensions: int


class Encoder(Protocol):
    """A model that gives sentences their vectors. `languages`: those it was trained on, as base
    tags; `None` if it does not say."""

    identity: Identity
    languages: frozenset[str] | None

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """A row a sentence, of length 1; of a sentence without any sign, of zeros."""

    def ask(self, questions: Sequence[str]) -> Matrix:
        """The same for questions, where a model tells them from what is searched."""


@cache
def encoder(name: str = USUAL) -> Encoder:
    """An encoder by its name, loaded once. `NoEncoder` if its package is not there."""
    if name not in ENCODERS:
        raise NoEncoder(f"there is no encoder {name!r}: one of {', '.join(ENCODERS)}")
    made: Encoder = import_module(f"onrecord.meaning.{ENCODERS[name]}").load()
    return made


def encode(sentences: Sequence[str], name: str = USUAL) -> Matrix:
    """A row of length 1 for each sentence: the product of two rows says how near they are.

    >>> a, b, c = encode(["Talks resumed.", "Die Gespr\u00e4che gehen weiter.", "It rained."])
    >>> bool(a @ b > a @ c)
    True
    """
    return encoder(name).encode(sentences)


def knows(language: str | None, name: str = USUAL) -> bool:
    """Was the encoder trained on a language? Where nobody says, it is taken for known.

    >>> knows("pt-BR"), knows("uk")
    (True, False)
    """
    known = encoder(name).languages
    return known is None or (language or "").partition("-")[0].lower() in known


def level(similarity: float, name: str = USUAL) -> Level:
    """How near that is, for people: products of one encoder are not those of another. Translations
    are mostly `same` or `close`, answers to a question `close` or `near`.

    >>> level(0.8), level(0.4), level(0.1), level(0.8, "e5")
    ('same', 'near', 'distant', 'distant')
    """
    found: Level = "distant"
    for each, least in reversed(_LEVELS.get(name, _LEVELS[USUAL])):
        found = each if similarity >= least else found
    return found
