"""`onrecord positions`."""

from __future__ import annotations

import json

import pytest

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_positions_formulas_and_distances(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["positions", "--archive", samples(), "--json"]) == 0
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    words = next(one["target"] for one in found if one["target"] and one["holders"])
    for option in ("--formulas", "--distances"):
        assert main(["positions", words, option, "--archive", samples()]) == 0
        assert main(["positions", option, "--archive", samples()]) == 2
    capfd.readouterr()
    assert main(["positions", words, "--archive", samples()]) == 0
    assert words in capfd.readouterr().out
