"""What has been added can be found; where the index fails, it is added all the same."""

from __future__ import annotations

from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.pipeline.adding import add
from onrecord.pipeline.indexing import indexed
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.records import Asked
from onrecord.search.following import behind
from onrecord.store import database
from tests.archives import outcomes, page, written


def _behind(folder: Folder) -> int:
    db = database.readable(folder.records)
    found = behind(folder.search, db)
    db.close()
    return found


def test_the_index_follows(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "archive")
    sources = written(tmp_path, a=page())
    with writing(folder) as session, indexed(session) as follow:
        assert outcomes(list(add(session, offers(sources, Asked()), follow))) == ["added"]
        assert _behind(folder) == 0


def test_an_index_that_cannot_be_made(tmp_path: Path) -> None:
    folder, said = Folder(tmp_path / "archive"), list[str]()
    folder.root.mkdir()
    folder.search.write_text("no folder")
    sources = written(tmp_path, a=page())
    with writing(folder, say=said.append) as session, indexed(session) as follow:
        assert outcomes(list(add(session, offers(sources, Asked()), follow))) == ["added"]
        follow()
    assert len(said) == 1
    assert "cannot be found yet" in said[0]
