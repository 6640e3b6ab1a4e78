"""Feeds as listings: RSS, RDF, Atom and JSON Feed. Only what they say of their items; the text of
an item is read by `extract.feed` when the feed itself is a capture."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import msgspec

from onrecord.records import Listing
from onrecord.sources.entries import Found, Kept, address, day
from onrecord.sources.trees import Tree, child, local, text
from onrecord.text.normalize import line

_ROOTS = frozenset({"rss", "feed", "RDF"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MOST_JSON = 16 * 1024 * 1024


def read(
    payload: bytes, url: str, charset: str | None, listing: Listing, languages: tuple[str, ...] = ()
) -> Found:
    """What a feed names."""
    if payload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json(payload, url, listing)
    tree = Tree(payload, charset)
    kept = Kept(listing.match)
    further: list[str] = []
    for element in tree.elements("item", "entry", "link"):
        if local(element) == "link":
            if element.get("rel") == "next" and local(element.getparent()) in ("feed", "channel"):
                further.append(element.get("href") or "")
            continue
        published = child(element, "pubDate", "published", "issued", "date", "created")
        changed = child(element, "updated", "modified")
        kept.add(
            address(url, _link(element)),
            _plain(child(element, "title")),
            day(published, languages, method="feed"),
            day(changed, languages, method="feed"),
        )
    if tree.root not in _ROOTS:
        root = f"<{tree.root}>" if tree.root else tree.broken or "nothing"
        return Found(unreadable=f"no feed: {root} instead of <rss>, <feed> or <rdf:RDF>")
    onward = (address(url, place) for place in further)
    broken = tree.broken or ("more items than are read" if kept.too_many else None)
    return Found(entries=kept.all(), further=tuple(filter(None, onward)), unreadable=broken)


def _link(item: Any) -> str | None:
    """An item's page: its link, else an id that is an address."""
    for element in item:
        if local(element) == "link" and element.get("rel", "alternate") == "alternate":
            found = element.get("href") or text(element)
            if found:
                return str(found)
    for element in item:
        if local(element) == "guid" and element.get("isPermaLink", "true") == "true":
            return text(element)
    named = child(item, "id")
    return named if named and named.startswith(("http://", "https://")) else None


def _plain(title: str | None) -> str | None:
    """A title without mark-up, which many feeds escape twice."""
    return line(unescape(_TAG.sub("", title))) or None if title else None


class _Item(msgspec.Struct):
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    date_published: str | None = None
    date_modified: str | None = None


class _Feed(msgspec.Struct):
    items: list[_Item]
    version: str = ""
    next_url: str | None = None


def _json(payload: bytes, url: str, listing: Listing) -> Found:
    if len(payload) > _MOST_JSON:
        return Found(unreadable=f"{len(payload):,} bytes of JSON; the limit is {_MOST_JSON:,}")
    try:
        feed = msgspec.json.decode(payload.lstrip(b"\xef\xbb\xbf"), type=_Feed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Found(unreadable=f"no JSON feed: {error}")
    kept = Kept(listing.match)
    for item in feed.items:
        kept.add(
            address(url, item.url or item.external_url),
            _plain(item.title),
            day(item.date_published, method="feed"),
            day(item.date_modified, method="feed"),
        )
    onward = address(url, feed.next_url)
    return Found(entries=kept.all(), further=(onward,) if onward else ())
