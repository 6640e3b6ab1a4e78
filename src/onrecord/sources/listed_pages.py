"""HTML pages that list statements: items by a source's selectors, or all links that match.

A list that is empty and a page on which the selectors find nothing any more are told apart by the
element that holds the list (`within`); without one, finding nothing is a page that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.extract import encoding, nesting
from onrecord.extract.queries import Finder, shown
from onrecord.records import Listing, ListingSelectors
from onrecord.sources.archives import next_page
from onrecord.sources.entries import Found, Kept, address, day

MAX_BYTES = 32 * 1024 * 1024
_LINK = "a[href], area[href]"
_TIME = "time[datetime]"


def read(
    payload: bytes, url: str, charset: str | None, listing: Listing, languages: tuple[str, ...] = ()
) -> Found:
    """What a page lists."""
    if len(payload) > MAX_BYTES:
        return Found(unreadable=f"{len(payload):,} bytes; the limit is {MAX_BYTES:,}")
    text = encoding.decode(payload, charset).text
    nesting.check(text)
    root = LexborHTMLParser(text).root
    if root is None:
        return Found(unreadable="an empty page")
    base = _base(root, url)
    asked = listing.selectors
    page = Finder(root)
    places = [root] if asked.within is None else page.nodes(asked.within)
    if not places:
        return Found(unreadable=f"nothing on the page is what holds the list, {asked.within!r}")
    kept, items = Kept(listing.match), 0
    for node in (item for place in places for item in _items(place, page, asked)):
        items += 1
        given = _entry(Finder(node), node, asked, languages)
        kept.add(address(base, given[0]), given[1], given[2], None)
    found = kept.all()
    return Found(
        entries=found,
        further=_further(page, base, url, listing, bool(found)),
        unreadable=_trouble(asked, items, found, kept, listing.match),
    )


def _items(place: LexborNode, page: Finder, asked: ListingSelectors) -> Iterator[LexborNode]:
    """The items of a place; without a selector for them, its links are."""
    finder = page if asked.within is None else Finder(place)
    if asked.item is not None:
        yield from finder.nodes(asked.item)
    else:
        yield from finder.nodes(asked.link or _LINK)


def _entry(
    item: Finder, node: LexborNode, asked: ListingSelectors, languages: tuple[str, ...]
) -> tuple[str | None, str | None, str | None]:
    """Address, title and date of an item."""
    link = asked.link if asked.item is not None else None
    place, linked = _linked(item, link)
    title = next((_text(each) for each in item.found(asked.title) if _text(each)), None)
    if title is None:
        title = shown(linked if linked is not None else node) or None
    printed = [_time(each) for each in item.found(asked.date or _TIME)]
    dates = (day(each, languages, asked.date_order) for each in printed[:3])
    return place, title, next(filter(None, dates), None)


def _linked(item: Finder, query: str | None) -> tuple[str | None, LexborNode | None]:
    """An item's address, and the element that has it. A selector may find the link, what stands
    about it or, as XPath, the address itself."""
    for each in item.found(query or _LINK):
        if isinstance(each, str):
            return each, next(iter(item.nodes(query)), None)
        for node in (each, *each.css(_LINK)):
            href = node.attributes.get("href")
            if href:
                return href, node
    return None, None


def _text(found: LexborNode | str) -> str:
    return found if isinstance(found, str) else shown(found)


def _time(found: LexborNode | str) -> str:
    """The text of a date's element, or what `<time datetime>` says exactly."""
    if isinstance(found, str):
        return found
    return found.attributes.get("datetime") or shown(found)


def _further(page: Finder, base: str, url: str, listing: Listing, found: bool) -> tuple[str, ...]:
    """The next page: where the page's own link leads, else by its number."""
    asked = listing.selectors.next
    if asked is not None:
        place = address(base, _linked(page, asked)[0])
        return (place,) if place and place != url else ()
    numbered = next_page(listing, url) if found else None
    return (numbered,) if numbered else ()


def _trouble(
    asked: ListingSelectors, items: int, found: tuple[object, ...], kept: Kept, match: str | None
) -> str | None:
    """Why the page is no listing any more."""
    if kept.too_many:
        return "more entries than are read"
    if found or (items == 0 and asked.within is not None):
        return None
    if items == 0:
        what = asked.item or asked.link or "a link"
        return f"nothing on the page is {what!r}; where a list may be empty, say `within` what"
    if match is not None:
        return f"{items} items, and no address in them is like {match!r}"
    return f"{items} items, and no address of a page in them"


def _base(root: LexborNode, url: str) -> str:
    """What relative addresses begin from."""
    for node in root.css("base[href]"):
        try:
            return urljoin(url, node.attributes.get("href") or "")
        except ValueError:
            return url
    return url
