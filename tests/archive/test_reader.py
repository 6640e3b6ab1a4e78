"""Whole records are read whatever has happened to others, and what has is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder, warcs
from onrecord.archive.reader import Damage, Stored, payload, scan
from onrecord.archive.writer import Writer
from onrecord.errors import Damaged
from onrecord.records import Capture
from tests.archives import capture

PAGES = [f"<p>Page {n}.</p>".encode() * (n + 1) for n in range(4)]


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Folder, list[Capture]]:
    folder = Folder(tmp_path)
    folder.captures.mkdir()
    writer = Writer(folder)
    stored = [writer.append(capture(n, page), page) for n, page in enumerate(PAGES)]
    writer.close()
    return folder, stored


def _found(folder: Folder, start: int = 0) -> tuple[list[Capture], list[Damage]]:
    found = list(scan(warcs(folder)[0], start))
    sound = [each.capture for each in found if isinstance(each, Stored)]
    return sound, [each for each in found if isinstance(each, Damage)]


def test_all_is_as_it_was_written(kept: tuple[Folder, list[Capture]]) -> None:
    folder, stored = kept
    assert _found(folder) == (stored, [])
    assert _found(folder, stored[2].start) == (stored[2:], [])
    assert [payload(folder, each) for each in stored] == PAGES


def test_a_file_may_be_cut_anywhere(kept: tuple[Folder, list[Capture]]) -> None:
    folder, stored = kept
    path = warcs(folder)[0]
    data = path.read_bytes()
    for end in range(0, len(data), 7):
        path.write_bytes(data[:end])
        sound, damage = _found(folder)
        assert sound == [each for each in stored if each.start + each.length <= end]
        whole = end in {0, stored[0].start, *(each.start + each.length for each in stored)}
        assert [each.tail for each in damage] == ([] if whole else [True])
        assert all(each.end == end for each in damage)


def test_a_damaged_record_does_not_hide_the_next(kept: tuple[Folder, list[Capture]]) -> None:
    folder, stored = kept
    path = warcs(folder)[0]
    data = bytearray(path.read_bytes())
    data[stored[1].start + 30] ^= 0xFF
    path.write_bytes(data)
    sound, (damage,) = _found(folder)
    assert sound == [stored[0], *stored[2:]]
    assert (damage.start, damage.end, damage.tail) == (stored[1].start, stored[2].start, False)
    with pytest.raises(Damaged, match="is not there"):
        payload(folder, stored[1])


def test_another_payload_is_not_taken_for_it(kept: tuple[Folder, list[Capture]]) -> None:
    folder, stored = kept
    forged = capture(1, b"other bytes", warc=stored[1].warc)
    with pytest.raises(Damaged, match="has not the digest"):
        payload(folder, type(forged)(**{
            name: getattr(stored[1] if name in ("start", "length", "id") else forged, name)
            for name in forged.__struct_fields__
        }))  # fmt: skip


def test_a_file_that_is_gone(kept: tuple[Folder, list[Capture]]) -> None:
    folder, stored = kept
    warcs(folder)[0].unlink()
    with pytest.raises(Damaged, match="cannot be read"):
        payload(folder, stored[0])


def test_what_is_no_record_at_all(tmp_path: Path) -> None:
    path = tmp_path / "000001.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08" + bytes(1000))
    assert list(scan(path)) == [Damage(path.name, 0, 1003, True)]
    assert str(Damage("a", 0, 10, True)) == "a: 10 bytes at its end are no record (0)"
