"""What the letters of a word say: whether it is a word of German, a name, or a word of English.

A linear model over runs of letters, which `scripts/train_letters.py` trains on open lists of words
and on the gazetteer; the weights come with the package (`letters.npz`) and are read when a first
word is asked about. Knows single words alone, not what stands around them: `german_names`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

WEIGHTS = Path(__file__).parent / "letters.npz"
SLOTS = 1 << 19
SHORT = 9  # letters of a word that is remembered whole
BITS = 1 << 20
_HASHES = 4
_SHORTEST, _LONGEST = 2, 6  # letters of a run
_MOST = 40  # letters of a word that are looked at
_KEPT = 50_000

Table = np.ndarray[Any, np.dtype[np.float32]]


class Likeness(NamedTuple):
    """How likely a word is one of German, a name, or a word of English; in all 1."""

    word: float
    name: float
    foreign: float


def slots(word: str) -> Iterator[int]:
    """The places of a folded word's runs of letters in the table of weights.

    >>> len(set(slots("orva"))), max(slots("orva")) < SLOTS
    (15, True)
    """
    whole = ("<" + word[:_MOST] + ">").encode()
    size = len(whole)
    yield crc32(whole) % SLOTS
    for length in range(_SHORTEST, min(_LONGEST, size - 1) + 1):
        for at in range(size - length + 1):
            yield crc32(whole[at : at + length]) % SLOTS


def bits(word: str) -> Iterator[int]:
    """Where a folded word leaves its marks in the table of short words."""
    whole = word.encode()
    for n in range(_HASHES):
        yield crc32(whole, n * 0x9E3779B1 & 0xFFFFFFFF) % BITS


@cache
def _model() -> tuple[Table, Table, bytes]:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        weights = stored["weights"].astype(np.float32) * stored["scale"]
        return weights, stored["bias"], stored["short"].tobytes()


@lru_cache(maxsize=_KEPT)
def is_word(word: str) -> bool:
    """Is a short folded word one of German? Of a hundred that are none, one or two pass."""
    short = _model()[2]
    return len(word) <= SHORT and all(short[bit >> 3] >> (bit & 7) & 1 for bit in bits(word))


@lru_cache(maxsize=_KEPT)
def likeness(word: str) -> Likeness:
    """What a folded word is likely to be."""
    weights, bias, _ = _model()
    found = np.fromiter(slots(word), np.int64)
    scores = weights[found].sum(0) / np.sqrt(len(found)) + bias
    raised = np.exp(scores - scores.max())
    return Likeness(*(raised / raised.sum()).tolist())
