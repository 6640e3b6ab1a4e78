"""The meetings pages: pairs with their reasons, and both sides of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.pipeline.indexing import refresh
from onrecord.web.app import application
from tests.pipeline.test_meetings import PAGES, VIENNA
from tests.web.conftest import BASE
from tests.web.support import made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of an archive with meetings of which two issuers tell."""
    folder = made(tmp_path_factory.mktemp("pages") / "archive", [PAGES, *VIENNA, Path("samples")])
    refresh(folder, lambda said: None)
    with TestClient(application(folder), BASE, headers={"Accept": "text/html"}) as asking:
        yield asking


def test_pairs_with_what_they_rest_on(pages: TestClient) -> None:
    found = pages.get("/meetings.json").json()
    assert (found["total"], found["of"]) == (3, 3)
    text = pages.get("/meetings?person=Linton").text
    assert "1 of 3 meetings" in text
    assert "Vienna" in text
    assert "/sides?a=" in text
    none = pages.get("/meetings?since=2030").text
    assert "Show all meetings" in none


def test_both_sides_with_links_to_their_places(pages: TestClient) -> None:
    first = pages.get("/meetings.json").json()["meetings"][0]
    asked = {"a": first["a"]["statement"], "b": first["b"]["statement"]}
    record = pages.get("/sides.json", params=asked).json()
    text = pages.get("/sides", params=asked).text
    for topic in record["topics"]:
        for passage in (*topic["a"], *topic["b"]):
            start, end = passage["span"]
            assert f"at={start}-{end}#at" in text
    assert "12 Millionen" in text


def test_no_such_statement(pages: TestClient) -> None:
    assert pages.get("/sides", params={"a": "x", "b": "y"}).status_code == 404
    assert pages.get("/sides").status_code == 422
