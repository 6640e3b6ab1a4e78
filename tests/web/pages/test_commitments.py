"""The page of commitments."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_each_has_its_words_and_its_place(client: TestClient) -> None:
    found = client.get("/commitments.json").json()
    assert found["total"] == found["all"] > 0
    one = found["commitments"][0]
    said = one["said"]
    shown = client.get(f"/statements/{said['statement']}@{said['version']}.json").json()
    start, end = said["span"]
    assert shown["text"][start:end] == said["quote"]
    text = client.get("/commitments").text
    assert f"at={start}-{end}#at" in text


def test_filters_hold_and_stand_in_the_address(client: TestClient) -> None:
    found = client.get("/commitments.json?strength=demand").json()
    assert {one["strength"] for one in found["commitments"]} <= {"demand"}
    assert found["total"] == found["strengths"].get("demand", 0)
    assert client.get("/commitments.json?due=no").json()["total"] < found["all"] + 1


def test_overdue_needs_a_day(client: TestClient) -> None:
    assert client.get("/commitments.json?of=2090").json()["of"] == "2090"
    without = client.get("/commitments.json").json()
    assert without["states"] == {}
    overdue = client.get("/commitments.json?state=overdue&of=2090-01-01").json()
    assert set(overdue["states"].values()) <= {"overdue"}
    assert client.get("/commitments?of=soon").status_code == 400


def test_nothing_leads_on(client: TestClient) -> None:
    page = client.get("/commitments?actor=nobody-of-that-name")
    assert "Drop all filters" in page.text
