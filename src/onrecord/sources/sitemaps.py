"""Sitemaps and sitemap indexes (sitemaps.org), news sitemaps, and plain lists of addresses."""

from __future__ import annotations

import re
from typing import Any

from onrecord.records import Listing
from onrecord.sources.entries import Found, Kept, address, day
from onrecord.sources.trees import Tree, child, local

_LINES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*https?://\S+\s*(?:\r?\n|\Z)")


def read(payload: bytes, url: str, charset: str | None, listing: Listing) -> Found:
    """What a sitemap, unpacked, names."""
    if _LINES.match(payload):
        return _lines(payload, url, listing)
    tree = Tree(payload, charset)
    kept = Kept(listing.match)
    nested: dict[str, str] = {}
    for element in tree.elements("url", "sitemap"):
        place = address(url, child(element, "loc"))
        changed = day(child(element, "lastmod"), method="feed")
        if local(element) == "sitemap":
            if place is not None:
                nested[place] = changed or ""
            continue
        told = _news(element)
        kept.add(place, *told, changed)
    if tree.root not in ("urlset", "sitemapindex"):
        root = f"<{tree.root}>" if tree.root else tree.broken or "nothing"
        return Found(unreadable=f"no sitemap: {root} instead of <urlset> or <sitemapindex>")
    latest = sorted(nested, key=lambda place: nested[place], reverse=True)
    broken = tree.broken or ("more entries than a sitemap may have" if kept.too_many else None)
    return Found(entries=kept.all(), further=tuple(latest), unreadable=broken)


def _news(element: Any) -> tuple[str | None, str | None]:
    """Title and date that a news sitemap gives."""
    for each in element:
        if local(each) == "news":
            return child(each, "title"), day(child(each, "publication_date"), method="feed")
    return None, None


def _lines(payload: bytes, url: str, listing: Listing) -> Found:
    kept = Kept(listing.match)
    for printed in payload.decode("utf-8", "replace").lstrip("\ufeff").split("\n"):
        kept.add(address(url, printed.strip()), None, None, None)
    return Found(entries=kept.all())
