"""The modes together are tested in tests/cli/test_meaning.py; here what is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.errors import NoEncoder
from onrecord.search.modes import Modes


def test_missing_vectors_are_told(tmp_path: Path) -> None:
    with pytest.raises(NoEncoder, match="onrecord meaning"):
        Modes(Folder(tmp_path)).vectors()
