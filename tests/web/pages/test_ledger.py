"""The page of the ledger at a glance."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient


def test_every_number_leads_to_as_many_entries(client: TestClient) -> None:
    page = client.get("/ledger?of=2020-01-01").text
    counts = re.findall(r'<li><a href="([^"]+)">[^<]+</a> <span class="n">([\d,]+)</span>', page)
    assert len(counts) > 10
    for address, number in counts:
        path, _, query = html.unescape(address).partition("?")
        assert client.get(f"{path}.json?{query}").json()["total"] == int(number), address


def test_the_menu_opens_it_and_it_leads_to_all_parts(client: TestClient) -> None:
    assert '<a href="/ledger"' in client.get("/help").text
    page = client.get("/ledger").text
    for part in ("commitments", "agenda", "unanswered", "positions", "events"):
        assert f'href="/{part}' in page
    found = client.get("/ledger.json").json()
    assert found["of"] is None
    assert found["next"] == []
    assert found["latest"] in html.unescape(page)


def test_filters(client: TestClient) -> None:
    none = client.get("/ledger.json?since=2090").json()
    assert {one["count"] for one in none["counts"]} == {0}
    assert "Nothing here" in client.get("/ledger?since=2090").text
    assert client.get("/ledger?of=soon").status_code == 400
    every = client.get("/ledger.json").json()["counts"]
    assert client.get("/ledger.json?source=CH").json()["counts"] != every
