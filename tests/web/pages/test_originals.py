"""A capture is shown as text or without anything that acts; its bytes are what was captured."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import application
from tests.web.conftest import BASE
from tests.web.support import GENEVA, made

PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Talks</title>
<script>alert('head')</script></head>
<body onload="alert(1)"><h1>Statement of the Ministry on the talks, 3 May 2024</h1>
<p style="color:red">The Minister said that the talks on the river had begun well and that they
would go on in the autumn, when the water is low and the engineers can measure it again.</p>
<p><img src="https://evil.example/x.png" onerror="alert(2)">Both sides thanked the host country for
its patience and its rooms, and agreed that their experts meet every month until then.</p>
<iframe src="https://evil.example"></iframe><form action="https://evil.example"><input></form>
</body></html>"""


def _capture(client: TestClient, name: str) -> str:
    captures = client.get(f"/evidence/{name}.json").json()["captures"]
    return str(captures[0]["id"]).removeprefix("urn:uuid:")


def test_the_bytes_are_those_of_the_digest(client: TestClient) -> None:
    name = _capture(client, GENEVA)
    answer = client.get(f"/originals/{name}/bytes")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    digest = client.get(f"/originals/{name}.json").json()["capture"]["digest"]
    assert digest == "sha256:" + hashlib.sha256(answer.content).hexdigest()


def test_a_hostile_page_is_shown_and_does_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    folder = made(tmp_path / "archive", [tmp_path / "page.html"])
    with TestClient(application(folder), BASE) as asking:
        (statement,) = asking.get("/.json").json()["latest"]
        name = _capture(asking, statement["id"])
        rendered = asking.get(f"/originals/{name}/rendered")
        source = asking.get(f"/originals/{name}").text
    assert "sandbox" in rendered.headers["content-security-policy"]
    assert "script-src" not in rendered.headers["content-security-policy"]
    assert rendered.headers["x-frame-options"] == "SAMEORIGIN"
    for sign in ("<script", "onload", "onerror", "<img", "<iframe", "<form", "evil.example"):
        assert sign not in rendered.text
    assert "engineers can measure it again" in rendered.text
    assert "&lt;script&gt;alert(&#39;head&#39;)" in source
    assert "<script>alert" not in source


@pytest.mark.parametrize("path", ["", "/rendered", "/bytes"])
def test_what_is_not_there(client: TestClient, path: str) -> None:
    assert client.get(f"/originals/none{path}").status_code == 404


def test_what_is_no_page_is_not_rendered(client: TestClient) -> None:
    name = _capture(client, "local/2022-12-02/interview")
    assert client.get(f"/originals/{name}/rendered").status_code == 404
    assert client.get(f"/originals/{name}.json").json()["text"] is None
