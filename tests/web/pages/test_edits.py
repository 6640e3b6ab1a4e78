"""The edits page and its feeds: what the store lists, narrowed by the address."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from onrecord.web.pages.edits import Choice
from tests.web.support import PACT

ATOM = "{http://www.w3.org/2005/Atom}"


def test_both_wordings_and_links_to_both(client: TestClient) -> None:
    text = client.get("/edits").text
    assert "<del>must</del>" in text
    assert "<ins>should</ins>" in text
    assert f"/statements/{PACT}@1?at=" in text
    assert "/compare?a=" in text
    assert 'href="/originals/' in text


def test_the_same_as_data(client: TestClient) -> None:
    found = client.get("/edits.json?weight=typography").json()
    assert found["total"] == len(found["edits"]) == sum(found["counts"]["weight"].values())
    one = next(each for each in found["edits"] if each["statement"] == PACT)
    assert (one["kind"], one["weight"]) == ("edited", "substance")
    assert {c["quote_b"] for c in one["told"]["changes"]} >= {"should"}
    assert found["waiting"] == 0


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("weight=substance", 1),
        ("source=none_of_ours", 0),
        ("kind=removed", 0),
        ("kind=edited&kind=reverted", 1),
        ("until=2020", 0),
        ("since=2020-01-01", 1),
        (f"statement={PACT}", 1),
        ("statement=none", 0),
        ("lang=ru", 0),
    ],
)
def test_they_can_be_narrowed(client: TestClient, asked: str, number: int) -> None:
    assert client.get(f"/edits.json?{asked}").json()["total"] == number
    assert client.get(f"/edits?{asked}").status_code == 200


@pytest.mark.parametrize("asked", ["weight=heavy", "kind=odd", "since=yesterday", "page=0"])
def test_what_cannot_be_asked(client: TestClient, asked: str) -> None:
    assert client.get(f"/edits?{asked}").status_code == 422


def test_atom_and_json_feed(client: TestClient) -> None:
    answer = client.get("/edits/feed?weight=fact")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    (entry,) = ElementTree.fromstring(answer.text).findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}category").attrib == {"term": "edited"}  # type: ignore[union-attr]
    assert "should" in (entry.findtext(f"{ATOM}content") or "")
    made = client.get("/edits/feed.json").json()
    assert made["version"].endswith("/1.1")
    assert made["items"][0]["id"] == entry.findtext(f"{ATOM}id")


def test_an_address_keeps_what_is_chosen() -> None:
    choice = Choice(source=["a"], weight="fact", since="2026", page=3)
    assert choice.address() == "/edits?source=a&weight=fact&since=2026"
    assert choice.address(page=4) == "/edits?source=a&weight=fact&since=2026&page=4"
    assert choice.address(weight="wording") == "/edits?source=a&since=2026"
