"""`onrecord dossier`: a record, a view, a timeline; a name that nobody knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.store.spoken import archive


def test_record_view_and_timeline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(archive(tmp_path).root)
    assert main(["dossier", "Türkei", "--archive", root, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["id"], record["totals"]["statements"]) == ("state/tr", 2)
    assert main(["dossier", "state/tr", "--archive", root]) == 0
    shown = capsys.readouterr().out
    assert "in 2 of 2 statements" in shown
    assert "Turkey signed a treaty" in shown
    assert main(["dossier", "turkey", "--timeline", "--limit", "1", "--archive", root]) == 0
    assert capsys.readouterr().out.startswith("2024-06-12  [12 June 2024]")


def test_a_name_that_nobody_knows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(archive(tmp_path).root)
    assert main(["dossier", "zzqqx", "--archive", root]) == 1
    assert "onrecord search" in capsys.readouterr().err
