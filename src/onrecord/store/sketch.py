"""Are these nearly the same words? Shingles of words, and a sketch of them that finds candidates
among very many texts. It knows no language: where words are not set apart, each sign is one.
"""

from __future__ import annotations

import hashlib
import re
import struct
from hashlib import blake2b

from onrecord.text.normalize import fold

WIDTH = 4  # words of a shingle: three are common phrases, six do not survive small edits
SIZE = 128  # values of a sketch: similarity to about 4 in 100
KEYS = 12  # values by which a text is looked up: half the same words are found in 998 of 1,000
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\\w+")


def words(text: str) -> list[str]:
    """
    >>> words("He said: “Yes – 1,5”."), words("外交部")
    (['he', 'said', 'yes', '1', '5'], ['外', '交', '部'])
    """
    return _WORD.findall(fold(text))


def digest(said: list[str]) -> str:
    """The digest of words, whatever stands between them."""
    return "sha256:" + hashlib.sha256(" ".join(said).encode("utf-8", "replace")).hexdigest()


def shingles(said: list[str]) -> frozenset[int]:
    """All runs of so many words, as numbers that fit into SQLite's.

    >>> len(shingles("a b c d e".split())), len(shingles(["a"])), len(shingles([]))
    (2, 1, 0)
    """
    if not said:
        return frozenset()
    encoded = [word.encode("utf-8", "replace") for word in said]
    runs = zip(*(encoded[n:] for n in range(WIDTH)), strict=False)
    pieces = map(b" ".join, runs) if len(said) >= WIDTH else iter((b" ".join(encoded),))
    made = b"".join([blake2b(piece, digest_size=8).digest() for piece in pieces])
    return frozenset(unpacked(made))


def sketch(found: frozenset[int]) -> tuple[int, ...]:
    """The smallest values: two texts share as many of them as they share shingles."""
    return tuple(sorted(found)[:SIZE])


def packed(values: tuple[int, ...]) -> bytes:
    """A sketch as it is stored."""
    return struct.pack(f"<{len(values)}q", *values)


def unpacked(data: bytes) -> tuple[int, ...]:
    """
    >>> unpacked(packed((-1, 2)))
    (-1, 2)
    """
    return struct.unpack(f"<{len(data) // 8}q", data)


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """How much two sketches say their texts share (Jaccard).

    >>> alike((1, 2, 3), (1, 2, 3)), alike((1,), (2,)), alike((), ())
    (1.0, 0.0, 0.0)
    """
    union = sorted({*a, *b})[:SIZE]
    return len({*union} & {*a} & {*b}) / len(union) if union else 0.0


def shared(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of all shingles that both have (Jaccard)."""
    return len(a & b) / len(a | b) if a or b else 0.0


def contained(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the shorter text that stands in the longer: a text that grows keeps it."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
