"""`onrecord verify`: exit status 1 if anything does not hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from onrecord.store import database
from tests.archives import added, page, written


@pytest.fixture
def root(tmp_path: Path) -> Path:
    added(tmp_path / "archive", *written(tmp_path, a=page()))
    return tmp_path / "archive"


def test_all_holds(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--archive", str(root)]) == 0
    assert "1 capture, 1 version, " in (shown := capfd.readouterr().out)
    assert shown.endswith("all hold\n")


def test_what_does_not_hold(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    db = database.writable(root / "records.sqlite")
    db.execute("UPDATE versions SET text = 'Another.'")
    db.close()
    assert main(["verify", "--archive", str(root)]) == 1
    shown = capfd.readouterr()
    assert "problem: " in shown.err
    assert "the text has not its digest" in shown.err
    assert main(["verify", "--archive", str(root), "--json"]) == 1
    *found, last = map(json.loads, capfd.readouterr().out.splitlines())
    assert last["problems"] == len(found) > 1


def test_a_damaged_database_is_told(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "records.sqlite").write_bytes(b"something else " * 999)
    assert main(["verify", "--archive", str(root)]) == 1
    assert "onrecord rebuild" in capfd.readouterr().err
