"""Questions counted, as a page, JSON and CSV."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("by", ["outlet", "asker", "topic", "outlet-topic", "official"])
def test_each_number_leads_to_as_many_exchanges(client: TestClient, by: str) -> None:
    page = client.get(f"/unanswered/table?by={by}").text
    numbers = re.findall(r'<td class="n"><a href="([^"]+)">([\d,]+)</a>', page)
    for address, number in numbers[:12]:
        path, _, query = html.unescape(address).partition("?")
        assert client.get(f"{path}.json?{query}").json()["total"] == int(number), address


def test_all_exchanges_are_counted(client: TestClient) -> None:
    found = client.get("/unanswered/table.json?by=outlet").json()
    assert found["exchanges"] == client.get("/unanswered.json?clarity=all").json()["total"]
    assert sum(row["asked"] for row in found["rows"]) == found["exchanges"]


def test_the_same_as_csv(client: TestClient) -> None:
    answer = client.get("/unanswered/table.csv?by=topic")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == client.get("/unanswered/table.json?by=topic").json()["total"]
    assert {"topic", "asked", "answered", "ambivalent", "unanswered", "share"} <= set(rows[0])


def test_nothing_leads_on_and_what_is_no_column_is_refused(client: TestClient) -> None:
    assert "Drop all filters" in client.get("/unanswered/table?outlet=nobody").text
    assert client.get("/unanswered/table?by=colour").status_code == 422
