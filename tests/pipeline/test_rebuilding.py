"""The same captures give the same records; a better reader gives better ones, and redirects."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder, warcs
from onrecord.errors import ArchiveError
from onrecord.pipeline.rebuilding import rebuild
from onrecord.pipeline.verifying import Verified, verify
from onrecord.store import changes, database, dump, naming, statements
from tests.archives import PROSE, added, page, written


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    pages = {f"p{n}": page(f"Talks {n}", PROSE[n:]) for n in range(4)}
    added(tmp_path / "archive", *written(tmp_path / "pages", **pages, broken=b"<html></html>"))
    added(tmp_path / "archive", *written(tmp_path / "pages", p0=page("Talks 0", PROSE[:7])))
    return Folder(tmp_path / "archive")


def _state(folder: Folder) -> tuple[str, str, list[str]]:
    db = database.readable(folder.records)
    names = [statement.id for statement in statements.all_statements(db)]
    found = dump.digest(db), changes.generation(db), names
    db.close()
    return found


def test_the_same_records(folder: Folder) -> None:
    digest, generation, _ = _state(folder)
    made = rebuild(folder)
    assert (made.captures, made.statements, made.versions, made.moved) == (6, 4, 5, 0)
    again = _state(folder)
    assert made.digest == digest == again[0]
    assert again[1] != generation
    assert [type(found) for found in verify(folder)] == [Verified]


def test_it_goes_on_after(folder: Folder, tmp_path: Path) -> None:
    rebuild(folder)
    (result,) = added(folder.root, *written(tmp_path / "pages", p9=page("Nine", PROSE[2:6])))
    assert result.outcome == "added"
    assert rebuild(folder).digest == _state(folder)[0]


@pytest.mark.parametrize("damage", [b"", b"no database " * 999, None])
def test_records_that_cannot_be_read_are_made_again(folder: Folder, damage: bytes | None) -> None:
    digest = _state(folder)[0]
    folder.records.unlink()
    if damage is not None:
        folder.records.write_bytes(damage)
    said: list[str] = []
    assert rebuild(folder, say=said.append).digest == digest
    assert bool(said) == (damage is not None)


def test_records_of_a_newer_onrecord_are_made_again(folder: Folder) -> None:
    db = database.writable(folder.records)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert rebuild(folder).statements == 4


def test_an_id_that_moves_leaves_a_redirect(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _state(folder)[2]
    monkeypatch.setattr(naming, "slug", lambda text: "better-" + text[:4].strip().lower())
    assert rebuild(folder).moved == 4
    db = database.readable(folder.records)
    for number, old in enumerate(before):
        found = statements.find(db, f"{old}@1")
        assert found is not None
        assert found[0].id == _state(folder)[2][number]
    db.close()
    digest = _state(folder)[0]
    folder.records.unlink()  # what the captures cannot say has been noted beside them
    assert rebuild(folder).digest == digest
    monkeypatch.undo()
    assert rebuild(folder).moved == 4
    assert _state(folder)[2] == before
    assert [type(found) for found in verify(folder)] == [Verified]


def test_what_a_file_has_lost_is_lost_and_the_rest_is_there(folder: Folder) -> None:
    (path,) = warcs(folder)
    path.write_bytes(path.read_bytes()[:-50])
    said: list[str] = []
    made = rebuild(folder, say=said.append)
    assert (made.captures, made.versions) == (5, 4)
    assert any("set aside" in line for line in said)
    assert [type(found) for found in verify(folder)] == [Verified]


def test_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        rebuild(Folder(tmp_path / "gone"))
    assert not (tmp_path / "gone").exists()
