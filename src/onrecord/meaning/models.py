"""What the encoders share: the digest of a model's files, and rows for sentences without a sign."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.meaning.encoder import Matrix


def digest(files: Iterable[Path]) -> str:
    """One SHA-256 of several files, in this order."""
    found = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            found.update(hashlib.file_digest(file, "sha256").digest())
    return f"sha256:{found.hexdigest()}"


def without_empty(rows: Matrix, sentences: Sequence[str]) -> Matrix:
    """The rows, those of blank sentences all zeros: near to nothing."""
    for n, sentence in enumerate(sentences):
        if not sentence or sentence.isspace():
            rows[n] = 0.0
    return rows
