"""The demo adds the samples, serves them, and says what to try."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.support import REPOSITORY


def test_it_looks_at_its_pages_and_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "demo", "samples", "--port", "0", "--archive", tmp_path],
        cwd=REPOSITORY,
        env={**os.environ, "ONRECORD_DEMO_ONCE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert all(line.startswith("200 http://127.0.0.1:") for line in lines)
    assert "statements added" in done.stderr


def test_no_samples_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "none")
    assert main(["demo", missing, "--archive", str(tmp_path / "archive")]) == 1
    assert "not there" in capsys.readouterr().err
