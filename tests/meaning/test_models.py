"""Digests of files, and rows of blank sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.meaning.models import digest, without_empty


def test_the_digest_knows_content_and_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_bytes(b"1")
    b.write_bytes(b"2")
    assert digest([a, b]) == digest([a, b]) != digest([b, a])


def test_rows_of_blank_sentences_are_zero() -> None:
    rows = without_empty(np.ones((2, 3), dtype=np.float32), ["a", " \n"])
    assert rows.sum(axis=1).tolist() == [3, 0]
