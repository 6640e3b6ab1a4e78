"""`onrecord rebuild`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import added, page, written


def test_it_tells_what_it_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = str(tmp_path / "archive")
    added(tmp_path / "archive", *written(tmp_path, a=page()))
    assert main(["rebuild", "--archive", root, "--json"]) == 0
    made = json.loads(capfd.readouterr().out)
    assert (made["captures"], made["statements"], made["versions"]) == (1, 1, 1)
    assert main(["rebuild", "--archive", root]) == 0
    shown = capfd.readouterr().out
    assert "1 statement, 1 version" in shown
    assert made["digest"] in shown


def test_the_ledger_is_whole_after_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = str(tmp_path / "archive")
    added(tmp_path / "archive", *written(tmp_path, a=page()))
    before: list[dict[str, object]] = []
    after: list[dict[str, object]] = []
    for counts in (before, after):
        assert main(["ledger", "--archive", root, "--json"]) == 0
        counts += [json.loads(line) for line in capfd.readouterr().out.splitlines()]
        assert main(["rebuild", "--archive", root]) == 0
        capfd.readouterr()
    assert before == after
    assert any(one["count"] for one in before)
