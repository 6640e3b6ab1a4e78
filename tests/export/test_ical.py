"""The agenda as iCalendar, read again as others read it."""

from __future__ import annotations

import datetime

from icalendar import Calendar

from onrecord.export.ical import calendar
from onrecord.ledger.agenda import Scheduled, agenda
from tests.ledger.support import event


def _entries(date: str | None, **more: object) -> tuple[Scheduled, ...]:
    quote = "We will visit Sweden; it is a long way, and we look forward to the harbour"
    return agenda([event(quote, modality="planned", date_of=date, place="Lund", **more)])  # type: ignore[arg-type]


def _read(entries: tuple[Scheduled, ...]) -> list[object]:
    body = calendar(
        entries, "the agenda", lambda said: f"http://a.example/{said.statement}", "(m) {what}"
    )
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    return list(Calendar.from_ical(body).walk("VEVENT"))


def test_a_day_is_a_day_with_its_quote_and_link() -> None:
    (one,) = _read(_entries("2024-06-09"))
    assert one["dtstart"].dt == datetime.date(2024, 6, 9)  # type: ignore[index]
    assert one["dtend"].dt == datetime.date(2024, 6, 10)  # type: ignore[index]
    assert one["location"] == "Lund"  # type: ignore[index]
    assert "\u201cWe will visit Sweden; it is a long way" in one["description"]  # type: ignore[index]
    assert "http://a.example/no_mfa/a" in one["description"]  # type: ignore[index]
    assert one["dtstamp"].dt.date() == datetime.date(2024, 5, 2)  # type: ignore[index]


def test_a_month_says_that_it_is_one_and_a_year_is_left_out() -> None:
    (one,) = _read(_entries("2024-06"))
    assert str(one["summary"]).startswith("(m) ")  # type: ignore[index]
    assert one["dtend"].dt == datetime.date(2024, 7, 1)  # type: ignore[index]
    assert _read(_entries("2025")) == []
    assert _read(_entries(None)) == []


def test_the_same_agenda_gives_the_same_file() -> None:
    entries = _entries("2024-06-09")
    assert calendar(entries, "a", lambda said: "x") == calendar(entries, "a", lambda said: "x")
