"""Feeds, opened by a reader of feeds that nobody here wrote."""

from __future__ import annotations

import re
from typing import Any

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.alerts.feeds import NEVER, Entry, Feed, atom, html, json_feed, urn
from onrecord.alerts.keys import digest

_XML = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))


def entry(text: str = "The dam is full.", **fields: Any) -> Entry:
    given: dict[str, Any] = {
        "id": digest(text),
        "kind": "new",
        "title": "New: Talks",
        "link": "http://127.0.0.1/statements/a@1?at=1-2#at",
        "pieces": ((text, False),),
        "words": (),
        "moment": "2024-03-06T09:00:00.000000Z",
    }
    return Entry(**(given | fields))


def feed(*entries: Entry, **fields: Any) -> Feed:
    base = "http://127.0.0.1/alerts/dam"
    given: dict[str, Any] = {
        "id": f"{base}/feed",
        "title": "Dam",
        "own": f"{base}/feed",
        "own_json": f"{base}/feed.json",
        "home": base,
        "entries": entries,
    }
    return Feed(**(given | fields))


def test_a_reader_of_feeds_understands_it() -> None:
    one = entry(
        pieces=(("The ", False), ("dam", True), (" is <full>.", False)),
        words=("dam",),
        notes=("Matches: dam",),
        external="https://mfa.example/talks",
        said="2024-03-06T08:00:00Z",
        language="en",
        author="Ann Lee",
    )
    read = feedparser.parse(atom(feed(one, next="http://127.0.0.1/alerts/dam/feed?page=2")))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Dam"
    links = {link.rel: link.href for link in read.feed.links}
    assert links["next"].endswith("?page=2")
    (got,) = read.entries
    assert got.id == urn(one.id)
    assert (got.title, got.author, got.tags[0].term) == ("New: Talks", "Ann Lee", "new")
    assert got.updated_parsed[:3] == (2024, 3, 6)
    assert got.published == "2024-03-06T08:00:00Z"
    assert "<mark>dam</mark> is &lt;full&gt;." in html(one)
    assert "is &lt;full&gt;." in got.content[0].value


def test_json_feed() -> None:
    made = json_feed(feed(entry(words=("dam",)), next_json="x"))
    assert made["version"] == "https://jsonfeed.org/version/1.1"
    assert made["next_url"] == "x"
    (item,) = made["items"]
    assert item["content_text"] == "The dam is full."
    assert item["tags"] == ["new", "dam"]
    assert "authors" not in item
    assert "date_modified" not in json_feed(feed(entry(moment=NEVER)))["items"][0]


@given(st.text(), st.text(), st.text(alphabet=_XML))
def test_whatever_a_page_says_it_is_well_formed(text: str, title: str, odd: str) -> None:
    made = atom(feed(entry(text + odd, title=title + odd, author=title, external=text)))
    root = etree.fromstring(made.encode("utf-8", "replace"))
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1
    content = root.findtext(".//{http://www.w3.org/2005/Atom}content") or ""
    assert set(re.findall(r"<(\w+)", content)) <= {"blockquote", "mark", "p"}


@given(st.from_regex(r"[0-9a-f]{32}", fullmatch=True))
def test_names_of_entries_are_uuids_of_version_8(name: str) -> None:
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}",
                        urn(name))  # fmt: skip
