"""All that is kept of a statement."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.kept import kept
from tests.archives import PROSE, Desk, statement


def test_all_of_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    desk.file(statement(" ".join(PROSE[:6])))
    desk.file(statement(url="https://mfa.valdoria.example/print"))
    latest, first = kept(desk.db, name), kept(desk.db, f"{name}@1#t0")
    assert latest is not None
    assert first is not None
    assert (latest.version.number, latest.turn) == (2, None)
    assert (first.version.number, first.turn) == (1, 0)
    assert first.reading.text == statement().text
    assert latest.statement == first.statement
    assert [each.id for each in latest.captures] == ["urn:uuid:1", "urn:uuid:2", "urn:uuid:3"]
    assert [each.version for each in latest.appearances] == [f"{name}@1", f"{name}@2", f"{name}@1"]
    desk.db.close()


def test_what_is_not_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    name = desk.file(statement()).statement
    for reference in ("x", f"{name}@2", f"{name}#t9", f"{name}@1#t9"):
        assert kept(desk.db, reference) is None
    desk.db.close()
