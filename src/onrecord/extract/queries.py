"""What a source's queries find in a page, CSS or XPath: the tree is one, the language is the
query's. A query that begins as a path (`/`, `(`, `.//`, `descendant::`, a function) is XPath."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from onrecord.errors import DataError
from onrecord.extract import xpath
from onrecord.extract.elements import elements
from onrecord.text.normalize import line

_BREAKS = elements().blocks | {"br", "td", "th"}
_UNSEEN = elements().unseen
_EMPTY = "<p></p>"


class Finder:
    """Asks a page, or one element of it as if it were a page."""

    def __init__(self, root: LexborNode) -> None:
        self._root = root
        self._mirror: xpath.Mirror | None = None

    def nodes(self, query: str | None) -> list[LexborNode]:
        """The elements that a query finds; none without one."""
        if query is None:
            return []
        if xpath.is_xpath(query):
            return self._mirrored().nodes(query)
        return css(self._root, query)

    def found(self, query: str | None) -> Iterator[LexborNode | str]:
        """Elements, or the texts that an XPath asks for, without empty ones."""
        if query is not None and xpath.is_xpath(query):
            yield from self._mirrored().found(query)
        else:
            yield from self.nodes(query)

    def _mirrored(self) -> xpath.Mirror:
        if self._mirror is None:
            self._mirror = xpath.Mirror(self._root)
        return self._mirror


def css(root: LexborNode, query: str) -> list[LexborNode]:
    """The elements that a CSS selector finds; the root may be one of them."""
    try:
        return root.css(query)
    except SelectolaxError as error:
        raise DataError(f"selector {query!r}: {error}; mend the source's source.toml") from error


def check(query: str) -> None:
    """Raises `DataError` for a query that cannot be asked.

    >>> check("h1 > a"), check("//h1/a")
    (None, None)
    >>> check("h1[")
    Traceback (most recent call last):
    onrecord.errors.DataError: selector 'h1[': ...; mend the source's source.toml
    """
    if xpath.is_xpath(query):
        xpath.compiled(query)
        return
    root = LexborHTMLParser(_EMPTY).root
    if root is not None:
        css(root, query)


def shown(node: LexborNode) -> str:
    """The text of an element on one line, apart where a browser breaks it.

    >>> page = LexborHTMLParser("<li><a>T<b>al</b>ks</a><p>in Bern</p>6 March<script>x</script>")
    >>> shown(page.css_first("li"))
    'Talks in Bern 6 March'
    """
    pieces: list[str] = []
    for each in node.traverse(include_text=True):
        if each.is_text_node:
            before = each.prev
            pieces.append(" " if before is not None and before.tag in _BREAKS else "")
            above = each.parent
            hidden = above is not None and above.tag in _UNSEEN
            pieces.append("" if hidden else each.text_content or "")
        elif each.tag in _BREAKS:
            pieces.append(" ")
    return line("".join(pieces))
