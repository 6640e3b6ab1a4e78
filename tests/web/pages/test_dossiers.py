"""Dossiers are found by name, in any script, and by kind."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.web.pages.test_dossier import asking

__all__ = ["asking"]


def test_a_name_in_any_script(asking: TestClient) -> None:
    for name in ("Türkei", "Турция", "turk"):
        found = asking.get("/dossiers.json", params={"name": name}).json()["found"]
        assert found[0]["id"] == "state/tr", name
    assert "Search for the words" in asking.get("/dossiers?name=zzqqx").text
    assert asking.get("/dossiers?name=%3Cscript%3E").status_code == 200


def test_what_is_spoken_of_most_by_kind(asking: TestClient) -> None:
    record = asking.get("/dossiers.json").json()
    assert record["most"]["state"][0]["id"] == "state/tr"
    assert record["counts"]["state"] == len(record["most"]["state"])
    one = asking.get("/dossiers.json?kind=organisation").json()
    assert set(one["most"]) == {"organisation"}
    assert one["next"] is None
    assert asking.get("/dossiers?kind=odd").status_code == 422
