"""Timelines of things and of statements."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.web.pages.test_dossier import asking

__all__ = ["asking"]


def test_of_a_thing_the_latest_first(asking: TestClient) -> None:
    record = asking.get("/dossier/state/tr/timeline.json").json()
    assert [each["start"] for each in record["dated"]] == ["2024-06-12", "2023-03-01"]
    text = asking.get("/dossier/state/tr/timeline").text
    assert text.index("12 June 2024") < text.index("1 March 2023")
    assert "Nothing here is dated" in asking.get("/dossier/state/fj/timeline").text
    assert asking.get("/dossier/state/zz/timeline").status_code == 404


def test_of_a_statement_the_earliest_first(asking: TestClient) -> None:
    said = asking.get("/dossier/organisation/nato.json").json()["latest"][0]
    record = asking.get(f"/timeline/{said['statement']}.json").json()
    assert [each["start"] for each in record["dated"]] == ["2024-05-03", "2024-06-12"]
    assert "of Kazakhstan on" in asking.get(f"/timeline/{said['statement']}").text
    assert asking.get("/timeline/none").status_code == 404
