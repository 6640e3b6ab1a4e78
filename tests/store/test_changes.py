"""What has changed since one last looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store import changes as module
from onrecord.store.changes import changes, generation, last, set_watermark, watermark
from tests.archives import PROSE, Desk, statement


def test_each_version_is_told_once_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGE", 2)
    desk = Desk(tmp_path)
    assert (list(changes(desk.db)), last(desk.db)) == ([], 0)
    for number in range(5):
        desk.file(statement(f"Statement {number}. " * 40, url=f"https://mfa.example/{number}"))
    desk.file(statement("Statement 0, corrected. " * 40, url="https://mfa.example/0"))
    found = list(changes(desk.db))
    assert [each.change for each in found] == [1, 2, 3, 4, 5, 6]
    assert [each.current for each in found] == [False, True, True, True, True, True]
    assert found[-1].statement.id == found[0].statement.id
    assert found[-1].number == 2
    assert found[-1].reading.text.startswith("Ann Lee: Statement 0, corrected.")
    assert [each.change for each in changes(desk.db, since=4)] == [5, 6]
    assert last(desk.db) == 6
    desk.db.close()


def test_what_is_unchanged_is_not_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for url in ("https://mfa.example/a", "https://mfa.example/b"):
        desk.file(statement(" ".join(PROSE), url=url))
    assert len(list(changes(desk.db))) == 1
    desk.db.close()


def test_the_watermark_is_kept(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert watermark(desk.db) == 0
    set_watermark(desk.db, 7)
    set_watermark(desk.db, 3, "alerts")
    assert (watermark(desk.db), watermark(desk.db, "alerts")) == (7, 3)
    desk.db.close()


def test_records_that_are_made_anew_are_another_generation(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        desk = Desk(tmp_path / name)
        made.append(generation(desk.db))
        desk.db.close()
    assert all(made)
    assert made[0] != made[1]
