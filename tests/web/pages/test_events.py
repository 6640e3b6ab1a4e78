"""The page of events."""

from __future__ import annotations

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
