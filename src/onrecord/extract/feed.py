"""RSS 2.0, RSS 1.0 and Atom to pages: one for each item, its body read as the HTML that it is, and
the feed's own data first among its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from html.entities import html5
from typing import NamedTuple
from urllib.parse import urljoin

import msgspec
from lxml import etree

from onrecord.errors import InputError, NotAStatement, TooLarge
from onrecord.extract import encoding, html
from onrecord.extract.page import Field, Line, Page
from onrecord.records import Issue
from onrecord.text import normalize

STAGE = "feed"
_MAX_ITEMS = 20_000
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ATOM = "{http://www.w3.org/2005/Atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_OWN = frozenset(
    {
        "",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
    }
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = frozenset({"lt", "gt", "amp", "quot", "apos", "LT", "GT", "AMP", "QUOT"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TEXT_BREAK = re.compile(r"\s*\n\s*\n\s*")

# Our fields, and the elements that give them by local name; the first that has a value is taken.
_FIELDS = (
    ("title", ("title", f"{_DC}title")),
    ("published", ("pubDate", "published", "issued", f"{_DC}date", f"{_DCTERMS}created")),
    ("updated", ("updated", "modified", f"{_DCTERMS}modified", f"{_ATOM}updated")),
    ("author", (f"{_DC}creator", "author", "managingEditor")),
    ("language", (f"{_DC}language", "language")),
    ("guid", ("guid", "id")),
)


def read(payload: bytes, url: str | None = None, charset: str | None = None) -> list[Page]:
    """The pages of a feed's items, in its order. `url`: of the feed, for relative links."""
    decoded = encoding.decode(payload, charset, "xml")
    root = _root(decoded.text)
    items = [e for e in root.iter() if _local(e) in ("item", "entry")]
    if not items:
        raise NotAStatement("empty feed", "the feed has no items: fetch it again later")
    if len(items) > _MAX_ITEMS:
        raise TooLarge(f"the feed has {len(items)} items, over {_MAX_ITEMS}: split it", STAGE)
    channel = _channel(root)
    pages = (_page(item, channel, url) for item in items)
    return [msgspec.structs.replace(page, issues=(*decoded.issues, *page.issues)) for page in pages]


class _Channel(NamedTuple):
    """What the feed says of all its items: its title, and its language and its author with where
    these stand. An entry of Atom without an author has that of its feed."""

    title: str
    language: tuple[str, str]
    author: tuple[str, str]


def _channel(root: etree._Element) -> _Channel:
    element = next((e for e in root.iter() if _local(e) == "channel"), root)
    declared = root.get(f"{_XML}lang")
    said = _found(element, ("language", f"{_DC}language"))
    title, _ = _found(element, ("title",))
    author = _found(element, ("author",)) if _local(element) == "feed" else ("", "")
    return _Channel(_plain(title), (declared, "xml:lang") if declared else said, author)


def _root(text: str) -> etree._Element:
    text = _ENTITY.sub(_character, _DECLARATION.sub("", text, count=1)).lstrip()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        recover=True, remove_pis=True, remove_comments=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"broken feed ({error}): fetch it again", STAGE) from error
    if root is None:
        raise InputError("broken feed: it has no element; fetch it again", STAGE)
    return root


def _character(found: re.Match[str]) -> str:
    """HTML's named characters, which XML does not know; those that make mark-up stay."""
    name = found[1]
    return found[0] if name in _MARKUP else html5.get(f"{name};", found[0])


def _local(element: etree._Element) -> str:
    """
    >>> _local(etree.Element("{http://www.w3.org/2005/Atom}entry"))
    'entry'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _page(item: etree._Element, channel: _Channel, feed_url: str | None) -> Page:
    own = item.get(f"{_XML}lang")
    link = _link(item, feed_url)
    if own:
        channel = channel._replace(language=(own, "item@xml:lang"))
    fields = tuple(_fields(item, channel, link))
    title = next((field.value for field in fields if field.name == "title"), "")
    language = next((field.value for field in fields if field.name == "language"), None)
    body = _body(item)
    if not body.strip():
        shown = normalize.line(title)
        line = Line(text=shown, kind="heading", level=1, part="header", where="item > title")
        lines = (line,) if shown else ()
        issue = Issue(stage=STAGE, message="the feed gives no text of it: read the page itself")
        return Page(lines=lines, fields=fields, language=language, url=link, issues=(issue,))
    page = html.read(_document(title, body, language), charset="utf-8", url=link)
    return msgspec.structs.replace(
        page, fields=(*fields, *page.fields), language=language or page.language, url=link
    )


def _document(title: str, body: str, language: str | None) -> bytes:
    shown = escape(title, quote=False)
    lang = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!DOCTYPE html><html{lang}><head><meta charset="utf-8"></head><body><article>'
        f"<h1>{shown}</h1>\n{body}\n</article></body></html>"
    ).encode("utf-8", "replace")


def _fields(item: etree._Element, channel: _Channel, link: str | None) -> Iterator[Field]:
    for name, tags in _FIELDS:
        value, where = _found(item, tags)
        if name == "title":
            value = _plain(value)
        if not value and name == "language":
            value, where = channel.language
        if not value and name == "author":
            value, where = channel.author
        if value:
            yield Field(name=name, method="feed", value=value, where=where)
    if link:
        yield Field(name="url", method="feed", value=link, where="item > link")
    for element in item:
        value = (element.get("term") or _text(element)) if _local(element) == "category" else ""
        if value:
            yield Field(name="section", method="feed", value=value, where="item > category")
    if channel.title:
        yield Field(name="site", method="feed", value=channel.title, where="channel > title")


def _found(parent: etree._Element, tags: tuple[str, ...]) -> tuple[str, str]:
    """The text of the first element that has one, and where it stands."""
    for element in (e for tag in tags for e in parent if _named(e, tag)):
        value = _text(element)
        if value:
            prefix = f"{element.prefix}:" if element.prefix else ""
            return value, f"{_local(parent)} > {prefix}{_local(element)}"
    return "", ""


def _named(element: etree._Element, tag: str) -> bool:
    """A name without a namespace is one of the feed's own formats, not of an extension."""
    if not isinstance(element.tag, str):
        return False
    space, _, local = element.tag.rpartition("}")
    return element.tag == tag or (local == tag and space[1:] in _OWN)


def _text(element: etree._Element) -> str:
    """An element's text; of an Atom author, the name."""
    name = element.find(f"{_ATOM}name")
    found = element if name is None else name
    return normalize.line("".join(map(str, found.itertext())))


def _plain(title: str) -> str:
    """A title without mark-up, which many feeds escape twice.

    >>> _plain("Talks &#8217;at&#8217; <em>Geneva</em> &amp; Bern, x < y")
    'Talks ’at’ Geneva & Bern, x < y'
    """
    return normalize.line(unescape(_TAG.sub("", title)))


def _link(item: etree._Element, feed_url: str | None) -> str | None:
    found = ""
    for element in item:
        if _local(element) != "link":
            continue
        if element.get("rel", "alternate") == "alternate":
            found = found or (element.get("href") or _text(element))
    guid = item.find("guid")
    if not found and guid is not None and guid.get("isPermaLink", "true") == "true":
        found = _text(guid)
    if not found:
        return None
    base = next((b for e in (item, *item.iterancestors()) if (b := e.get(f"{_XML}base"))), None)
    try:
        return urljoin(urljoin(feed_url or "", base or ""), found)
    except ValueError:
        return found


def _body(item: etree._Element) -> str:
    """The fullest text of an item, as HTML: content:encoded, else Atom's content, else what
    describes it."""
    tags = (_CONTENT, "content", "description", "summary")
    texts = (_html(e) for tag in tags for e in item if _named(e, tag))
    return next((text for text in texts if text.strip()), "")


def _html(element: etree._Element) -> str:
    kind = element.get("type", "html")
    if len(element):
        inner = (etree.tostring(child, encoding="unicode") for child in element)
        return escape(element.text or "") + "".join(inner)
    text = "".join(map(str, element.itertext()))
    if kind in ("text", "text/plain") or not ("<" in text and _TAG.search(text)):
        shown = text if kind in ("text", "text/plain") else unescape(text)
        return "".join(f"<p>{_lines(part)}</p>" for part in _TEXT_BREAK.split(shown) if part)
    return text


def _lines(text: str) -> str:
    return escape(text.strip(), quote=False).replace("\n", "<br>")
