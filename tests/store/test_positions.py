"""Where captures stand: what is behind a place is new, whatever is made of the records."""

from __future__ import annotations

from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.pipeline.rebuilding import rebuild
from onrecord.store import changes, database, positions
from onrecord.store.positions import Position
from tests.archives import PROSE, added, page, written


def test_nothing_is_before_all(tmp_path: Path) -> None:
    db = database.writable(tmp_path / "records.sqlite")
    assert positions.last(db) == Position(0, -1)
    assert positions.change_before(db, Position(9, 9)) == 0
    db.close()


def test_a_place_outlives_the_records(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    sources = written(
        tmp_path / "pages",
        **{
            f"p{n}": page(f"Talks {n}", PROSE[n : n + 3], url=f"https://a.example/{n}")
            for n in range(5)
        },
    )
    added(root, *sources[:2])
    added(root, *sources[2:])
    for _ in range(2):
        db = database.readable(root / "records.sqlite")
        places = [positions.of_change(db, n) for n in range(1, 6)]
        assert places == sorted(set(places))
        assert positions.last(db) == places[-1]
        assert [positions.change_before(db, place) for place in places] == [1, 2, 3, 4, 5]
        before = positions.change_before(db, places[1])
        assert [each.change for each in changes.changes(db, before)] == [3, 4, 5]
        db.close()
        rebuild(Folder(root))
