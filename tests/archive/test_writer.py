"""What is appended is there as a whole, or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import msgspec
import pytest

from onrecord.archive.folder import Folder, warcs
from onrecord.archive.reader import Note, Stored, scan
from onrecord.archive.writer import Writer
from onrecord.errors import ArchiveError
from onrecord.records import Moved
from tests.archives import capture


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.captures.mkdir()
    return folder


def _kept(folder: Folder) -> list[bytes]:
    found = [each for path in warcs(folder) for each in scan(path)]
    return [each.payload for each in found if isinstance(each, Stored)]


def test_it_goes_on_where_it_ended(folder: Folder) -> None:
    for number in range(3):
        writer = Writer(folder)
        placed = writer.append(capture(number), f"page {number}".encode())
        writer.close()
        assert placed.start + placed.length == (folder.captures / placed.warc).stat().st_size
    assert _kept(folder) == [b"page 0", b"page 1", b"page 2"]
    assert len(warcs(folder)) == 1


def test_a_full_file_is_followed_by_another(folder: Folder) -> None:
    writer = Writer(folder, max_file=1)
    names = [writer.append(capture(n), b"a page").warc for n in range(3)]
    writer.close()
    assert names == ["000001.warc.gz", "000002.warc.gz", "000003.warc.gz"]
    assert len(_kept(folder)) == 3


def test_a_full_disk_leaves_whole_records(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(folder)
    writer.append(capture(1), b"one")
    size = warcs(folder)[0].stat().st_size
    write, calls = os.write, iter(range(9))

    def full(descriptor: int, data: bytes) -> int:
        if next(calls) == 0:
            return write(descriptor, bytes(data)[:20])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(ArchiveError, match=r"disk is full.*make room"):
        writer.append(capture(2), b"two")
    monkeypatch.undo()
    assert warcs(folder)[0].stat().st_size == size
    writer.append(capture(3), b"three")
    writer.close()
    assert _kept(folder) == [b"one", b"three"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written"):
        Writer(Folder(tmp_path / "gone")).append(capture(), b"")


def test_the_place_is_all_that_changes(folder: Folder) -> None:
    given = capture(1, b"a page")
    writer = Writer(folder)
    placed = writer.append(given, b"a page")
    writer.sync()
    writer.close()
    place = {"warc": given.warc, "start": given.start, "length": given.length}
    assert msgspec.structs.replace(placed, **place) == given


def test_ids_of_before_are_noted_between_the_captures(folder: Folder) -> None:
    moved = [Moved(old="a/\u0431", capture="urn:uuid:1", item=3)]
    writer = Writer(folder)
    writer.append(capture(1), b"one")
    place = writer.note(moved)
    writer.append(capture(2), b"two")
    writer.close()
    first, note, second = scan(warcs(folder)[0])
    assert note == Note(*place, tuple(moved))
    assert [type(first), type(second)] == [Stored, Stored]
