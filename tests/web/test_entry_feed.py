"""Entries of the ledger as a feed, read as others read it."""

from __future__ import annotations

import feedparser
from starlette.testclient import TestClient


def test_a_feed_of_each_page(client: TestClient) -> None:
    for path in ("commitments", "positions", "unanswered", "events"):
        answer = client.get(f"/{path}/feed")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        read = feedparser.parse(answer.content)
        assert not read.bozo
        assert read.entries, path
        assert "#at" in read.entries[0].link
        assert read.entries[0].summary or read.entries[0].content
