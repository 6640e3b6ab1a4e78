"""The archive as a watch has it: opened when needed, and let go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.pipeline.opening import writing
from onrecord.pipeline.taking import LISTING
from onrecord.pipeline.watching_store import Keeper, Stopping, keep
from onrecord.store import captures, database, statements, watchfile
from tests.archives import page
from tests.pipeline.watching_support import NOW, fetched


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "archive")


@pytest.fixture
def db(folder: Folder) -> Iterator[sqlite3.Connection]:
    folder.root.mkdir()
    made = watchfile.writable(folder.watch)
    yield made
    made.close()


def test_others_may_write_while_there_is_nothing_to_store(
    folder: Folder, db: sqlite3.Connection
) -> None:
    keeper = Keeper(folder, db, lambda said: None, lambda: False, follow=False)
    keep(keeper.session(), fetched(page()))
    keeper.commit(NOW)
    keeper.pause(NOW, 0.5)
    keeper.session()  # still open
    keeper.pause(NOW, 60.0)
    with writing(folder, wait=0.0) as other:
        assert captures.count(other.db) == 1
    keeper.session()
    keeper.close()


def test_who_is_to_stop_does_not_wait_for_others(folder: Folder, db: sqlite3.Connection) -> None:
    said: list[str] = []
    with writing(folder):
        pass
    keeper = Keeper(folder, db, said.append, lambda: True)
    with locked(folder.lock), pytest.raises(Stopping):
        keeper.session()
    assert any("writing" in line for line in said)


def test_what_was_not_committed_is_asked_for_again(folder: Folder, db: sqlite3.Connection) -> None:
    keeper = Keeper(folder, db, lambda said: None, lambda: False, follow=False)
    first = keep(keeper.session(), fetched(page()))
    keeper.close()  # as at a sudden end: the capture is in its file
    again = keep(keeper.session(), fetched(page()))
    keeper.commit(NOW)
    assert again.capture == first.capture
    assert captures.count(keeper.session().db) == 1
    keeper.close()


def test_a_listing_is_evidence_and_no_statement(folder: Folder) -> None:
    with writing(folder) as session:
        keep(session, fetched(page()), LISTING)
        session.commit()
        assert captures.count(session.db) == 1
        assert list(statements.all_statements(session.db)) == []
    assert database.problems(database.readable(folder.records)) == []
