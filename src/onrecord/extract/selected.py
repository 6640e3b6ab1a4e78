"""What a source's own CSS selectors say of its pages: which elements are title, body or furniture,
and fields. They decide where they match; where they find no body an issue says so."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from onrecord.errors import DataError
from onrecord.extract.page import Field
from onrecord.extract.visible import BODY, REMOVE, TITLE
from onrecord.records import Issue, Selectors
from onrecord.text.normalize import line

METHOD = "selector"
STAGE = "html"


def marks(tree: LexborHTMLParser, selectors: Selectors, issues: list[Issue]) -> dict[int, str]:
    """What nodes are, by `mem_id`."""
    found: dict[int, str] = {}
    wanted = [(TITLE, selectors.title), (BODY, selectors.body)]
    wanted += [(REMOVE, query) for query in selectors.remove]
    for mark, query in wanted:
        nodes = _nodes(tree, query)
        if mark == BODY and query is not None and not nodes:
            message = f"the source's selector {query!r} finds no body; the general reader chose"
            issues.append(Issue(stage=STAGE, message=message))
        found |= {node.mem_id: mark for node in nodes}
    return found


def fields(tree: LexborHTMLParser, selectors: Selectors, url: str | None) -> tuple[Field, ...]:
    """The fields that selectors give; of several elements, the first with a value.

    >>> page = LexborHTMLParser('<p class=d>6 March 2024</p>')
    >>> [(f.name, f.value) for f in fields(page, Selectors(published=".d"), None)]
    [('published', '6 March 2024')]
    """
    found: list[Field] = []
    for name in ("title", "published", "date", "place", "issuer"):
        query: str | None = getattr(selectors, name)
        values = ((_value(node, name), node) for node in _nodes(tree, query))
        value = next((value for value, _ in values if value), None)
        if value is not None:
            found.append(Field(name=name, method=METHOD, value=value, where=query))
    return (*found, *_alternates(tree, selectors.languages, url))


def _value(node: LexborNode, name: str) -> str:
    """The element's text; of `<time datetime>` that attribute, which says the same exactly."""
    if name in ("published", "date") and node.tag == "time":
        said = line(node.attributes.get("datetime") or "")
        if said:
            return said
    return line(node.text(separator=" "))


def _alternates(tree: LexborHTMLParser, query: str | None, url: str | None) -> Iterator[Field]:
    for node in _nodes(tree, query):
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


def _nodes(tree: LexborHTMLParser, query: str | None) -> list[LexborNode]:
    if query is None:
        return []
    try:
        return tree.css(query)
    except SelectolaxError as error:
        raise DataError(f"selector {query!r}: {error}; mend the source's source.toml") from error
