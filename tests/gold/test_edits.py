"""Silent edits of a feed of 2021: each distinct text is found, between the right two snapshots, and
nothing besides. docs/how-to/find-silent-edits.md tells what they were read to be by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.edits import edits, plain, seen

from tests.support import shared_data

# As counted on the day when they were read.
EDITS = 36
SNAPSHOTS = 124


def test_every_edit_is_found_and_none_invented(tmp_path: Path) -> None:
    shared = shared_data()
    folder = shared / "data" / "corpora" / "us-state-dept-rss" if shared else tmp_path
    snapshots = sorted(folder.rglob("*.rss"))
    if not snapshots:
        pytest.skip("the snapshots are not here")
    found = edits(snapshots, tmp_path, annotate=False)
    assert Counter(map(seen, found)) == Counter(plain(snapshots))
    if len(snapshots) == SNAPSHOTS:
        assert len(found) == EDITS
    for edit in found:
        assert edit.told.changes
        for change in edit.told.changes:
            for quote, whole in ((change.quote_a, change.text_a), (change.quote_b, change.text_b)):
                assert quote is None or whole is None or quote in whole
