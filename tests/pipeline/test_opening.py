"""An archive is opened as it was left, however it was left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder, warcs
from onrecord.archive.writer import Writer
from onrecord.errors import ArchiveError, Damaged, Locked
from onrecord.pipeline.opening import prepare, recover, writing
from onrecord.pipeline.verifying import Verified, verify
from onrecord.store import captures, database, dump, issues
from tests.archives import PROSE, added, capture, outcomes, page, written

PAGES = {f"p{n}": page(f"Talks {n}", PROSE[n:]) for n in range(4)}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    added(tmp_path / "archive", *written(tmp_path / "pages", **PAGES))
    return Folder(tmp_path / "archive")


def _opened(folder: Folder) -> list[str]:
    said: list[str] = []
    with writing(folder, say=said.append):
        pass
    return said


def _holds(folder: Folder) -> bool:
    return all(isinstance(found, Verified) and not found.problems for found in verify(folder))


def _digest(folder: Folder) -> str:
    db = database.readable(folder.records)
    found = dump.digest(db)
    db.close()
    return found


def test_opening_changes_nothing(folder: Folder) -> None:
    before = _digest(folder)
    assert _opened(folder) == []
    assert _digest(folder) == before


def test_captures_that_the_records_do_not_know_are_taken_in(folder: Folder) -> None:
    before = _digest(folder)
    for path in folder.root.glob("records.sqlite*"):
        path.unlink()
    assert _opened(folder) == []
    assert _digest(folder) == before


def test_a_process_that_ended_between_the_two(folder: Folder) -> None:
    writer = Writer(folder)
    made = page("A fifth", PROSE[:5])
    writer.append(capture(5, made, warc="", start=0, length=0), made)
    writer.close()
    (said,) = _opened(folder)
    assert "1 captures taken in" in said
    assert _holds(folder)
    db = database.readable(folder.records)
    assert (captures.count(db), issues.totals(db)["statements"]) == (5, 5)
    db.close()


def test_what_was_not_committed_is_taken_in_next_time(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "archive")
    with writing(folder) as session:
        session.begin()
        placed = session.writer.append(capture(1, page(), warc="", start=0, length=0), page())
        session.take(placed, page())
    assert _opened(folder) == []
    assert _holds(folder)
    db = database.readable(folder.records)
    assert captures.count(db) == 1
    db.close()


def test_a_cut_record_is_set_aside_and_whole_ones_follow(folder: Folder) -> None:
    (path,) = warcs(folder)
    whole = path.stat().st_size
    with path.open("ab") as file:
        file.write(path.read_bytes()[:200])
    said = _opened(folder)
    assert any("no record" in line for line in said)
    assert path.stat().st_size == whole
    assert (folder.captures / f"{path.name}.{whole}.cut").stat().st_size > 0
    assert outcomes(
        added(folder.root, *written(folder.root / "x", new=page("New", PROSE[5:])))
    ) == ["added"]
    assert _holds(folder)


def test_a_file_that_lost_what_the_records_know(folder: Folder) -> None:
    (path,) = warcs(folder)
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(Damaged, match=r"shorter than it was.*onrecord rebuild"):
        _opened(folder)
    assert not _holds(folder)


def test_the_second_writer_is_told(folder: Folder) -> None:
    with writing(folder), pytest.raises(Locked, match="is writing"), writing(folder, wait=0.0):
        pass


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match=r"cannot be made.*--archive"):
        prepare(Folder(tmp_path / "file" / "archive"))


def test_nothing_is_left_to_recover(folder: Folder) -> None:
    with writing(folder) as session:
        assert recover(session) == 0
    shutil.rmtree(folder.captures)
    with pytest.raises(Damaged):
        _opened(folder)
