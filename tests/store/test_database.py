"""What is wrong with the file is told, with what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import ArchiveError, Damaged, Newer
from onrecord.store import database, statements
from tests.archives import Desk, statement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    desk = Desk(tmp_path)
    for number in range(40):
        desk.file(statement(f"Statement {number}. " * 200, url=f"https://mfa.example/{number}"))
    desk.db.close()
    return tmp_path / "records.sqlite"


def test_a_reader_cannot_change_anything(path: Path) -> None:
    db = database.readable(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM statements")
    db.close()


def test_a_reader_reads_while_a_writer_writes(path: Path) -> None:
    writer, reader = database.writable(path), database.readable(path)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM issues")
    assert len(list(statements.all_statements(reader))) == 40
    writer.execute("ROLLBACK")
    writer.close()
    reader.close()


def test_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        database.readable(tmp_path / "records.sqlite")


def test_no_database(tmp_path: Path) -> None:
    path = tmp_path / "records.sqlite"
    path.write_bytes(b"something else" * 1000)
    for opened in (database.readable, database.writable):
        with pytest.raises(Damaged, match=r"damaged .*onrecord rebuild"):
            opened(path)


def test_a_damaged_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = bytes(b ^ 0x5A for b in data[4096 : len(data) - 4096])
    path.write_bytes(data)
    with pytest.raises(Damaged, match="onrecord rebuild"):
        _look_through(path)


def _look_through(path: Path) -> None:
    with database.explained(path):
        db = database.readable(path)
        try:
            assert database.problems(db)
            list(statements.all_statements(db))
        finally:
            db.close()


def test_a_newer_archive(path: Path) -> None:
    db = database.writable(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    for opened in (database.readable, database.writable):
        with pytest.raises(Newer, match="newer onrecord"):
            opened(path)


def test_a_full_disk(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.db.execute("PRAGMA max_page_count = 60")
    with pytest.raises(ArchiveError, match=r"disk is full.*make room"):
        _fill(desk, tmp_path)
    desk.db.close()


def _fill(desk: Desk, folder: Path) -> None:
    with database.explained(folder / "records.sqlite"):
        for number in range(99):
            desk.file(statement(f"Statement {number}. " * 400, url=f"https://mfa.example/{number}"))


def test_all_is_well(path: Path) -> None:
    db = database.readable(path)
    assert database.problems(db) == []
    assert database.dangling(db) == []
    db.close()
