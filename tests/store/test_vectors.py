"""Vectors are kept once, and go with nobody's turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import Damaged
from onrecord.store import vectors
from onrecord.store.vectors import Stretch


def test_turns_are_replaced_and_vectors_stay(tmp_path: Path) -> None:
    db = vectors.opened(tmp_path / "v.sqlite")
    n = vectors.keep(db, b"d", b"row")
    vectors.put(db, "a", [Stretch(1, 0, 0, 5, n), Stretch(1, 1, 0, 5, n)])
    assert vectors.having(db, [n]) == [1]
    vectors.forget(db, "a")
    assert vectors.having(db, [n]) == []
    assert vectors.known(db, [b"d", b"e"]) == {b"d": n}
    assert vectors.rows(db, [n]) == {n: b"row"}
    db.close()


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    path.write_bytes(b"no database at all, but long enough" * 100)
    with pytest.raises(Damaged, match=r"v\.sqlite"):
        vectors.opened(path)
