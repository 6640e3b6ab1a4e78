"""Which pages need a browser, and what they may ask for on the side."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from onrecord.crawl.fetcher import Fetched
from onrecord.errors import NotFetched
from onrecord.pipeline.watching_hosts import Hosts, spent
from onrecord.pipeline.watching_rendered import Aside, rendered
from onrecord.store import watchfile
from tests.pipeline.watching_support import HOST, NOW, SOURCE, a_listing, a_page, answer, fetched

SCRIPTED = msgspec.structs.replace(SOURCE, rendered=True)
RULES = b"User-agent: *\nDisallow: /private/"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = watchfile.writable(tmp_path / "watch.sqlite")
    yield made
    made.close()


def test_pages_and_lists_of_a_source_that_says_so() -> None:
    feed = msgspec.structs.replace(SCRIPTED.listings[0], kind="feed")
    with_feed = msgspec.structs.replace(SCRIPTED, listings=(feed,))
    assert rendered(a_page(), SCRIPTED)
    assert rendered(a_listing(), SCRIPTED)
    assert not rendered(a_listing(), with_feed)
    assert not rendered(a_page(), SOURCE)
    assert not rendered(None, SCRIPTED)


def test_what_a_page_may_ask_for(db: sqlite3.Connection) -> None:
    hosts = Hosts(db, {}, lambda: 0.0)
    for name in (HOST, "other.example"):
        hosts.begin(name, NOW)
        hosts.end(name, answer(), NOW)
        hosts.learn(name, fetched(RULES), NOW)
    asked: list[str] = []

    def get(url: str) -> Fetched:
        asked.append(url)
        if "down" in url:
            raise NotFetched("connect", "no route")
        return fetched(RULES)

    permit = Aside(hosts, get).permit(HOST)
    assert permit(f"https://{HOST}/app.js")
    assert not permit(f"https://{HOST}/private/data")
    assert not permit("https://other.example/app.js")  # it is watched: asked in its turn only
    assert permit("https://cdn.example/app.js")
    assert not permit("https://cdn.example/private/app.js")
    assert not permit("https://down.example/app.js")
    assert not permit("data:text/plain,x")
    assert asked == ["https://cdn.example/robots.txt", "https://down.example/robots.txt"]


def test_a_host_is_left_alone_for_all_that_a_page_asked(db: sqlite3.Connection) -> None:
    hosts = Hosts(db, {}, lambda: 0.0)
    hosts.begin(HOST, NOW)
    done = answer(x_onrecord_requests="4")
    assert done.fetched is not None
    assert spent(done.fetched) == 4
    hosts.end(HOST, done, NOW)
    assert hosts.ready_at(HOST) == NOW + 4.0
