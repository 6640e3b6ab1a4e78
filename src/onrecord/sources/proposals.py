"""A `source.toml` for an address that is new: what the page itself and one of its statements tell.
A proposal: a person looks at it before it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.extract import encoding, metadata, nesting
from onrecord.records import Listing, Record, Source
from onrecord.sources import found_lists, listings
from onrecord.sources.entries import address
from onrecord.sources.recipe_names import place

_FEEDS = (
    'link[rel~="alternate"][type="application/rss+xml"], '
    'link[rel~="alternate"][type="application/atom+xml"], '
    'link[rel~="alternate"][type="application/feed+json"]'
)
_COMMENTS = re.compile(r"comments?(?:/|\b)")
_DAY = re.compile(r"/(20\d\d)/([01]\d)(?:/([0-3]\d))?(?=[/?]|$)")
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.I)
_SITEMAP_ROOT = re.compile(rb"<(?:urlset|sitemapindex)[\s>]", re.I)


class Proposal(Record, frozen=True, kw_only=True):
    """A source as proposed, what to look at, and the first addresses that its listing gives."""

    source: Source
    remarks: tuple[str, ...]
    entries: tuple[listings.Entry, ...] = ()


def propose(
    payload: bytes, url: str, charset: str | None, sitemaps: tuple[str, ...] = ()
) -> Proposal | None:
    """What a page, feed or sitemap tells of the source that it is a list of; `None` if the address
    is none. `sitemaps`: as the host's robots.txt names them."""
    where = place("", url)
    if where is None:
        return None
    kind = _kind(payload)
    root = None if kind else _root(payload, charset)
    proposed = tuple(_listings(kind, root, url))
    found, remarks = _tried(proposed, payload, url, charset)
    if not proposed:
        remarks = ("No list was found: write [[listing]] by hand, or give another address.",)
    named = tuple(f"robots.txt names a sitemap: {each}" for each in sitemaps[:10])
    language = _language(root)
    source = Source(
        id=f"{where.prefix}_{where.body}_{where.last}",
        institution=_institution(root, url),
        country=where.country,
        languages=language or where.languages,
        series=where.series,
        hosts=(where.host,),
        cadence=7200.0,
        listings=proposed,
    )
    first = ("Proposed from the page; a person has not looked at it yet.",)
    return Proposal(source=source, remarks=(*first, *remarks, *named), entries=found)


def _kind(payload: bytes) -> str | None:
    head = payload.lstrip()[:2_000]
    if _FEED_ROOT.search(head):
        return "feed"
    return "sitemap" if _SITEMAP_ROOT.search(head) else None


def _root(payload: bytes, charset: str | None) -> LexborNode | None:
    text = encoding.decode(payload, charset).text
    nesting.check(text)
    return LexborHTMLParser(text).root


def _listings(kind: str | None, root: LexborNode | None, url: str) -> Iterator[Listing]:
    """The feeds that a page names, and the list on it."""
    if kind is not None:
        yield Listing(kind="feed" if kind == "feed" else "sitemap", url=url)
    if root is None:
        return
    for node in root.css(_FEEDS)[:5]:
        feed = address(url, node.attributes.get("href"))
        if feed is not None and not _COMMENTS.search(urlsplit(feed).path):
            yield Listing(kind="feed", url=_plain(feed))
    found = found_lists.find(root, url)
    if found is None or (found.selectors.item is None and found.match is None):
        return
    dated = _dated(url)
    yield Listing(
        kind="archive" if dated else "page",
        url=dated or _plain(url),
        match=found.match,
        pages=5 if found.selectors.next else 0,
        selectors=found.selectors,
    )


def _dated(url: str) -> str | None:
    """The address of an archive by date, where this is one of its days or months.

    >>> _dated("https://a.example/archive/2026/03/02"), _dated("https://a.example/news/")
    ('https://a.example/archive/{year}/{month:02}/{day:02}', None)
    """
    found = _DAY.search(url)
    if found is None:
        return None
    end = "/{day:02}" if found[3] else ""
    before, after = url[: found.start()], url[found.end() :]
    return f"{_plain(before)}/{{year}}/{{month:02}}{end}{_plain(after)}"


def _plain(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D")


def _tried(
    proposed: tuple[Listing, ...], payload: bytes, url: str, charset: str | None
) -> tuple[tuple[listings.Entry, ...], tuple[str, ...]]:
    """What the listing of this very payload gives, and a remark on it."""
    for listing in proposed:
        if listing.url == _plain(url) or listing.kind == "archive":
            found = listings.entries(payload, url, charset, listing)
            dated = sum(entry.date is not None for entry in found.entries)
            count = f"The list has {len(found.entries)} statements now, {dated} with a date."
            return found.entries, (found.unreadable or count,)
    return (), ()


def _institution(root: LexborNode | None, url: str) -> str | None:
    """The site's name, as the page's structured data gives it."""
    if root is None:
        return None
    fields = metadata.fields(root.parser, url)
    return next((field.value for field in fields if field.name == "site"), None)


def _language(root: LexborNode | None) -> tuple[str, ...]:
    declared = (root.attributes.get("lang") or "") if root is not None else ""
    return (declared.strip().replace("_", "-"),) if declared.strip() else ()
