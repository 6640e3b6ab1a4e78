"""Versions are annotated once, by the annotators that there are."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.pipeline import annotated
from onrecord.pipeline.opening import writing
from onrecord.pipeline.verifying import Verified, verify
from onrecord.records import Reading
from onrecord.store import changes, standoff
from tests.archives import added, page, written

SAID = ("Minister: We met the delegation of Kazakhstan on 3 May 2024.", "We will help Turkey.")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    added(tmp_path / "archive", *written(tmp_path / "pages", a=page("Talks", SAID), b=page()))
    return Folder(tmp_path / "archive")


def test_what_is_new_is_annotated_once(folder: Folder) -> None:
    with writing(folder) as session:
        db = session.db
        assert annotated.behind(db) == changes.last(db) > 0
        told: list[tuple[int, int]] = []
        assert annotated.follow(db, lambda done, of: told.append((done, of))) == changes.last(db)
        assert told[-1] == (changes.last(db), changes.last(db))
        assert annotated.behind(db) == annotated.follow(db) == 0
        named = {row[0] for row in db.execute("SELECT entity FROM mentions")}
        assert {"state/kz", "state/tr"} <= named
        assert list(standoff.unsound(db)) == []
    last = list(verify(folder))[-1]
    assert isinstance(last, Verified)
    assert last.problems == 0


def test_another_form_begins_anew(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(folder) as session:
        annotated.follow(session.db)
        before = _dump(session.db)
        monkeypatch.setattr(annotated, "form", lambda: "another")
        assert annotated.behind(session.db) == changes.last(session.db)
        annotated.follow(session.db)
        assert _dump(session.db) == before
        assert standoff.form(session.db).name == "another"


def test_a_fault_is_an_issue_and_the_rest_go_on(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = annotated.annotate

    def faulty(reading: Reading) -> object:
        if "Kazakhstan" in reading.text:
            raise ValueError("planted")
        return real(reading)

    with writing(folder) as session:
        monkeypatch.setattr(annotated, "annotate", faulty)
        annotated.follow(session.db)
        asked = "SELECT message FROM issues WHERE stage = 'annotate'"
        ((message,),) = session.db.execute(asked)
        assert "planted" in message
        assert standoff.count(session.db) > 0
        monkeypatch.setattr(annotated, "annotate", real)
        monkeypatch.setattr(annotated, "form", lambda: "mended")
        annotated.follow(session.db)
        assert session.db.execute(asked).fetchall() == []


def _dump(db: sqlite3.Connection) -> list[object]:
    return [tuple(kept for kept in standoff.of_row(db, n)) for n in (1, 2)]
