"""The queries of a recipe: XPath as it stands, and BeautifulSoup's short forms as CSS."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from onrecord.errors import DataError
from onrecord.extract import queries, xpath

_NONE = frozenset({"", "nill", "nil", "null", "none"})
_TAG_CLASS = re.compile(r"([a-z][a-z0-9]*)\s*,\s*(.*)", re.DOTALL)
_DOTTED = re.compile(r"html((?:[._][a-z][a-z0-9]*)*)|(strong)")
_PLAIN_NAME = re.compile(r"-?[A-Za-z_][\w-]*")
_TEXT = re.compile(r"\s*/{1,2}\s*text\(\s*\)\s*\Z")
_PARTICULAR = re.compile(r"has-class\s*\(|@(?:id|itemprop|class)\b|\A\s*/html\b|[.#\[]")
_HEADING = re.compile(r"\A\s*/html\b|\bh[1-6]\[(?:has-class|@id|@itemprop|@class|contains)")


class Query(NamedTuple):
    """A query in our terms. `changed`: it is written otherwise now; `problem`: why it is none."""

    text: str
    changed: bool = False
    problem: str | None = None


def none(value: Any) -> bool:
    """Does a field say nothing?

    >>> none(None), none("nill"), none(" "), none("//p")
    (True, True, True, False)
    """
    return value is None or str(value).strip().lower() in _NONE


def query(said: str, *, link: bool = False) -> Query:
    """The query that a recipe's field means. `link`: of an element that has an address.

    >>> query("//h2/a/@href").text, query("div,news-item").text, query("html.h2.a").text
    ('//h2/a/@href', 'div.news-item', 'h2 a')
    >>> query("static").problem
    "'static' is neither XPath nor a short form"
    """
    said = said.strip()
    if none(said):
        return Query("")
    if xpath.is_xpath(said):
        return _checked(said, changed=False)
    found = _TAG_CLASS.fullmatch(said)
    if found:
        return _checked(_css(found[1], found[2].strip()), changed=True)
    dotted = _DOTTED.fullmatch(said)
    if dotted is None:
        return Query("", problem=f"{said!r} is neither XPath nor a short form")
    steps = dotted[2] or " ".join(re.split("[._]", dotted[1])[1:]) or "*"
    return _checked(f"{steps}[href]" if link else steps, changed=True)


def _css(tag: str, names: str) -> str:
    """What BeautifulSoup finds by a tag and a class; of several classes, all in this order."""
    if not names:
        return tag
    if " " in names or not _PLAIN_NAME.fullmatch(names):
        sign = "" if " " in names else "~"
        return f'{tag}[class{sign}="{names}"]'
    return f"{tag}.{names}"


def _checked(made: str, *, changed: bool) -> Query:
    try:
        queries.check(made)
    except DataError as error:
        return Query("", problem=str(error).partition(";")[0])
    return Query(made, changed)


def bare(path: str) -> str:
    """The elements that a path asks the text of: a text is its element's.

    >>> bare("//div[@id='x']//text()"), bare("div.text")
    ("//div[@id='x']", 'div.text')
    """
    return _TEXT.sub("", path) or path


def specific(path: str, *, heading: bool) -> bool:
    """Can it be asked of a whole page, where `//a` or `//span` would find anything? `heading`: and
    does it find a heading with a name?

    >>> specific("//a//text()", heading=False), specific("//p[has-class('date')]", heading=False)
    (False, True)
    """
    return bool((_HEADING if heading else _PARTICULAR).search(path))
