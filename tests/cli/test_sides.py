"""`onrecord sides`: what both accounts say, and what one alone says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.cli.test_meetings import PAGES


def test_two_accounts(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kept = ["--archive", str(tmp_path / "kept")]
    assert main(["add", *PAGES, *kept, "--json"]) == 0
    ids = [json.loads(line)["statement"] for line in capfd.readouterr().out.splitlines()]
    assert main(["meetings", *kept]) == 0  # annotates what was added
    capfd.readouterr()
    assert main(["sides", *ids, *kept, "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["meeting"]["strength"] == "strong"
    assert {"topics", "named", "numbers", "acts_a", "acts_b"} <= set(found)
    assert main(["sides", *ids, *kept]) == 0
    text = capfd.readouterr().out
    assert "Both say (3)" in text
    assert "Only B says" in text
    assert main(["sides", ids[0], "none/2024/x", *kept]) == 1
    assert "no such statement" in capfd.readouterr().err
