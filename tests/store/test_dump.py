"""The digest of all records changes with any of them, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store import changes, dump
from tests.archives import Desk, statement


def test_progress_is_no_record(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.file(statement())
    before = dump.digest(desk.db)
    changes.set_watermark(desk.db, 5)
    assert dump.digest(desk.db) == before
    desk.db.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE versions SET text = text || '.'",
        "UPDATE turns SET stop = stop - 1",
        "UPDATE statements SET id = id || 'x'",
        "DELETE FROM appearances",
        "UPDATE captures SET start = 1",
    ],
)
def test_any_change_is_seen(tmp_path: Path, change: str) -> None:
    desk = Desk(tmp_path)
    desk.file(statement())
    before = dump.digest(desk.db)
    desk.db.execute(change)
    assert dump.digest(desk.db) != before
    desk.db.close()
