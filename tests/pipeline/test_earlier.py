"""What a saved search finds of that which was there before."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from onrecord.alerts.keys import alert_id
from onrecord.archive.folder import Folder
from onrecord.pipeline.alerting import match
from onrecord.pipeline.earlier import earlier
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.saving import Wanted, save
from onrecord.search.engine import Index
from onrecord.store import database
from tests.archives import PROSE, added, page, written


def test_it_has_the_ids_that_alerts_would_have(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "archive")
    long = " ".join(PROSE) * 3
    added(folder.root, *written(tmp_path / "pages", one=page(said=(long, *PROSE[:4]))))
    refresh(folder, print)
    made, _ = save(folder, Wanted(name="bridge", query="bridge"))
    with closing(database.readable(folder.records)) as db:
        found = earlier(Index(folder.search).search, db, made, 10)
    (one,) = found.values()
    assert one.text == long
    assert one.words == ("bridge",)
    assert list(found) == [alert_id(made.id, one.statement, "new", long)]
    assert {alert.id for alert in match(folder, again=made.id).alerts} == set(found)


def test_nothing_where_the_query_is_taken_for_another(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "archive")
    added(folder.root, *written(tmp_path / "pages", one=page()))
    refresh(folder, print)
    made, _ = save(folder, Wanted(name="bridge", query="birdge"))
    with closing(database.readable(folder.records)) as db:
        assert earlier(Index(folder.search).search, db, made, 10) == {}
