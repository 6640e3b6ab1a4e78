"""What those see who look at a watch."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.pipeline.watched import running, troubles, watched
from onrecord.store import coverage, frontier, watchfile
from onrecord.store.coverage import Note
from tests.pipeline.watching_support import HOST, NOW, SOURCE

MOMENT = datetime.fromtimestamp(NOW, UTC)


def test_nobody_has_watched(tmp_path: Path) -> None:
    assert watched(Folder(tmp_path), [SOURCE], MOMENT) is None
    assert not running(Folder(tmp_path))


def test_sources_with_their_days(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    db = watchfile.writable(folder.watch)
    frontier.plan(db, SOURCE.id, 0, [(SOURCE.listings[0].url, HOST)], NOW)
    coverage.count(db, SOURCE.id, "2026-03-01", [Note("checked"), Note("seen", number=3)])
    coverage.count(db, "xv_gone_news", "2026-03-01", [Note("unfetched", "503", "u")])
    coverage.trouble(db, SOURCE.id, {"a": ("warning", "too few")}, NOW)
    watchfile.tell(db, "beat", "2026-03-02T08:00:00Z")
    found = watched(folder, [SOURCE], MOMENT, days=7)
    assert found is not None
    assert (found.first, found.last, found.waiting) == ("2026-02-24", "2026-03-02", 1)
    gone, source = sorted(found.sources, key=lambda each: each.source)
    assert (gone.state, gone.days[0].state) == ("new", "unfetched")
    assert [day.state for day in source.days] == ["statements", "unwatched"]
    assert source.total.seen == 3
    assert source.listings[0].due == "2026-03-02T08:00:00Z"
    assert source.troubles[0].opened == "2026-03-02"
    (issue,) = troubles(folder)
    assert (issue.stage, issue.subject, issue.message) == ("watch", SOURCE.id, "too few")
    one = watched(folder, [SOURCE], MOMENT, date(2026, 3, 1), 1, SOURCE.id)
    assert one is not None
    assert [len(each.days) for each in one.sources] == [1]
    db.close()


def test_whether_somebody_watches(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with locked(folder.watch_lock):
        assert running(folder)
    assert not running(folder)
