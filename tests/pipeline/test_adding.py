"""What is added is there once, whatever happens in between."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.kill_add import rounds

from onrecord.archive.folder import Folder
from onrecord.errors import ArchiveError
from onrecord.pipeline.adding import add
from onrecord.pipeline.offering import Offer, offers
from onrecord.pipeline.opening import writing
from onrecord.pipeline.taking import Result
from onrecord.pipeline.verifying import Verified, verify
from onrecord.records import Asked
from tests.archives import PROSE, added, outcomes, page, written

KILLS = int(os.environ.get("ONRECORD_KILLS", "3"))
EDITED = (PROSE[0].replace("an hour", "two hours"), *PROSE[1:])
FEED = """<rss version="2.0"><channel><title>Releases</title>{}</channel></rss>"""
ITEM = (
    "<item><title>{0}</title><link>https://mfa.example/{0}</link><description>{1}</description>"
    "<pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate></item>"
)


def test_the_same_bytes_add_nothing(tmp_path: Path) -> None:
    sources = written(tmp_path / "pages", a=page(), b=page("Another", PROSE[4:]))
    first = added(tmp_path / "archive", *sources)
    assert outcomes(first) == ["added", "added"]
    size = sum(p.stat().st_size for p in (tmp_path / "archive" / "captures").iterdir())
    again = added(tmp_path / "archive", *sources)
    assert outcomes(again) == ["unchanged", "unchanged"]
    assert [r.statement for r in again] == [r.statement for r in first]
    assert {r.method for r in again} == {"same bytes"}
    assert sum(p.stat().st_size for p in (tmp_path / "archive" / "captures").iterdir()) == size


def test_a_changed_page_is_a_new_version(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=page(published=""))
    (first,) = added(tmp_path / "archive", path)
    written(tmp_path, a=page(said=EDITED, published=""))
    (second,) = added(tmp_path / "archive", path)
    assert (second.outcome, second.statement, second.version) == ("version", first.statement, 2)


def test_another_setting_of_the_same_words_is_no_version(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=page())
    (first,) = added(tmp_path / "archive", path)
    written(tmp_path, a=page().replace(b"<article>", b"<article class='new'>"))
    (second,) = added(tmp_path / "archive", path)
    assert (second.outcome, second.statement) == ("unchanged", first.statement)
    assert second.capture != first.capture


def test_the_items_of_a_feed_are_known_by_their_links(tmp_path: Path) -> None:
    items = [ITEM.format(name, " ".join(PROSE[n:])) for n, name in enumerate("abc")]
    path = tmp_path / "feed.rss"
    path.write_text(FEED.format("".join(items[:2])))
    assert outcomes(added(tmp_path / "archive", str(path))) == ["added", "added"]
    path.write_text(FEED.format("".join(reversed(items)).replace("an hour", "two hours")))
    assert outcomes(added(tmp_path / "archive", str(path))) == ["added", "unchanged", "version"]


def test_what_failed_does_not_stop_the_rest(tmp_path: Path) -> None:
    sources = written(tmp_path / "pages", a=b"<html></html>", b=page())
    results = added(tmp_path / "archive", str(tmp_path / "gone.html"), *sources)
    assert outcomes(results) == ["failed", "failed", "added"]
    gone, empty, _ = results
    assert (gone.capture, gone.issue and gone.issue.stage) == (None, "input")
    assert empty.capture is not None
    assert outcomes(added(tmp_path / "archive", sources[0])) == ["unchanged"]


def test_another_way_of_reading_is_another_capture(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a=page())
    added(tmp_path / "archive", path)
    (result,) = added(tmp_path / "archive", path, url="https://mfa.example/talks")
    assert (result.outcome, result.method) == ("unchanged", "same text elsewhere")


def test_results_are_told_when_they_are_safe(tmp_path: Path) -> None:
    sources = written(tmp_path / "pages", a=page(), b=page("Another", PROSE[4:]))
    folder, told, commits = Folder(tmp_path / "archive"), list[Result](), list[int]()
    with writing(folder) as session:

        def committed() -> None:
            assert not session.db.in_transaction
            commits.append(len(told))

        for result in add(session, offers(sources, Asked()), committed, iter(range(99)).__next__):
            told.append(result)
            assert not session.db.in_transaction
    assert len(told) == 2
    assert commits[0] == 0


def test_a_full_disk_keeps_what_was_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, told = Folder(tmp_path / "archive"), list[Result]()
    sources = written(tmp_path / "pages", a=page(), b=page("Another", PROSE[4:]))
    with writing(folder) as session:

        def filling() -> Iterator[Offer]:
            first, second = offers(sources, Asked())
            yield first
            monkeypatch.setattr(os, "write", _full)
            yield second

        with pytest.raises(ArchiveError, match="disk is full"):
            told.extend(add(session, filling()))
    monkeypatch.undo()
    assert [isinstance(found, Verified) for found in verify(folder)] == [True]
    assert outcomes(added(folder.root, *sources)) == ["unchanged", "added"]


def _full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_killed_at_any_moment(tmp_path: Path) -> None:
    outcome = rounds(tmp_path, KILLS, seed=KILLS)
    assert outcome.faults == []
    assert outcome.kills == KILLS
