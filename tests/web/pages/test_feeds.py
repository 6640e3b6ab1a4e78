"""Any search as a feed that readers of feeds understand."""

from __future__ import annotations

from lxml import etree
from starlette.testclient import TestClient

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_atom_is_well_formed_and_has_what_it_must(client: TestClient) -> None:
    answer = client.get("/feed?q=dam&lang=en")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    entries = feed.findall("a:entry", ATOM)
    assert entries
    for each in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert each.findtext(f"a:{name}", namespaces=ATOM)
    dates = [entry.findtext("a:updated", namespaces=ATOM) or "" for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert len({entry.findtext("a:id", namespaces=ATOM) for entry in entries}) == len(entries)


def test_json_feed_links_to_turns_that_are_there(client: TestClient) -> None:
    answer = client.get("/feed.json?q=dam")
    assert answer.headers["content-type"].startswith("application/feed+json")
    feed = answer.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://127.0.0.1/feed.json?q=dam"
    for item in feed["items"]:
        path = item["url"].removeprefix("http://127.0.0.1").partition("#")[0]
        assert client.get(path).status_code == 200


def test_a_wrong_query_is_no_feed(client: TestClient) -> None:
    assert client.get("/feed?q=(dam").status_code == 400
