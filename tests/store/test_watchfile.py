"""The file of a watch: made, read by others, and refused if it is of a newer form."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import Newer
from onrecord.store import watchfile


def test_what_is_told_is_there_for_others(tmp_path: Path) -> None:
    path = tmp_path / "watch.sqlite"
    assert watchfile.readable(path) is None
    db = watchfile.writable(path)
    watchfile.tell(db, "beat", "now")
    other = watchfile.readable(path)
    assert other is not None
    assert (watchfile.told(other, "beat"), watchfile.told(other, "none")) == ("now", None)
    other.close()
    db.close()


def test_what_fails_is_undone(tmp_path: Path) -> None:
    db = watchfile.writable(tmp_path / "watch.sqlite")
    with pytest.raises(ZeroDivisionError):
        _failing(db)
    assert watchfile.told(db, "a") is None
    db.close()


def _failing(db: sqlite3.Connection) -> None:
    with watchfile.transaction(db):
        watchfile.tell(db, "a", "b")
        raise ZeroDivisionError


def test_a_newer_form_is_refused(tmp_path: Path) -> None:
    db = watchfile.writable(tmp_path / "watch.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(Newer):
        watchfile.writable(tmp_path / "watch.sqlite")
