"""`onrecord issues`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import added, page, written


@pytest.fixture
def root(tmp_path: Path) -> str:
    pages = written(tmp_path, a=page(), blocked=b"<html><body></body></html>")
    added(tmp_path / "archive", *pages)
    return str(tmp_path / "archive")


def test_what_could_not_be_read(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["issues", "--archive", root, "--severity", "error", "--json"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    issue = json.loads(line)
    assert issue["uri"].endswith("/blocked.html")
    assert (issue["stage"], issue["version"]) == ("quality", None)


def test_for_the_eye(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["issues", "--archive", root, "--stage", "quality"]) == 0
    shown = capfd.readouterr().out
    assert shown.startswith("error  ")
    assert "[quality]" in shown


def test_of_no_stage(root: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["issues", "--archive", root, "--stage", "fetch"]) == 0
    assert capfd.readouterr().out == ""
