"""The page of positions."""

from __future__ import annotations

from starlette.testclient import TestClient

from onrecord.web.pages.positions import called
from onrecord.web.words import words


def test_targets_lead_to_standings_formulas_and_a_drawing(client: TestClient) -> None:
    found = client.get("/positions.json").json()
    assert found["total"] > 0
    target = found["targets"][0]["target"]
    one = client.get("/positions.json", params={"target": target}).json()
    assert one["total"] == found["targets"][0]["positions"]
    held = [position for position in one["positions"] if position["holders"]]
    assert sum(formula["uses"] for formula in one["formulas"]) >= len(held)
    for distance in one["distances"]:
        assert 0 <= distance["distance"] <= 1
    assert client.get("/positions", params={"target": target}).status_code == 200


def test_a_stance_is_a_filter(client: TestClient) -> None:
    found = client.get("/positions.json?stance=oppose").json()
    assert {one["stance"] for one in found["positions"]} <= {"oppose"}
    assert client.get("/positions.json?stance=odd").status_code == 422


def test_no_target_is_a_mark(client: TestClient) -> None:
    found = client.get("/positions.json").json()["positions"]
    assert all(one["target"] is None or any(map(str.isalnum, one["target"])) for one in found)


def test_a_state_is_called_as_the_page_calls_states() -> None:
    assert called(words("en"), "state/us", "U.S") == "United States"
    assert called(words("en"), "agreement/pact", "the Pact") == "the Pact"
