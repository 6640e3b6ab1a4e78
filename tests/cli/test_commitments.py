"""`onrecord commitments`."""

from __future__ import annotations

import csv
import json

import pytest

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_as_json_for_the_eye_and_as_a_table(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["commitments", "--archive", samples(), "--json"]) == 0
    entries = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert entries
    assert main(["commitments", "--archive", samples(), "--limit", "1"]) == 0
    shown = capfd.readouterr().out
    assert entries[0]["said"]["id"] in shown
    assert main(["commitments", "--archive", samples(), "--csv"]) == 0
    rows = list(csv.DictReader(capfd.readouterr().out.splitlines(keepends=True)))
    assert [row["id"] for row in rows] == [entry["id"] for entry in entries]
    assert rows[0]["said_quote"]


def test_a_state_needs_a_day(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["commitments", "--archive", samples(), "--state", "overdue"]) == 2
    assert "--of" in capfd.readouterr().err
    assert main(["commitments", "--archive", samples(), "--of", "soon"]) == 1
    assert "no date" in capfd.readouterr().err
