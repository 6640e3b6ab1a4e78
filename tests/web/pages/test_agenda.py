"""The page of the agenda."""

from __future__ import annotations

from icalendar import Calendar
from starlette.testclient import TestClient


def test_a_list_a_month_and_a_calendar(client: TestClient) -> None:
    found = client.get("/agenda.json?dated=all").json()
    assert found["total"] > 0
    dated = [one for one in found["entries"] if one["date"]]
    assert [one["date"] for one in dated] == sorted(one["date"] for one in dated)
    for month in found["months"]:
        page = client.get(f"/agenda?month={month}")
        assert page.status_code == 200
        assert 'class="calendar"' in page.text
    calendar = client.get("/agenda.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    whole = [one for one in dated if len(one["date"]) > 4]
    assert len(list(Calendar.from_ical(calendar.content).walk("VEVENT"))) == len(whole)


def test_past_and_coming_need_a_day(client: TestClient) -> None:
    assert client.get("/agenda.json").json()["states"] == {}
    told = client.get("/agenda.json?of=2090-01-01").json()["states"]
    assert set(told.values()) <= {"past"}
    assert client.get("/agenda.json?state=coming&of=2090-01-01").json()["total"] == 0
    assert client.get("/agenda?month=2024-13").status_code == 422
