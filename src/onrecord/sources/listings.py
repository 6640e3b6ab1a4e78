"""What a source's listings say: pages, feeds, sitemaps, archives by date. No network, no clock.

A listing that is empty has no entries; one that cannot be read says why (`unreadable`)."""

from __future__ import annotations

import re

from onrecord.errors import DataError, InputError
from onrecord.records import Listing
from onrecord.sources import listed_feeds, listed_pages, sitemaps
from onrecord.sources.archives import addresses
from onrecord.sources.entries import Entry, Found
from onrecord.sources.trees import unpacked

__all__ = ["Entry", "Found", "addresses", "entries"]

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)
_XML = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex|rss|feed|rdf)[\s>]", re.I)
_HEAD = 4_096


def entries(
    payload: bytes,
    url: str,
    charset: str | None,
    listing: Listing,
    languages: tuple[str, ...] = (),
) -> Found:
    """The statements that a payload of a listing names. `url`: where it came from; `charset`: as
    the server declares it; `languages`: of the source, for its dates.

    >>> feed = Listing(kind="feed", url="https://a.example/feed")
    >>> entries(b"<rss><channel></channel></rss>", feed.url, None, feed)
    Found(entries=(), further=(), unreadable=None)
    >>> entries(b"<html><p>Moved</html>", feed.url, None, feed).unreadable
    'no feed: <html> instead of <rss>, <feed> or <rdf:RDF>'
    """
    if not payload.strip():
        return Found(unreadable="nothing came")
    try:
        return _read(unpacked(payload), url, charset, listing, languages)
    except DataError:
        raise
    except InputError as error:
        return Found(unreadable=str(error))


def _read(
    payload: bytes, url: str, charset: str | None, listing: Listing, languages: tuple[str, ...]
) -> Found:
    kind: str = listing.kind
    if kind == "archive":
        kind = _kind(payload)
    if kind == "feed":
        return listed_feeds.read(payload, url, charset, listing, languages)
    if kind == "sitemap":
        if _kind(payload) == "feed":  # the protocol allows it
            return listed_feeds.read(payload, url, charset, listing, languages)
        return sitemaps.read(payload, url, charset, listing)
    return listed_pages.read(payload, url, charset, listing, languages)


def _kind(payload: bytes) -> str:
    """What an archive by date is made of: by its own first words."""
    head = payload[:_HEAD]
    if _HTML.search(head):
        return "page"
    found = _XML.search(head)
    if found:
        return "sitemap" if found[1].lower() in (b"urlset", b"sitemapindex") else "feed"
    return "page"
