"""The file of the saved searches."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from onrecord.alerts import database
from onrecord.errors import ArchiveError, Damaged, Newer


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    with database.opened(path):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_newer_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(Newer, match="install a newer one"), database.opened(path):
        pass


def test_damage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "alerts.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(Damaged, match="put it back"), database.opened(path):
        pass


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with (
        pytest.raises(ArchiveError, match="check permissions"),
        database.opened(tmp_path / "none" / "alerts.sqlite"),
    ):
        pass


def test_a_transaction_is_whole_or_nothing(tmp_path: Path) -> None:
    with database.opened(tmp_path / "alerts.sqlite") as db:
        with suppress(ZeroDivisionError), database.transaction(db):
            db.execute("INSERT INTO meta VALUES ('a', '1')")
            raise ZeroDivisionError
        assert db.execute("SELECT count(*) FROM meta").fetchone()[0] == 0
