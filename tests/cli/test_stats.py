"""`onrecord stats`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.archives import PROSE, added, page, written


def test_how_much_there_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    root = str(tmp_path / "archive")
    pages = written(tmp_path, a=page(), b=page("Another", PROSE[4:]))
    added(tmp_path / "archive", *pages)
    assert main(["stats", "--archive", root, "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["captures"], found["statements"], found["versions"]) == (2, 2, 2)
    assert found["by"]["language"] == {"en": 2}
    assert main(["stats", "--archive", root]) == 0
    assert "           2  statements\n" in (shown := capfd.readouterr().out)
    assert "country  unknown 2\n" in shown
