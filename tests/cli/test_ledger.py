"""`onrecord ledger`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_counts_are_those_of_the_parts(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "--archive", samples(), "--json"]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    totals = {row["part"]: row["count"] for row in rows if row["name"] == "all"}
    for part, more in (("commitments", []), ("agenda", ["--dated", "all"]), ("events", []),
                       ("unanswered", ["--clarity", "all"]), ("positions", [])):  # fmt: skip
        assert main([part, "--archive", samples(), "--json", *more]) == 0
        assert len(capfd.readouterr().out.splitlines()) == totals[part], part


def test_for_people_and_as_a_table(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", "--archive", samples(), "--of", "2020-01-01"]) == 0
    told = capfd.readouterr().out
    assert "overdue" in told
    assert "to be held from 2020-01-01 on" in told
    assert main(["ledger", "--archive", samples(), "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert set(rows[0]) == {"part", "name", "count", "of"}
    assert main(["ledger", "--archive", samples()]) == 0
    assert "as of a day: --of" in capfd.readouterr().out
    assert main(["ledger", "--archive", samples(), "--of", "soon"]) == 1
