"""What a source's own selectors (CSS or XPath) say of its pages: which elements are title, body or
furniture, and fields. They decide where they match; where they find no body an issue says so."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from onrecord.extract.page import Field
from onrecord.extract.queries import Finder
from onrecord.extract.visible import BODY, REMOVE, TITLE
from onrecord.records import Issue, Selectors
from onrecord.text.normalize import line

METHOD = "selector"
STAGE = "html"


def marks(page: Finder, selectors: Selectors, issues: list[Issue]) -> dict[int, str]:
    """What nodes are, by `mem_id`."""
    found: dict[int, str] = {}
    wanted = [(TITLE, selectors.title), (BODY, selectors.body)]
    wanted += [(REMOVE, query) for query in selectors.remove]
    for mark, query in wanted:
        nodes = page.nodes(query)
        if mark == BODY and query is not None and not nodes:
            message = f"the source's selector {query!r} finds no body; the general reader chose"
            issues.append(Issue(stage=STAGE, message=message))
        found |= {node.mem_id: mark for node in nodes}
    return found


def fields(page: Finder, selectors: Selectors, url: str | None) -> tuple[Field, ...]:
    """The fields that selectors give; of several elements, the first with a value.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page = Finder(LexborHTMLParser('<p class=d>6 March 2024</p>').root)
    >>> [(f.name, f.value) for f in fields(page, Selectors(published=".d"), None)]
    [('published', '6 March 2024')]
    """
    found: list[Field] = []
    for name in ("title", "published", "date", "place", "issuer"):
        query: str | None = getattr(selectors, name)
        values = (_value(each, name) for each in page.found(query))
        value = next((value for value in values if value), None)
        if value is not None:
            found.append(Field(name=name, method=METHOD, value=value, where=query))
    if selectors.date_order is not None:
        found.append(Field(name="date_order", method=METHOD, value=selectors.date_order))
    return (*found, *_alternates(page, selectors.languages, url))


def _value(found: LexborNode | str, name: str) -> str:
    """The element's text; of `<time datetime>` that attribute, which says the same exactly."""
    if isinstance(found, str):
        return found
    if name in ("published", "date") and found.tag == "time":
        said = line(found.attributes.get("datetime") or "")
        if said:
            return said
    return line(found.text(separator=" "))


def _alternates(page: Finder, query: str | None, url: str | None) -> Iterator[Field]:
    for node in page.nodes(query):
        address = node.attributes.get("href")
        if address:
            language = node.attributes.get("hreflang") or node.attributes.get("lang")
            yield Field(
                name="alternate",
                method=METHOD,
                value=urljoin(url or "", address),
                where=query,
                extra=language or line(node.text()) or None,
            )
