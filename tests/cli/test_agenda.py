"""`onrecord agenda`."""

from __future__ import annotations

import json

import pytest
from icalendar import Calendar

from onrecord.cli import main
from tests.cli.ledger_support import samples


def test_as_json_and_as_calendar(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["agenda", "--archive", samples(), "--json", "--dated", "all"]) == 0
    entries = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert entries
    assert main(["agenda", "--archive", samples(), "--ical", "--address", "http://a.example/"]) == 0
    body = capfdbinary.readouterr().out
    events = list(Calendar.from_ical(body).walk("VEVENT"))
    assert len(events) == sum(len(one["date"] or "") > 4 for one in entries)
    assert all("http://a.example/statements/" in str(one["url"]) for one in events)


def test_for_the_eye(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["agenda", "--archive", samples(), "--of", "2090-01-01", "--state", "past"]) == 0
    assert "past" in capfd.readouterr().out
    assert main(["agenda", "--archive", samples(), "--state", "past"]) == 2
