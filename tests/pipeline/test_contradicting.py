"""Contradictions and shifts over an archive of invented statements with planted ones, and with what
only seems to be one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.pipeline.adding import add
from onrecord.pipeline.contradicting import chosen, found
from onrecord.pipeline.indexing import indexed
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.records import Asked
from onrecord.store import database

CLAIMS = "tests/pipeline/claims.jsonl"


def archive(root: Path) -> Folder:
    """An archive of the claims, annotated."""
    folder = Folder(root / "archive")
    with writing(folder) as session, indexed(session) as follow:
        list(add(session, offers([CLAIMS], Asked(form="jsonl")), follow))
    return folder


def opened(root: Path) -> sqlite3.Connection:
    """Its records."""
    return database.readable(archive(root).records)


def test_each_planted_one_is_found_and_nothing_else(tmp_path: Path) -> None:
    db = opened(tmp_path)
    result = found(db)
    told = {(pair.why.what, pair.why.a, pair.why.b) for pair in result.pairs}
    assert told == {
        ("stance", "support", "oppose"),
        ("negation", "yes", "no"),
        ("number", "300", "120"),
        ("weaker", "condemn", "concerned about"),
    }
    assert {pair.a.holder for pair in result.pairs} == {"Ada Vale"}
    for pair in result.pairs:
        assert pair.a.day < pair.b.day
        for said, span in ((pair.a, pair.why.span_a), (pair.b, pair.why.span_b)):
            assert said.span.start <= span.start < span.end <= said.span.end
    db.close()


def test_of_a_target_a_time_and_filters(tmp_path: Path) -> None:
    db = opened(tmp_path)
    dam = found(db, "Tolva dam")
    assert [pair.why.what for pair in dam.pairs] == ["stance"]
    assert found(db, "Tolva dam", until="2024-02").pairs == ()
    every = found(db).pairs
    assert len(chosen(every, holder="vale")) == 4
    assert chosen(every, holder="US") == ()
    assert chosen(every, speaker="Orr") == ()
    assert [pair.why.what for pair in chosen(every, what="number")] == ["number"]
    db.close()
