"""`onrecord unanswered`."""

from __future__ import annotations

import json

import pytest

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_by_clarity(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["unanswered", "--archive", samples(), "--clarity", "all", "--json"]) == 0
    every = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {one["clarity"] for one in every} <= {"reply", "ambivalent", "non-reply"}
    assert main(["unanswered", "--archive", samples(), "--clarity", "all"]) == 0
    shown = capfd.readouterr().out
    assert all(one["question"][:40] in shown for one in every)


def test_counted_by_outlet(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["unanswered", "--archive", samples(), "--by", "outlet", "--json"]) == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert main(["unanswered", "--archive", samples(), "--clarity", "all", "--json"]) == 0
    assert sum(row["asked"] for row in rows) == len(capfd.readouterr().out.splitlines())
    assert main(["unanswered", "--archive", samples(), "--by", "topic"]) == 0
    assert "asked:" in capfd.readouterr().out
