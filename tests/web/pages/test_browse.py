"""Browsing: every statement is on one shelf of each kind, and counts are true."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("by", ["country", "language", "kind"])
def test_every_statement_stands_on_one_shelf(client: TestClient, by: str) -> None:
    whole = client.get("/browse.json").json()["statements"]
    values = client.get(f"/browse/{by}.json").json()["values"]
    assert sum(values.values()) == whole
    for value, number in values.items():
        assert client.get(f"/browse/{by}.json", params={"value": value}).json()["total"] == number


def test_speakers_have_as_many_statements_as_is_said(client: TestClient) -> None:
    for speaker in client.get("/browse.json").json()["speakers"][:5]:
        shelf = client.get("/browse/speaker.json", params={"value": speaker["name"]}).json()
        assert shelf["total"] == len(shelf["statements"]) == speaker["statements"]


def test_a_year_holds_its_months(client: TestClient) -> None:
    months = client.get("/browse/date.json").json()["values"]
    year = sum(number for month, number in months.items() if month.startswith("2024"))
    assert client.get("/browse/date.json?value=2024").json()["total"] == year
    undated = client.get("/browse/date.json?value=").json()["total"]
    assert undated == months.get("", 0)


def test_pages_name_what_they_show(client: TestClient) -> None:
    text = client.get("/browse/speaker?value=Tomas+Halvarik").text
    assert "Statements in which Tomas Halvarik speaks" in text
    assert "Search in these" in text
    assert client.get("/browse/odd").status_code == 422
