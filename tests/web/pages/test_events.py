"""The page of events."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient


def test_types_months_and_pairs_add_up(client: TestClient) -> None:
    found = client.get("/events.json").json()
    assert found["total"] == sum(found["types"].values()) == sum(found["months"].values()) > 0
    pair = found["pairs"][0]
    some = client.get(
        "/events.json", params={"actor": pair["actor"], "recipient": pair["recipient"]}
    ).json()
    assert some["total"] >= pair["events"]
    page = client.get("/events").text
    assert "Who to whom" in page


def test_a_type_is_a_filter(client: TestClient) -> None:
    found = client.get("/events.json?type=CONSULT").json()
    assert {one["type"] for one in found["events"]} <= {"CONSULT"}


def test_who_to_whom_is_drawn_and_each_pair_leads_to_its_events(client: TestClient) -> None:
    page = client.get("/events?modality=asserted").text
    drawn = page[page.index('<svg class="directed"') :]
    found = client.get("/events.json?modality=asserted").json()
    pair = found["pairs"][0]
    address = html.unescape(re.findall(r'<a class="q-[a-z-]+" href="([^"]+)"', drawn)[0])
    assert "modality=asserted" in address
    path, _, query = address.partition("?")
    of_pair = client.get(f"{path}.json?{query}").json()
    assert of_pair["total"] >= pair["events"] > 0
    assert "</table>" in page[page.index("pairs-table") :]
