"""The tables of annotations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.store import annotated, database


def test_the_tables_are_made_once() -> None:
    db = sqlite3.connect(":memory:")
    annotated.make(db)
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"annotations", "mentions", "acts"}
    with pytest.raises(sqlite3.OperationalError):
        annotated.make(db)


def test_what_is_named_in_a_turn_is_read_from_an_index(tmp_path: Path) -> None:
    db = database.writable(tmp_path / "records.sqlite")
    asked = "SELECT entity FROM mentions WHERE version = 1 AND turn IS 2"
    plan = " ".join(str(row) for row in db.execute(f"EXPLAIN QUERY PLAN {asked}"))
    db.close()
    assert "COVERING INDEX mentions_turn" in plan
