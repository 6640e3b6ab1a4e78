"""The contradictions page: both quotes with links, filters, and what to ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import application
from tests.pipeline.test_contradicting import archive
from tests.web.conftest import BASE


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of an archive of claims."""
    folder = archive(tmp_path_factory.mktemp("claims"))
    with TestClient(application(folder), BASE, headers={"Accept": "text/html"}) as asking:
        yield asking


def test_pairs_with_both_quotes_and_their_places(pages: TestClient) -> None:
    record = pages.get("/contradictions.json?target=Tolva dam").json()
    (pair,) = record["pairs"]
    text = pages.get("/contradictions?target=Tolva dam").text
    for said in (pair["a"], pair["b"]):
        start, end = said["span"]
        assert f"at={start}-{end}#at" in text
        assert said["quote"] in text
    assert "the stance went from" in text
    assert "one speaker" in text


def test_filters_and_what_to_ask_for(pages: TestClient) -> None:
    none = pages.get("/contradictions?target=Tolva dam&why=number").text
    assert "No two claims" in none
    assert "Ask above for any words" in pages.get("/contradictions").text
    assert pages.get("/contradictions?why=odd").status_code == 422
