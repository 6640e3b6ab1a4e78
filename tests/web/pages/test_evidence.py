"""The evidence page reads again what is stored, and says what does not hold."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from onrecord.archive.folder import warcs
from onrecord.web.app import application
from tests.web.conftest import BASE
from tests.web.support import PACT, made


def test_all_holds(client: TestClient) -> None:
    found = client.get(f"/evidence/{PACT}.json").json()
    assert len(found["captures"]) == 2
    assert all(check["holds"] for check in found["checks"])
    assert len(found["checks"]) == 4
    text = client.get(f"/evidence/{PACT}").text
    for capture in found["captures"]:
        assert capture["digest"] in text


def test_a_byte_that_was_changed_is_seen(tmp_path: Path) -> None:
    folder = made(tmp_path / "archive", [Path("samples/water-pact.v1.en.html")])
    (warc,) = warcs(folder)
    payload = bytearray(warc.read_bytes())
    payload[-40] ^= 0xFF
    warc.write_bytes(payload)
    with TestClient(application(folder), BASE) as asking:
        found = asking.get(f"/evidence/{PACT}.json").json()
        page = asking.get(f"/evidence/{PACT}").text
    assert [check["holds"] for check in found["checks"]] == [False, True, True]
    assert "Something does not hold" in page
