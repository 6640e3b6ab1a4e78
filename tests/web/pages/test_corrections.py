"""Correcting on the page: forms, what they write, what is shown of it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.web.app import application
from onrecord.web.settings import Settings
from tests.web.support import made


@pytest.fixture
def own(tmp_path: Path) -> Folder:
    return made(tmp_path / "archive", [Path("samples/geneva-news-conference.en.html")])


@pytest.fixture
def correcting(own: Folder) -> Iterator[TestClient]:
    with TestClient(
        application(own, Settings(correcting=True)), "http://127.0.0.1",
        headers={"Accept": "text/html"}, follow_redirects=False,
    ) as asking:  # fmt: skip
        yield asking


def _sent(client: TestClient, name: str, verdict: str, **more: str) -> str:
    token = client.app.state.token  # type: ignore[attr-defined]
    fields = {"token": token, "id": name, "verdict": verdict, "by": "Ann <Lee>", **more}
    answer = client.post("/corrections", data=fields)
    assert answer.status_code == 303
    address: str = answer.headers["location"]
    return address


def test_wrong_then_undone(correcting: TestClient) -> None:
    every = client_total(correcting)
    one = correcting.get("/commitments.json").json()["commitments"][0]["said"]
    form = correcting.get("/commitments").text
    assert f'name="id" value="{html.escape(one["id"])}"' in form
    address = _sent(correcting, one["id"], "reject", back="/commitments?sort=due", why="a wish")
    assert address.startswith("/commitments?sort=due&corrected=")
    page = correcting.get(address).text
    assert "Marked as wrong" in page
    assert "Undo" in page
    assert client_total(correcting) == every - 1
    listed = correcting.get("/corrections").text
    assert "Ann &lt;Lee&gt;" in listed
    assert "0 % (0 of 1)" in listed
    _sent(correcting, one["id"], "withdraw")
    assert client_total(correcting) == every
    assert correcting.get("/corrections.json").json()["total"] == 0


def test_right_is_shown_in_the_ledger_and_in_the_margin(correcting: TestClient) -> None:
    one = correcting.get("/commitments.json").json()["commitments"][0]["said"]
    _sent(correcting, one["id"], "accept")
    assert "Found right by Ann &lt;Lee&gt;" in correcting.get("/commitments").text
    assert "found right by a reader" in correcting.get(f"/statements/{one['statement']}").text
    rules = correcting.get("/corrections.json").json()["rules"]
    assert (rules[0]["rule"], rules[0]["precision"]) == (one["rule"], 1.0)


def test_only_forms_of_ours_and_only_where_it_is_allowed(
    correcting: TestClient, client: TestClient
) -> None:
    one = correcting.get("/commitments.json").json()["commitments"][0]["said"]["id"]
    fields = {"id": one, "verdict": "reject"}
    assert correcting.post("/corrections", data=fields).status_code == 403
    token = correcting.app.state.token  # type: ignore[attr-defined]
    fields["token"] = token
    there = {"Origin": "https://other.example"}
    assert correcting.post("/corrections", data=fields, headers=there).status_code == 403
    assert correcting.post("/corrections", data={**fields, "verdict": "amend"}).status_code == 422
    missing = {**fields, "id": "a/b@1#event:1-2"}
    assert correcting.post("/corrections", data=missing).status_code == 404
    assert client.post("/corrections", data=fields).status_code == 405
    assert "Right or wrong?" not in client.get("/commitments").text
    assert correcting.get("/corrections.json").json()["total"] == 0


def client_total(client: TestClient) -> int:
    total: int = client.get("/commitments.json").json()["total"]
    return total
