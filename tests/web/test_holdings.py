"""The archive is seen anew when it has changed, by every thread on its own."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.errors import ArchiveError
from onrecord.pipeline.rebuilding import rebuild
from onrecord.store.issues import totals
from onrecord.web.holdings import Holdings
from tests.web.support import made


def test_what_is_counted_once_is_counted_again_after_a_change(tmp_path: Path) -> None:
    folder = made(tmp_path / "archive", [Path("samples/water-pact.v1.en.html")])
    holdings = Holdings(folder)
    calls = []

    def count(db: object) -> int:
        calls.append(db)
        return len(calls)

    assert [holdings.remembered("n", count) for _ in range(3)] == [1, 1, 1]
    made(tmp_path / "archive", [Path("samples/water-pact.v2.en.html")])
    assert holdings.remembered("n", count) == 2
    assert holdings.behind() == 0
    holdings.close()


def test_records_that_were_made_anew_are_opened_anew(tmp_path: Path) -> None:
    folder = made(tmp_path / "archive", [Path("samples/water-pact.v1.en.html")])
    holdings = Holdings(folder)
    with holdings.reading() as before:
        assert totals(before)["statements"] == 1
    rebuild(folder)
    with holdings.reading() as after:
        assert after is not before
        assert totals(after)["statements"] == 1
    holdings.close()


def test_every_thread_has_its_own_connection(folder: Folder) -> None:
    holdings = Holdings(folder)
    seen = []

    def look() -> None:
        with holdings.reading() as db:
            seen.append(db)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
        thread.join()
    assert len({id(db) for db in seen}) == 3
    holdings.close()


def test_no_archive_is_said(tmp_path: Path) -> None:
    holdings = Holdings(Folder(tmp_path))
    with pytest.raises(ArchiveError, match="no archive"), holdings.reading():
        pass
