"""Corrections of a user."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.archive.folder import Folder
from onrecord.errors import OnrecordError
from onrecord.pipeline import annotated, correcting
from onrecord.pipeline.opening import writing
from onrecord.pipeline.rebuilding import rebuild
from onrecord.store import corrections, database, standoff
from tests.archives import added, page, written

SAID = ("We will open the new ferry line to Lower Brenn before the winter of 2026.",)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    pages = written(
        tmp_path, a=page(said=SAID * 1 + ("The minister spoke for an hour about it.",) * 4)
    )
    added(tmp_path / "archive", *pages)
    made = Folder(tmp_path / "archive")
    with writing(made) as session:
        annotated.follow(session.db)
    return made


def _first(folder: Folder) -> standoff.Kept:
    db = database.readable(folder.records)
    name = db.execute("SELECT id FROM statements").fetchone()[0]
    return next(kept for kept in standoff.every(db, name, 1) if kept.layer == "time")


def test_it_is_found_by_id_and_survives_a_rebuild(folder: Folder) -> None:
    kept = _first(folder)
    db = database.readable(folder.records)
    assert correcting.find(db, correcting.identified(kept)).quote == kept.quote
    made = correcting.correction(db, kept, "reject", by="Ann Lee", why="no date")
    assert made.capture is not None
    corrections.append(folder.root / corrections.FILE, made)
    (one,) = correcting.listed(db, corrections.listed(folder.root))
    assert one.annotations == (correcting.identified(kept),)
    assert kept.quote not in {k.quote for k in standoff.of_row(db, 1) if k.layer == "time"}
    db.close()
    rebuild(folder)
    with writing(folder) as session:
        annotated.follow(session.db)
        (one,) = correcting.listed(session.db, corrections.listed(folder.root))
    assert one.annotations


@pytest.mark.parametrize("name", ["", "a/b", "a/b#commitment:1-2", "a/b@1#commitment:1-2"])
def test_an_id_that_is_none_says_so(folder: Folder, name: str) -> None:
    with pytest.raises(OnrecordError):
        correcting.find(database.readable(folder.records), name)


def test_rules_are_counted(folder: Folder) -> None:
    kept = _first(folder)
    db = database.readable(folder.records)
    some = [correcting.correction(db, kept, v) for v in ("accept", "accept", "reject", "amend")]
    (one,) = correcting.judged(tuple(some))
    assert (one.accepted, one.rejected, one.amended, one.precision) == (2, 1, 1, 0.5)
    assert one.rule == kept.rule
