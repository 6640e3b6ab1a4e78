"""Sentences as a sequence: their lengths, keys, and vectors where an encoder is given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from onrecord.compare.keys import keys
from onrecord.compare.likeness import Sequenced
from onrecord.compare.path import Floats
from onrecord.meaning.encoder import Encoder
from onrecord.text.normalize import fold


def plain(said: Sequence[str]) -> tuple[str, ...]:
    """Sentences as they are compared word for word: marks and capitals do not count.

    >>> plain(["“We  agreed”"])
    ('"we agreed"',)
    """
    return tuple(" ".join(fold(text).split()) for text in said)


def sequenced(said: Sequence[str], encoder: Encoder | None, spared: Sequence[range]) -> Sequenced:
    """A side as a sequence. `spared`: sentences that need no vector."""
    sizes = np.array([max(1, len(text)) for text in said], np.float32)
    vectors = None if encoder is None else _vectors(said, encoder, spared, sizes)
    return Sequenced(
        vectors=vectors,
        lengths=sizes,
        keys=tuple(keys(text) for text in said),
    )


def _vectors(
    said: Sequence[str], encoder: Encoder, spared: Sequence[range], sizes: Floats
) -> Floats:
    """The vectors of sentences, weighed by the root of their length; each text is encoded once."""
    known = set(chain.from_iterable(spared))
    wanted = [n for n in range(len(said)) if n not in known]
    different = list(dict.fromkeys(said[n] for n in wanted))
    made = np.zeros((len(said), encoder.identity.dimensions), np.float32)
    if different:
        rows = dict(zip(different, encoder.encode(different), strict=True))
        for n in wanted:
            made[n] = rows[said[n]] * np.sqrt(sizes[n])
    return made
