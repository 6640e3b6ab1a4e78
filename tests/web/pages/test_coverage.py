"""The coverage pages: how sources are, day by day, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.archive.folder import Folder
from onrecord.store import coverage, frontier, watchfile
from onrecord.store.coverage import Note
from onrecord.web.app import application
from tests import watched
from tests.web.conftest import BASE

NAME = "xl_press_news"


@pytest.fixture
def covered(tmp_path: Path) -> Folder:
    made = watched.archive(tmp_path)
    db = watchfile.writable(made.watch)
    frontier.plan(db, NAME, 0, [("http://press.lormark.example/feed.xml", "press")], 1.0)
    coverage.count(db, NAME, "2026-03-02", [Note("checked"), Note("seen", number=2)])
    coverage.count(db, NAME, "2026-03-03", [Note("checked")])
    coverage.count(db, NAME, "2026-03-04", [Note("unreadable", "<b>no list", "https://x.example/")])
    coverage.count(db, NAME, "2026-03-05", [Note("unfetched", "503", "https://x.example/")])
    coverage.trouble(db, NAME, {"a": ("error", "the listing cannot be read")}, 1.8e9)
    db.close()
    return made


@pytest.fixture
def asking(covered: Folder) -> Iterator[TestClient]:
    with TestClient(application(covered), BASE, headers={"Accept": "text/html"}) as client:
        yield client


def test_one_record_as_page_and_as_json(asking: TestClient) -> None:
    found = asking.get("/coverage.json?last=2026-03-05&days=10").json()["watch"]
    (source,) = found["sources"]
    assert [day["state"] for day in source["days"]] == [
        "statements", "none", "unreadable", "unfetched",
    ]  # fmt: skip
    text = asking.get("/coverage?last=2026-03-05&days=10").text
    assert "2 March 2026: statements; 2 seen, 0 read" in text
    assert "4 March 2026: listing unreadable" in text
    assert "The watch is not running." in text


def test_a_source_with_its_reasons_as_a_table(asking: TestClient) -> None:
    text = asking.get(f"/coverage/{NAME}?last=2026-03-05").text
    assert 'id="d2026-03-04"' in text
    assert "&lt;b&gt;no list" in text
    assert "the listing cannot be read" in text
    assert asking.get(f"/coverage/{NAME}.json").json()["source"] == NAME


def test_what_is_not_there(asking: TestClient, client: TestClient) -> None:
    assert asking.get("/coverage/none").status_code == 404
    assert asking.get("/coverage?last=soon").status_code == 400
    assert "onrecord watch" in client.get("/coverage").text  # nobody has watched there
    assert client.get("/coverage.json").json() == {"watch": None}
