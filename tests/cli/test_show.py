"""`onrecord show`: the stored record, by the id of a statement, a version or a turn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import PROSE, added, page, written


@pytest.fixture
def name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    (first,) = added(tmp_path / "archive", *written(tmp_path, a=page(published="")))
    added(tmp_path / "archive", *written(tmp_path, a=page(said=PROSE[:6], published="")))
    assert first.statement is not None
    return first.statement


def test_the_record(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name, "--json"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["id"], record["version"], record["turn"]) == (name, 2, None)
    assert PROSE[7] not in record["text"]
    assert [version["number"] for version in record["versions"]] == [1, 2]
    assert [capture["digest"][:7] for capture in record["captures"]] == ["sha256:"] * 2
    assert record["annotations"] == []
    assert {"header", "blocks", "turns", "exchanges", "issues", "links", "work"} <= set(record)


def test_a_version_and_a_turn(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"{name}@1#t0", "--json"]) == 0
    record = json.loads(capfd.readouterr().out)
    assert (record["version"], record["turn"]) == (1, 0)
    assert PROSE[7] in record["text"]


def test_for_the_eye(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name]) == 0
    shown = capfd.readouterr().out
    assert shown.startswith("╭")
    assert "In the archive" in shown
    assert "changed text at the same" in shown


def test_an_id_that_is_not_there(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", f"{name}@3"]) == 1
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "not in" in shown.err
