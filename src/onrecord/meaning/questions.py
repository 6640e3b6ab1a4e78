"""What makes a question a question, taken out of its vector: statements do not ask.

It is the mean of the vectors of some plain questions in several languages (`questions.toml`), and
belongs to one encoder. Words without a question mark are taken as they are.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from onrecord.meaning.encoder import Matrix, encoder

_PATH = Path(__file__).with_suffix(".toml")
_SHARE = 0.7  # of the mean: measured (docs/explanation/meaning.md)


class Questions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """questions.toml."""

    questions: tuple[str, ...]
    signs: tuple[str, ...]


@cache
def questions() -> Questions:
    """The questions, read once."""
    return msgspec.convert(tomllib.loads(_PATH.read_text("utf-8")), Questions)


def answered(row: Matrix, text: str, name: str) -> Matrix:
    """The vector of a question, nearer to where its answers lie; of length 1."""
    if not text.rstrip().endswith(questions().signs):
        return row
    moved = row - _SHARE * _asking(name)
    size = float(np.linalg.norm(moved))
    return np.asarray(moved / size, dtype=np.float32) if size else row


@cache
def _asking(name: str) -> Matrix:
    found: Matrix = encoder(name).ask(questions().questions).mean(axis=0, dtype=np.float32)
    return found
