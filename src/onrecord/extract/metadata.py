"""Structured data of an HTML page, as fields in order of trust: what JSON-LD, microdata, Open
Graph, Dublin Core and other <meta> names, language links, <time>, and elements whose class says
that they hold a date, say. It reads no date and believes nothing: values are as printed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from urllib.parse import urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.extract import jsonld, stamp_elements
from onrecord.extract.page import Field
from onrecord.text.normalize import line

TRUST = ("json-ld", "microdata", "open-graph", "dublin-core", "meta", "html", "hreflang")
_LIMIT = 3000  # elements that are read: a page has no reason for more
_VALUE = 2000  # characters of a value
_QUERY = (
    "html[lang], title, meta[content], link[rel][href], a[hreflang][href], [itemprop], "
    'script[type="application/ld+json" i]'
)
_ITEMPROPS = {
    "datepublished": "published",
    "datemodified": "updated",
    "inlanguage": "language",
    "headline": "title",
    "articlesection": "section",
    "datecreated": "created",
    "uploaddate": "created",
    "author": "author",
    "publisher": "issuer",
    "contentlocation": "place",
}
# schema.org's types of things on a page that are not the page
_FOREIGN = ("Comment", "Review", "Answer", "Person", "Breadcrumb", "ImageObject", "Event")


class JsonLdData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Types of JSON-LD that stand for a page."""

    types: tuple[str, ...]


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """`metadata.toml`: names of <meta> by field and method; types of JSON-LD; hints."""

    meta: dict[str, dict[str, tuple[str, ...]]]
    json_ld: JsonLdData
    hints: stamp_elements.Hints


def fields(tree: LexborHTMLParser, url: str | None) -> tuple[Field, ...]:
    """All structured data of a page, the most trusted first; of one method, in order of the page.

    >>> page = LexborHTMLParser('<meta property="article:published_time" content="2019-10-09">')
    >>> [(f.name, f.method, f.value) for f in fields(page, None)]
    [('published', 'open-graph', '2019-10-09')]
    """
    found: list[tuple[int, Field]] = []
    scripts: list[str] = []
    for node in islice(_once(tree.css(_QUERY)), _LIMIT):
        if node.tag == "script":
            scripts.append(node.text(deep=True))
        else:
            found += _READERS.get(node.tag or "", _microdata)(node, url)
    found.sort(key=lambda pair: (TRUST.index(pair[1].method), pair[0]))
    plain = [field for _, field in found]
    about = [f.value for f in plain if f.name in ("url", "title")] + [url or ""]
    said = jsonld.fields(scripts, _data().json_ld.types, about)
    undated = not any(field.name == "published" for field in (*said, *plain))
    return (*said, *plain, *stamp_elements.fields(tree, hints(), wide=undated))


def _once(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Each node once: a list of selectors gives it as often as it matches."""
    seen: set[int] = set()
    for node in nodes:
        if node.mem_id not in seen:
            seen.add(node.mem_id)
            yield node


def _html(node: LexborNode, url: str | None) -> list[tuple[int, Field]]:
    return _made("language", "html", node.attributes.get("lang"), "html@lang")


def _title(node: LexborNode, url: str | None) -> list[tuple[int, Field]]:
    parent = node.parent
    if parent is not None and parent.tag not in ("head", "body", "html"):  # <svg> has one too
        return []
    return _made("title", "html", line(node.text(deep=True)), "head > title")


def _meta(node: LexborNode, url: str | None) -> list[tuple[int, Field]]:
    attributes = node.attributes
    found: list[tuple[int, Field]] = []
    for key in ("property", "name", "itemprop", "http-equiv"):
        printed = attributes.get(key)
        if not printed:
            continue
        known = _names().get(printed.strip().lower())
        if known is not None:
            name, method, rank = known
            where = f'meta[{key}="{printed}"]@content'
            return _made(name, method, attributes.get("content"), where, rank)
        if key == "itemprop":
            found += _microdata(node, url)
    return found


def _link(node: LexborNode, url: str | None) -> list[tuple[int, Field]]:
    attributes = node.attributes
    relation = (attributes.get("rel") or "").lower().split()
    address = _absolute(attributes.get("href"), url)
    if "canonical" in relation:
        return _made("url", "html", address, "link[rel=canonical]@href")
    if node.tag == "a" or "alternate" in relation:
        language = (attributes.get("hreflang") or "").strip()
        if language and language.lower() != "x-default" and address:
            where = f"{node.tag}[hreflang={language}]@href"
            return _made("alternate", "hreflang", address, where, extra=language)
    return []


def _microdata(node: LexborNode, url: str | None) -> list[tuple[int, Field]]:
    attributes = node.attributes
    for rank, (prop, name) in enumerate(_ITEMPROPS.items()):
        if prop not in (attributes.get("itemprop") or "").lower().split() or _is_foreign(node):
            continue
        for key in ("content", "datetime", "title"):
            if attributes.get(key) and (key != "title" or name in ("published", "updated")):
                where = f"{stamp_elements.path(node)}@{key}"
                return _made(name, "microdata", attributes.get(key), where, rank)
        if stamp_elements.is_small(node):
            text = line(node.text(deep=True))
            return _made(name, "microdata", text, stamp_elements.path(node), rank)
    return []


def _is_foreign(node: LexborNode) -> bool:
    """Does the node describe something else than the page: a comment, a person, a picture?"""
    above = node.parent
    while above is not None and above.tag not in ("body", "html"):
        kind = above.attributes.get("itemtype")
        if kind:
            return kind.rpartition("/")[2].endswith(_FOREIGN)
        above = above.parent
    return False


def _made(
    name: str,
    method: str,
    value: str | None,
    where: str,
    rank: int = 0,
    extra: str | None = None,
) -> list[tuple[int, Field]]:
    if not value or not value.strip() or len(value) > _VALUE:
        return []
    text = value.strip()
    return [(rank, Field(name=name, method=method, value=text, where=where, extra=extra))]


def _absolute(address: str | None, url: str | None) -> str | None:
    if not address or not address.strip():
        return None
    try:
        return urljoin(url or "", address.strip())
    except ValueError:  # a bracket that opens no IPv6 address
        return None


_READERS = {
    "html": _html,
    "title": _title,
    "meta": _meta,
    "link": _link,
    "a": _link,
}


def hints() -> stamp_elements.Hints:
    """What class and id names say of dates."""
    return _data().hints


@cache
def _data() -> Data:
    text = (files("onrecord") / "extract" / "metadata.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Data)


@cache
def _names() -> dict[str, tuple[str, str, int]]:
    """Names of <meta>: our field, the method, and the rank within the method."""
    return {
        printed: (name, method, rank)
        for name, methods in _data().meta.items()
        for method, names in methods.items()
        for rank, printed in enumerate(names)
    }
