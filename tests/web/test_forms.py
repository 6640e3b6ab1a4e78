"""Forms that change something: only from pages of ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.web.app import application
from onrecord.web.forms import FORM, new_token
from onrecord.web.settings import Settings

BASE = "http://127.0.0.1"


@pytest.fixture
def saving(folder: Folder) -> Iterator[TestClient]:
    app = application(folder, Settings(saving=True))
    with TestClient(app, BASE, follow_redirects=False) as asking:
        yield asking
    folder.alerts.unlink(missing_ok=True)


def _sent(client: TestClient, **headers: str) -> int:
    token = client.app.state.token  # type: ignore[attr-defined]
    body = {"token": token, "q": "dam", "name": "Dam"}
    status: int = client.post("/alerts", data=body, headers=headers).status_code
    return status


def test_from_a_page_of_ours(saving: TestClient) -> None:
    assert _sent(saving) == 303
    ours = {"Origin": BASE, "Sec-Fetch-Site": "same-origin"}
    assert _sent(saving, **ours) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1.evil.example"},
        {"Origin": BASE, "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_from_a_page_of_others(saving: TestClient, folder: Folder, headers: dict[str, str]) -> None:
    assert _sent(saving, **headers) == 403
    assert not folder.alerts.exists()


@pytest.mark.parametrize("token", ["", "wrong", new_token()], ids=["none", "wrong", "another"])
def test_without_the_token(saving: TestClient, folder: Folder, token: str) -> None:
    answer = saving.post("/alerts", data={"token": token, "q": "dam", "name": "Dam"})
    assert answer.status_code == 403
    assert "load the page again" in answer.text
    assert not folder.alerts.exists()


def test_what_is_no_form(saving: TestClient) -> None:
    assert saving.post("/alerts", json={"q": "dam"}).status_code == 415
    kind = {"content-type": FORM}
    assert saving.post("/alerts", content=b"\xff=%", headers=kind).status_code == 400
    many = "&".join(f"a{n}=1" for n in range(600))
    assert saving.post("/alerts", content=many, headers=kind).status_code == 400
    assert saving.post("/alerts", content=b"a" * 70_000, headers=kind).status_code == 413

    def endless() -> Iterator[bytes]:
        yield b"a=1"

    assert saving.post("/alerts", content=endless(), headers=kind).status_code == 413


def test_behind_another_server(folder: Folder) -> None:
    settings = Settings(saving=True, address="https://statements.example")
    with TestClient(application(folder, settings), BASE, follow_redirects=False) as asking:
        assert _sent(asking, Origin="https://statements.example") == 303
        assert _sent(asking, Origin="https://evil.example") == 403
    folder.alerts.unlink()


def test_where_nothing_may_be_saved(client: TestClient) -> None:
    assert client.post("/alerts", data={"q": "dam"}).status_code == 405
    assert client.post("/alerts/remove", data={"q": "dam"}).status_code == 405


@pytest.mark.parametrize("path", ["/", "/search", "/alerts/dam", "/alerts/dam/feed"])
def test_other_pages_take_no_form(saving: TestClient, path: str) -> None:
    assert saving.post(path, data={"q": "dam"}).status_code == 405
