"""The issues page: what could not be read, the gravest first, and why."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_the_gravest_come_first_and_all_are_counted(client: TestClient) -> None:
    found = client.get("/issues.json?severity=info").json()
    order = [{"error": 0, "warning": 1, "info": 2}[each["severity"]] for each in found["issues"]]
    assert order == sorted(order)
    assert found["total"] == sum(n for by in found["counts"].values() for n in by.values())
    errors = client.get("/issues.json?severity=error&stage=quality").json()
    assert {each["stage"] for each in errors["issues"]} == {"quality"}


def test_each_has_its_reason_and_its_place(client: TestClient) -> None:
    text = client.get("/issues?severity=error").text
    assert "block page" in text
    assert "block-page.html" in text
    assert 'href="/originals/' in text


def test_a_severity_that_is_none(client: TestClient) -> None:
    assert client.get("/issues?severity=odd").status_code == 422
