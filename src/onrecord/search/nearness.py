"""The vectors that are nearest to one: an approximate index (usearch, 16-bit), beside the vectors.

It is made of the vectors' file and follows it by the number of the last vector; lost, damaged or of
another store, it is made again.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.store import vectors

if TYPE_CHECKING:
    from onrecord.meaning.encoder import Matrix

_BATCH = 20_000
_LINKS, _LOOK_ADDING, _LOOK = 24, 128, 192
STORED = "<f2"


class Nearness:
    """The index in a file, up to date with an open file of vectors."""

    def __init__(self, path: Path, db: sqlite3.Connection, dimensions: int) -> None:
        self._path, self._db, self._dimensions = path, db, dimensions
        self._index, self._last = self._loaded()

    def follow(self) -> bool:
        """Puts in the vectors that are new; tells whether there were any."""
        before = self._last
        pending = vectors.rows_after(self._db, before)
        while some := pending.fetchmany(_BATCH):
            keys = np.array([n for n, _ in some], dtype=np.uint64)
            rows = np.frombuffer(b"".join(row for _, row in some), dtype=STORED)
            self._index.add(keys, rows.reshape(len(some), -1), threads=1)
            self._last = int(keys[-1])
        return self._last > before

    def save(self) -> None:
        """Writes the index to its file, in place of the old one."""
        draft = self._path.with_suffix(".new")
        self._index.save(str(draft))
        os.replace(draft, self._path)

    def nearest(self, vector: Matrix, count: int) -> dict[int, float]:
        """The numbers of the nearest vectors with their products, the nearest first."""
        if not len(self._index):
            return {}
        found = self._index.search(vector, min(count, len(self._index)), threads=1)
        return {
            int(key): 1.0 - float(far) for key, far in zip(found.keys, found.distances, strict=True)
        }

    def rows(self, numbers: list[int]) -> Matrix:
        """The vectors with these numbers, as rows."""
        if not numbers:
            return np.zeros((0, self._dimensions), dtype=np.float32)
        found = self._index.get(np.array(numbers, dtype=np.uint64), dtype=np.float16)
        return np.asarray(found, dtype=np.float32)

    def _loaded(self) -> tuple[Any, int]:
        index = self._made()
        last = vectors.last(self._db)
        if self._path.is_file():
            try:
                index.load(str(self._path))
            except (RuntimeError, ValueError, OSError):
                index = self._made()
        size = len(index)
        if size > last or (size and not index.contains(size)):
            index, size = self._made(), 0
        return index, size

    def _made(self) -> Any:
        from usearch.index import Index  # noqa: PLC0415  (only who asks by meaning pays)

        return Index(
            ndim=self._dimensions, metric="ip", dtype="f16", connectivity=_LINKS,
            expansion_add=_LOOK_ADDING, expansion_search=_LOOK,
        )  # fmt: skip
