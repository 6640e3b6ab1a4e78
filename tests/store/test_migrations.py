"""Migrations run in order, once, each as a whole."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.errors import Newer
from onrecord.store import migrations
from onrecord.store.schema import RECORDS


@pytest.fixture
def db() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def test_the_tables_are_made_once(db: sqlite3.Connection) -> None:
    migrations.migrate(db)
    migrations.migrate(db)
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables >= {*RECORDS, "warcs", "meta"}
    assert migrations.version(db) == len(migrations.MIGRATIONS)
    db.close()


def test_each_is_a_whole(db: sqlite3.Connection) -> None:
    def good(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE a (n)")

    def bad(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE b (n)")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        migrations.migrate(db, (good, bad))
    assert migrations.version(db) == 1
    assert [row[0] for row in db.execute("SELECT name FROM sqlite_master")] == ["a"]
    db.close()


def test_what_is_newer_is_refused(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA user_version = 99")
    with pytest.raises(Newer, match=r"form 99.*install a newer onrecord"):
        migrations.migrate(db)
    db.close()
