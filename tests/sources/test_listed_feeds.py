"""RSS, RDF, Atom and JSON feeds as listings."""

from __future__ import annotations

import pytest

from onrecord.sources.listed_feeds import read
from tests.sources.made import SITE, listing

URL = f"{SITE}feed"
FEED = listing("feed", url=URL)
RSS = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>
<link>{SITE}</link>
<item><title>Visit &amp;amp; &lt;i&gt;talks&lt;/i&gt;</title><link>/en/1</link>
<pubDate>Wed, 06 Mar 2024 10:00:00 GMT</pubDate></item>
<item><title>No link</title><guid isPermaLink="false">x1</guid></item>
<item><guid>{SITE}en/2</guid><dc:date>2024-03-05</dc:date></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="{URL}"/>
<link rel="next" href="?page=2"/>
<entry><title type="html">Talks &amp;lt;b&amp;gt;</title><link rel="edit" href="/x"/>
<link href="/en/1"/><published>2024-03-06T10:00:00Z</published>
<updated>2024-03-07T08:00:00Z</updated>
<link rel="next" href="/no"/></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><item rdf:about="x"><link>{SITE}en/9</link></item></rdf:RDF>"""
JSON = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "News",
"next_url": "/feed?p=2",
"items": [{{"id": "1", "url": "{SITE}en/1", "title": "Visit",
"date_published": "2024-03-06T10:00:00+01:00"}}, {{"id": "2"}}]}}"""


def test_rss() -> None:
    found = read(RSS.encode(), URL, None, FEED)
    assert [(e.url, e.title, e.date) for e in found.entries] == [
        (f"{SITE}en/1", "Visit & talks", "2024-03-06T10:00"),
        (f"{SITE}en/2", None, "2024-03-05"),
    ]
    assert found.unreadable is None


def test_atom() -> None:
    found = read(ATOM.encode(), URL, None, FEED)
    (entry,) = found.entries
    assert (entry.url, entry.date) == (f"{SITE}en/1", "2024-03-06T10:00")
    assert entry.modified == "2024-03-07T08:00"
    assert found.further == (f"{URL}?page=2",)


def test_rdf() -> None:
    assert [e.url for e in read(RDF.encode(), URL, None, FEED).entries] == [f"{SITE}en/9"]


def test_json() -> None:
    found = read(JSON.encode(), URL, None, FEED)
    assert [(e.url, e.title, e.date) for e in found.entries] == [
        (f"{SITE}en/1", "Visit", "2024-03-06T10:00")
    ]
    assert found.further == (f"{URL}?p=2",)


@pytest.mark.parametrize(
    "payload",
    [b"<rss><channel><title>News</title></channel></rss>", b'{"items": []}'],
)
def test_an_empty_feed_is_no_trouble(payload: bytes) -> None:
    found = read(payload, URL, None, FEED)
    assert (found.entries, found.unreadable) == ((), None)


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "no feed: <html>"),
        (b"no mark-up", "no feed"),
        (b'{"error": "gone"}', "no JSON feed"),
        (b'{"items": [' + b"[" * 10_000, "no JSON feed"),
        (RSS.encode()[:-60], "breaks off"),
    ],
)
def test_what_is_no_feed_or_no_whole_one(payload: bytes, why: str) -> None:
    assert why in (read(payload, URL, None, FEED).unreadable or "")
