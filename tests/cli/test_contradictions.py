"""`onrecord contradictions`: both quotes with dates, speakers and the reason in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.pipeline.test_contradicting import CLAIMS


def test_about_a_target(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kept = ["--archive", str(tmp_path / "kept")]
    assert main(["add", CLAIMS, "--format", "jsonl", *kept]) == 0
    capfd.readouterr()
    assert main(["contradictions", "Tolva dam", *kept, "--json"]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    pair = json.loads(line)
    assert (pair["a"]["day"], pair["b"]["day"]) == ("2024-01-10", "2024-03-02")
    assert main(["contradictions", *kept, "--why", "stance"]) == 0
    text = capfd.readouterr().out
    assert "the stance on it went from support to oppose" in text
    assert "vale-1@1#t0" in text
    assert main(["contradictions", *kept, "--speaker", "Nobody", "--json"]) == 0
    assert capfd.readouterr().out == ""
