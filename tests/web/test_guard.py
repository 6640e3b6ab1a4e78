"""What protects every page: the name it was asked by, limits, and headers."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.web.app import application
from onrecord.web.guard import HEADERS, POLICY
from onrecord.web.settings import Settings


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8040", "localhost:1", "[::1]:8040"])
def test_our_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/help", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "a b"])
def test_names_of_others_are_not(client: TestClient, host: str) -> None:
    answer = client.get("/help", headers={"Host": host})
    assert answer.status_code == 421
    assert "--host-name" in answer.text


def test_a_name_can_be_allowed(folder: Folder) -> None:
    app = application(folder, Settings(hosts=("statements.example",)))
    with TestClient(app, "http://statements.example") as asking:
        assert asking.get("/help").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    answer = client.request(method, "/search")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_limits(client: TestClient) -> None:
    assert client.get("/search", params={"q": "a" * 9_000}).status_code == 414
    assert client.request("GET", "/search", content=b"x" * 70_000).status_code == 413


@pytest.mark.parametrize(
    "path", ["/", "/search?q=(", "/none", "/static/style.css", "/help.json", "/openapi", "/feed"]
)
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    for name in HEADERS:
        assert name in answer.headers, name
    assert answer.headers["content-security-policy"] == POLICY


def test_the_policy_lets_nothing_inline_in() -> None:
    assert POLICY.startswith("default-src 'none'")
    assert "unsafe" not in POLICY


def test_head_is_answered_as_get(client: TestClient) -> None:
    assert client.head("/search?q=dam").status_code == 200
