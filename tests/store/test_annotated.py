"""The tables of annotations."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.store import annotated


def test_the_tables_are_made_once() -> None:
    db = sqlite3.connect(":memory:")
    annotated.make(db)
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert names == {"annotations", "mentions", "acts"}
    with pytest.raises(sqlite3.OperationalError):
        annotated.make(db)
