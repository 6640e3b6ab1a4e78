"""Whatever is changed behind our back is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder, warcs
from onrecord.pipeline.verifying import Finding, Verified, verify
from onrecord.store import database
from tests.archives import PROSE, added, page, written


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    pages = {f"p{n}": page(f"Talks {n}", PROSE[n:]) for n in range(3)}
    added(tmp_path / "archive", *written(tmp_path / "pages", **pages))
    return Folder(tmp_path / "archive")


def _problems(folder: Folder) -> list[str]:
    found = list(verify(folder))
    shown = [f.message for f in found if isinstance(f, Finding) and f.severity == "problem"]
    last = found[-1]
    assert isinstance(last, Verified)
    assert last.problems == len(shown)
    return shown


def test_all_holds(folder: Folder) -> None:
    (only,) = verify(folder)
    assert isinstance(only, Verified)
    assert (only.captures, only.versions, only.problems) == (3, 3, 0)
    assert only.spans > 3 * len(PROSE[2:])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE versions SET text = replace(text, 'ferry', 'bridge')", "has not its digest"),
        ("UPDATE turns SET stop = 99999", "is not within the text"),
        ("UPDATE turns SET start = stop + 1", "is not within the text"),
        ("UPDATE versions SET origin = '{\"uri\": \"a\"}'", "from other bytes"),
        ("UPDATE captures SET digest = 'sha256:0' WHERE n = 2", "has the digest"),
        ("UPDATE captures SET fetched_at = '1999' WHERE n = 2", "says another thing"),
        ("UPDATE captures SET id = 'urn:uuid:0' WHERE n = 2", "do not know"),
        ("UPDATE statements SET latest = 2 WHERE n = 1", "has the versions [1], not 1 to 2"),
        ("DELETE FROM statements WHERE n = 1", "refers to a row of statements"),
        ("INSERT INTO exchanges VALUES (1, 0, '[7]', '[0]')", "a turn that is not there"),
        ("INSERT INTO turns SELECT version, n + 1, start, stop, label, label_start, label_stop,"
         " speaker, entity, role, outlet, kind, rule FROM turns", "overlap"),
    ],
)  # fmt: skip
def test_a_changed_record(folder: Folder, change: str, told: str) -> None:
    db = database.writable(folder.records)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(change)
    db.close()
    found = _problems(folder)
    assert found
    assert any(told in message for message in found)


def test_any_changed_byte_of_a_capture(folder: Folder) -> None:
    (path,) = warcs(folder)
    data = path.read_bytes()
    for place in range(300, len(data), 97):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        assert _problems(folder)
    path.write_bytes(data)
    assert _problems(folder) == []


def test_a_file_of_captures_that_is_gone(folder: Folder) -> None:
    warcs(folder)[0].unlink()
    assert len(_problems(folder)) == 3


def test_what_is_not_taken_in_yet_is_no_problem(folder: Folder) -> None:
    (path,) = warcs(folder)
    with path.open("ab") as file:
        file.write(path.read_bytes()[:100])
    note, last = verify(folder)
    assert isinstance(note, Finding)
    assert (note.severity, isinstance(last, Verified)) == ("note", True)
    assert "100 bytes are not taken in yet" in note.message
