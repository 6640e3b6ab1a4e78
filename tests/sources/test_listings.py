"""One door to all kinds of listings; whatever comes is a list, an empty one, or said to be none."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import loader
from onrecord.sources.listings import entries
from tests.sources.made import SITE, listing
from tests.support import shared_data

RSS = f"<rss><channel><item><link>{SITE}1</link></item></channel></rss>".encode()
MAP = f"<urlset><url><loc>{SITE}1</loc></url></urlset>".encode()
PAGE = f"<!DOCTYPE html><html><body><li><a href={SITE}1>One</a></li></body></html>".encode()
KINDS = ("page", "feed", "sitemap", "archive")
ITEMS = {"item": "li"}


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("page", PAGE),
        ("feed", RSS),
        ("sitemap", MAP),
        ("sitemap", gzip.compress(MAP, mtime=0)),
        ("sitemap", RSS),
        ("archive", PAGE),
        ("archive", RSS),
        ("archive", MAP),
    ],
)
def test_kinds(kind: str, payload: bytes) -> None:
    found = entries(payload, SITE, None, listing(kind, url=SITE, selectors=ITEMS))
    assert [entry.url for entry in found.entries] == [f"{SITE}1"]
    assert found.unreadable is None


@pytest.mark.parametrize(
    ("kind", "payload", "why"),
    [
        ("feed", PAGE, "no feed"),
        ("feed", b"", "nothing came"),
        ("sitemap", PAGE, "no sitemap"),
        ("sitemap", gzip.compress(MAP, mtime=0)[:-9], "breaks off"),
        ("page", RSS, "nothing on the page"),
        ("page", b"  ", "nothing came"),
        ("page", b"<div>" * 100_000, "inside each other"),
        ("feed", b'<!DOCTYPE a [<!ENTITY b "b">]><rss>&b;</rss>', "entities"),
    ],
)
def test_what_is_no_listing(kind: str, payload: bytes, why: str) -> None:
    found = entries(payload, SITE, None, listing(kind, url=SITE, selectors=ITEMS))
    assert why in (found.unreadable or "")
    assert found.entries == ()


@given(st.sampled_from(KINDS), st.binary(max_size=300))
def test_any_bytes(kind: str, payload: bytes) -> None:
    found = entries(payload, SITE, None, listing(kind, url=SITE, selectors=ITEMS))
    assert found.entries == () or found.unreadable is None


@given(st.sampled_from(KINDS), st.integers(0, 200))
def test_any_end(kind: str, end: int) -> None:
    for payload in (RSS, MAP, PAGE):
        entries(payload[:end], SITE, None, listing(kind, url=SITE, selectors=ITEMS))


def test_saved_lists_of_a_president() -> None:
    shared = shared_data()
    if shared is None:
        pytest.skip("the data of others is not there")
    source = loader.named("ru_president_events")
    assert source is not None
    page = source.listings[1]
    folder = shared / "data/corpora/kremlin-en-html/en.kremlin.ru/events/president/news"
    saved = [*folder.glob("page/*.html"), *folder.glob("by-date/*.html")]
    assert saved
    for path in saved:
        found = entries(path.read_bytes(), page.url, None, page, source.languages)
        assert found.unreadable is None
        assert 15 <= len(found.entries) <= 20
        assert all(entry.title and entry.date for entry in found.entries)
