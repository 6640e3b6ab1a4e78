"""JSON-LD: what a page says of itself in schema.org's terms. It knows which nodes can stand for the
page and which of their properties we need; nothing of what the values mean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.extract.page import Field

_LIMIT = 2_000_000  # characters of a script that are read
_NODES = 400  # nodes that are looked at: a page describes itself early
_VALUE = 2_000  # longer values are texts, not data
_DOWN = ("@graph", "mainEntity", "mainEntityOfPage")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*|//)?\s*(?:<!\[CDATA\[)?\s*(?:\*/)?|(?://|/\*)?\s*\]\]>.*$|-->\s*$"
)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_SALVAGE = re.compile(
    r'"(datePublished|dateModified|inLanguage|headline)"\s*:\s*"((?:[^"\\]|\\.){1,500})"'
)
_NAMES = {
    "headline": "title",
    "datePublished": "published",
    "dateModified": "updated",
    "inLanguage": "language",
    "author": "author",
    "publisher": "issuer",
    "articleSection": "section",
    "description": "description",
    "contentLocation": "place",
    "locationCreated": "place",
    "url": "url",
    "@type": "kind",
}
_SECOND = {"dateCreated": "created", "uploadDate": "created", "name": "title"}


def fields(scripts: Sequence[str], types: Sequence[str], about: Sequence[str]) -> tuple[Field, ...]:
    """What the node says that stands for the page: one that names an address or a title of `about`
    before others, an earlier one of `types` before a later.

    >>> fields(['{"@type": "Article", "datePublished": "2019-10-09",}'], ["Article"], [])[0].value
    '2019-10-09'
    """
    nodes: list[tuple[tuple[bool, int, int], dict[str, Any]]] = []
    salvaged: list[Field] = []
    for script in scripts:
        try:
            data = _decoded(script[:_LIMIT])
        except (ValueError, RecursionError):
            salvaged += (_field(_NAMES[name], value, name) for name, value in _pairs(script))
            continue
        for node in _nodes(data):
            rank = min((types.index(t) for t in _types(node) if t in types), default=None)
            if rank is not None:
                nodes.append(((not _is_about(node, about), rank, len(nodes)), node))
    nodes.sort(key=lambda pair: pair[0])
    found = [field for _, node in nodes[:8] for field in _of(node)]
    return tuple(found or salvaged)


def _decoded(script: str) -> Any:
    text = _WRAPPING.sub("", script.strip())
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_TRAILING.sub("", text), strict=False)


def _pairs(script: str) -> list[tuple[str, str]]:
    return [(m[1], m[2]) for m in _SALVAGE.finditer(script[:_LIMIT])][:8]


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The nodes on top and those of which they say that they are the page's subject."""
    waiting, seen = [data], 0
    while waiting and seen < _NODES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting[:0] = item[:_NODES]
        elif isinstance(item, dict):
            yield item
            waiting += (item[key] for key in _DOWN if isinstance(item.get(key), dict | list))


def _types(node: dict[str, Any]) -> list[str]:
    value = node.get("@type")
    listed = value if isinstance(value, list) else [value]
    return [item.rpartition("/")[2] for item in listed if isinstance(item, str)]


def _is_about(node: dict[str, Any], about: Sequence[str]) -> bool:
    keys = ("url", "@id", "mainEntityOfPage", "headline")
    said = {text.strip().rstrip("/") for key in keys for text in _texts(node.get(key))}
    return any(wanted.strip().rstrip("/") in said for wanted in about if wanted)


def _of(node: dict[str, Any]) -> Iterator[Field]:
    kind = next(iter(_types(node)), "Thing")
    given = set()
    for table in (_NAMES, _SECOND):
        for key, name in table.items():
            if key not in node or (table is _SECOND and name in given):
                continue
            for text in _texts(node[key]):
                given.add(name)
                yield _field(name, text, f"{kind}.{key}")


def _texts(value: Any) -> Iterator[str]:
    """A value as texts: itself, its name, or each of a list."""
    for item in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("alternateName") or item.get("@id")
        if isinstance(item, str) and item.strip() and len(item) <= _VALUE:
            yield item.strip()


def _field(name: str, value: str, path: str) -> Field:
    return Field(name=name, method="json-ld", value=value, where=f"script[ld+json] {path}")
