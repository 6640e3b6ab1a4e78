"""What is asked of a statement to compare a source with what is usual."""

from __future__ import annotations

from pathlib import Path

from onrecord.store import published
from tests.archives import Desk, statement


def test_the_facts_of_the_latest_version(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    filed = desk.file(statement("One line.\nAnother line."))
    found = published.fact(desk.db, filed.statement)
    assert found is not None
    assert (found.day, found.titled, found.turns) == ("2024-05-02", True, 2)
    assert published.fact(desk.db, "none") is None
