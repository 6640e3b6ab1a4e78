"""Alerts as a feed: Atom (RFC 4287, in pages by RFC 5005) and JSON Feed 1.1. Pure: it knows no
server, and neither leaves out nor cuts anything."""

from __future__ import annotations

from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from onrecord.records import Record

ATOM = "application/atom+xml; charset=utf-8"
JSON_FEED = "application/feed+json; charset=utf-8"
NEVER = "1970-01-01T00:00:00Z"
# What no XML may hold (XML 1.0, 2.2).
_FORBIDDEN = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"
)
_VERSION, _VARIANT = 8 << 76, 2 << 62  # RFC 9562: made of what is particular to us


class Entry(Record, frozen=True, kw_only=True):
    """One thing found. `id` is an alert's, or another digest; `kind`: of the alert or edit;
    `pieces` are the quote, each piece with whether it is what was looked for; `notes` say what else
    there is to say; `moment`: when it was found, or said."""

    id: str
    kind: str
    title: str
    link: str
    pieces: tuple[tuple[str, bool], ...]
    words: tuple[str, ...]
    notes: tuple[str, ...] = ()
    external: str | None = None
    moment: str = NEVER
    said: str | None = None
    language: str | None = None
    author: str | None = None


class Feed(Record, frozen=True, kw_only=True):
    """A page of a feed. `own`, `own_json`: its addresses; `home`: of the page for people; `next`,
    `next_json`: of the page with what is older."""

    id: str
    title: str
    own: str
    own_json: str
    home: str
    entries: tuple[Entry, ...]
    next: str | None = None
    next_json: str | None = None


def urn(name: str) -> str:
    """A digest as the name of an entry, the same wherever it is served.

    >>> urn("00112233445566778899aabbccddeeff")
    'urn:uuid:00112233-4455-8677-8899-aabbccddeeff'
    """
    number = int(name, 16) & ~(0xF << 76) & ~(3 << 62)
    return UUID(int=number | _VERSION | _VARIANT).urn


def atom(feed: Feed) -> str:
    """The feed as Atom."""
    newest = max((entry.moment for entry in feed.entries), default=NEVER)
    later = f'<link rel="next" href={quoteattr(feed.next)}/>\n' if feed.next else ""
    entries = "\n".join(map(_entry, feed.entries))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(feed.title)}</title>\n<id>{_xml(feed.id)}</id>\n"
        f'<link rel="self" href={quoteattr(feed.own)}/>\n'
        f"<link href={quoteattr(feed.home)}/>\n{later}"
        f"<updated>{newest}</updated>\n<author><name>onrecord</name></author>\n{entries}\n</feed>\n"
    )


def _entry(entry: Entry) -> str:
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language else ""
    author = f"<author><name>{_xml(entry.author)}</name></author>" if entry.author else ""
    said = f"<published>{entry.said}</published>" if entry.said else ""
    external = (
        f'<link rel="via" href={quoteattr(_plain(entry.external))}/>' if entry.external else ""
    )
    return (
        f"<entry{language}><title>{_xml(entry.title)}</title><id>{urn(entry.id)}</id>"
        f"<link href={quoteattr(entry.link)}/>{external}<updated>{entry.moment}</updated>{said}"
        f'{author}<category term="{entry.kind}"/>'
        f'<content type="html">{_xml(html(entry))}</content></entry>'
    )


def html(entry: Entry) -> str:
    """The quote with its marks, and what else there is to say.

    >>> html(Entry(id="0", kind="new", title="", link="", pieces=(("a <b ", False), ("c", True)),
    ...            words=("c",)))
    '<blockquote>a &lt;b <mark>c</mark></blockquote>'
    """
    quote = "".join(
        f"<mark>{escape(t)}</mark>" if marked else escape(t) for t, marked in entry.pieces
    )
    return f"<blockquote>{quote}</blockquote>" + "".join(
        f"<p>{escape(note)}</p>" for note in entry.notes
    )


def json_feed(feed: Feed) -> dict[str, Any]:
    """The feed by version 1.1 of jsonfeed.org."""
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.own_json,
        "next_url": feed.next_json,
        "items": [_item(entry) for entry in feed.entries],
    }
    return {name: value for name, value in made.items() if value is not None}


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": urn(entry.id),
        "url": entry.link,
        "external_url": entry.external,
        "title": entry.title,
        "content_html": html(entry),
        "content_text": "".join(text for text, _ in entry.pieces),
        "date_published": entry.said,
        "date_modified": entry.moment if entry.moment != NEVER else None,
        "tags": [entry.kind, *entry.words],
        "language": entry.language,
        "authors": [{"name": entry.author}] if entry.author else None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _plain(text: str | None) -> str:
    return (text or "").translate(_FORBIDDEN)


def _xml(text: str | None) -> str:
    return escape(_plain(text))
