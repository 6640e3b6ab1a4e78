"""Elements that hold a date stamp: <time>, and those whose class or id says so. It knows markup and
hints (data in metadata.toml), no dates: a stamp's text is only required to have a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.extract.page import Field
from onrecord.text.normalize import line

_PLAIN = "h1, time"
_OUTSIDE = frozenset({"nav", "aside", "footer", "form", "select", "option"})
_ROOTS = frozenset({"html", "body", "main", "article"})
_ELEMENTS = 60  # stamps that are kept: a list of articles has no end
_LONG = 120  # characters: longer is more than a stamp
_NODES = 16  # nodes below: more is more than a stamp
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGIT = re.compile(r"\d")


class Hints(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Regular expressions over class and id names in small letters. `classes` and `ids`: a net of
    plain pieces of names that is wider than the expressions, which then decide."""

    classes: tuple[str, ...]
    ids: tuple[str, ...]
    published: str
    updated: str
    date: str
    elsewhere: str


def fields(tree: LexborHTMLParser, hints: Hints, wide: bool = True) -> tuple[Field, ...]:
    """The stamps of a page: `published` or `updated` where the markup tells, else `time`; not those
    that belong to other articles or to comments. `value`: the attribute, or the text; `extra`: the
    text. Without `wide` only <time>, which costs less."""
    found: list[tuple[tuple[int, ...], Field]] = []
    seen: set[int] = set()
    headings = 0
    for node in tree.css(_wide(hints) if wide else _PLAIN):
        if node.mem_id in seen:
            continue
        seen.add(node.mem_id)
        if node.tag == "h1":
            headings += 1
        elif node.tag not in _ROOTS and len(found) < _ELEMENTS:
            found += _stamp(node, hints, headings)
    found.sort(key=lambda pair: pair[0])
    return tuple(field for _, field in found)


def _stamp(
    node: LexborNode, hints: Hints, headings: int
) -> Iterator[tuple[tuple[int, ...], Field]]:
    attributes = node.attributes
    is_time = node.tag == "time"
    names = _names(attributes)
    if (not is_time and not _told(names, hints)) or not is_small(node):
        return
    text = line(node.text(deep=True))
    key = next((k for k in ("datetime", "title", "content") if _is_stamp(attributes.get(k))), None)
    value = (attributes.get(key) if key else text) or ""
    if not _is_stamp(value) or is_aside(node, hints):
        return
    parent = node.parent
    above = _names(parent.attributes) if parent is not None and parent.tag not in _ROOTS else ""
    name = _name(names, above, "pubdate" in attributes, hints)
    where = path(node) + (f"@{key}" if key else "")
    method = "time" if is_time else "class"
    shown = text if len(text) <= _LONG else None
    order = (name == "time", headings == 0, not is_time)
    yield order, Field(name=name, method=method, value=value, where=where, extra=shown)


def _told(names: str, hints: Hints) -> bool:
    return any(_pattern(h).search(names) for h in (hints.published, hints.updated, hints.date))


def _name(names: str, above: str, pubdate: bool, hints: Hints) -> str:
    """Which date it is; what the element itself says goes before what its parent says."""
    if pubdate:
        return "published"
    for said in (names, above):
        if _pattern(hints.published).search(said):
            return "published"
        if _pattern(hints.updated).search(said):
            return "updated"
    return "time"


def is_aside(node: LexborNode, hints: Hints) -> bool:
    """Does the element belong to something beside the page's own text?"""
    here: LexborNode | None = node
    while here is not None and here.tag not in ("body", "html"):
        if here.tag in _OUTSIDE:
            return True
        if here.tag not in _ROOTS and _pattern(hints.elsewhere).search(_names(here.attributes)):
            return True
        here = here.parent
    return False


def is_small(node: LexborNode) -> bool:
    """Are there few nodes below it?"""
    return all(n < _NODES for n, _ in enumerate(node.traverse(include_text=True)))


def path(node: LexborNode) -> str:
    """A CSS-like path of the element and three above it.

    >>> tree = LexborHTMLParser('<div id="a"><p class="b c"><i>x</i></p></div>')
    >>> path(tree.css_first("i"))
    'body > div#a > p.b.c > i'
    """
    steps: list[str] = []
    here: LexborNode | None = node
    while here is not None and here.tag != "html" and len(steps) < 4:
        attributes = here.attributes
        identity = f"#{attributes['id']}" if attributes.get("id") else ""
        classes = "".join(f".{c}" for c in (attributes.get("class") or "").split()[:4])
        steps.append(f"{here.tag}{identity}{classes}")
        here = here.parent
    return " > ".join(reversed(steps))


def _names(attributes: dict[str, str | None]) -> str:
    both = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return _CAMEL.sub("-", both).lower()


def _is_stamp(value: str | None) -> bool:
    return value is not None and len(value) <= _LONG and _DIGIT.search(value) is not None


def _wide(hints: Hints) -> str:
    classes = (f'[class*="{piece}" i]' for piece in hints.classes)
    return ", ".join([_PLAIN, *classes, *(f'[id*="{piece}" i]' for piece in hints.ids)])


@lru_cache(maxsize=8)
def _pattern(hint: str) -> re.Pattern[str]:
    return re.compile(hint)
