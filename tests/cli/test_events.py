"""`onrecord events`."""

from __future__ import annotations

import json

import pytest

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_by_type(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["events", "--archive", samples(), "--type", "consult", "--json"]) == 0
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {one["type"] for one in found} == {"CONSULT"}
    assert main(["events", "--archive", samples(), "--limit", "2"]) == 0
    assert "->" in capfd.readouterr().out
