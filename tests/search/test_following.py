"""The index follows the store, whatever happened between."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.records import Span
from onrecord.search import following
from onrecord.search.engine import Index
from onrecord.search.following import Follower, behind, refresh
from onrecord.search.writer import make
from onrecord.store import changes, database
from tests.archives import PROSE, added, page, written
from tests.search.written import found, hits


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "archive"
    added(root, *written(tmp_path, a=page(), b=page("Fog on the pass", PROSE[:3][::-1])))
    refresh(Folder(root), print)
    return Folder(root)


def missing(folder: Folder) -> int:
    db = database.readable(folder.records)
    try:
        return behind(folder.search, db)
    finally:
        db.close()


def test_a_paragraph_is_found_where_it_stands(folder: Folder) -> None:
    (hit,) = hits(Index(folder.search), '"twelve engineers"')
    db = database.readable(folder.records)
    (reading,) = [c.reading for c in changes.changes(db) if c.statement.id == hit.statement]
    db.close()
    assert reading.text[hit.span.start : hit.span.end] == hit.quote == PROSE[4]
    assert [reading.text[s:e] for s, e in hit.highlights] == ["twelve", "engineers"]
    assert (hit.title, hit.date) == ("Talks on the northern strait", "2024-05-02T10:00")


def test_a_new_version_replaces_the_old_one(folder: Folder, tmp_path: Path) -> None:
    added(folder.root, *written(tmp_path, a=page(said=(*PROSE[:6], "A lighthouse burned."))))
    assert missing(folder) == 1
    refresh(folder, print)
    assert missing(folder) == 0
    index = Index(folder.search)
    assert hits(index, "lighthouse")[0].version.endswith("@2")
    assert found(index, '"Cape Ansel"') == set()


def test_a_lost_watermark_changes_nothing(folder: Folder) -> None:
    before = hits(Index(folder.search), "*", limit=100)
    db = database.writable(folder.records)
    for key in [
        row[0] for row in db.execute("SELECT key FROM meta") if row[0].startswith("search")
    ]:
        changes.set_watermark(db, 0, key)
    db.close()
    assert missing(folder) == 2
    refresh(folder, print)
    assert hits(Index(folder.search), "*", limit=100) == before


def test_a_lost_index_is_made_again(folder: Folder) -> None:
    before = hits(Index(folder.search), "*", limit=100)
    make(folder.search)
    assert missing(folder) == 2
    refresh(folder, print)
    assert hits(Index(folder.search), "*", limit=100) == before


def test_who_may_not_write_is_told_what_is_missing(folder: Folder) -> None:
    make(folder.search)
    said: list[str] = []
    with locked(folder.lock):
        refresh(folder, said.append)
    assert len(said) == 1
    assert said[0].startswith("2 versions that were added cannot be found yet")


def test_many_changes_are_taken_in_pieces(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_BATCH", 1)
    make(folder.search)
    db = database.writable(folder.records)
    follower = Follower(folder.search, db)
    assert (follower.follow(), follower.follow()) == (2, 0)
    follower.close()
    db.close()


def test_pieces_cover_the_turn(folder: Folder) -> None:
    db = database.readable(folder.records)
    for changed in changes.changes(db):
        pieces = following.update(changed).turns
        assert [turn.n for turn in pieces] == list(range(len(pieces)))
        said = Span(pieces[0].span.start, pieces[-1].span.end)
        spoken = changed.reading.turns
        assert said == Span(spoken[0].span.start, spoken[-1].span.end)
    db.close()
