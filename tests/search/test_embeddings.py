"""What follows the store is tested in tests/cli/test_meaning.py, its parts here."""

from __future__ import annotations

from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.search import embeddings


def test_no_vectors_are_told_apart_from_some(tmp_path: Path) -> None:
    assert embeddings.made_by(Folder(tmp_path)) is None
    assert embeddings.open_vectors(Folder(tmp_path)) is None
