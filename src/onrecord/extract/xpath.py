"""XPath over the tree that the HTML reader makes, so that CSS and XPath see one and the same page.

XPath 1.0, and `has-class("a")` as Scrapy has it (`has-class("a b")`: these words one after another
in the class). Knows trees and paths; not what they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborNode

from onrecord.errors import DataError, TooLarge
from onrecord.text.normalize import line

STAGE = "html"
MAX_NODES = 600_000
_XPATH = re.compile(r"\s*(?:\.{0,2}/|\(|@|[a-z][a-z-]*(?:\(|::))")
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)
_ALL_TEXT = re.compile(r"\s*//\s*text\(\s*\)\s*\Z")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALL = re.compile(r"([A-Za-z_][\w.:-]*)\s*\(")
_FUNCTIONS = frozenset(
    {"last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat"}
    | {"starts-with", "contains", "substring-before", "substring-after", "substring"}
    | {"string-length", "normalize-space", "translate", "boolean", "not", "true", "false", "lang"}
    | {"number", "sum", "floor", "ceiling", "round", "has-class"}
    | {"text", "node", "comment", "processing-instruction", "and", "or", "div", "mod"}
)
_UNNAMED = "unnamed"  # an element whose name XML does not allow
_EXTENSIONS = {(None, "has-class"): lambda context, *names: _has_class(context, *names)}


def is_xpath(query: str) -> bool:
    """
    >>> is_xpath("//h1"), is_xpath("(//time)[1]"), is_xpath("substring-after(//p, ':')")
    (True, True, True)
    >>> is_xpath("h1.title"), is_xpath(":is(h1, h2)"), is_xpath("#main > p:nth-child(2)")
    (False, False, False)
    """
    return _XPATH.match(query) is not None


@lru_cache(maxsize=512)
def compiled(query: str) -> etree.XPath:
    """A path that can be asked for; `DataError` for one that cannot.

    >>> compiled("//p[")
    Traceback (most recent call last):
    onrecord.errors.DataError: XPath '//p[': Invalid expression; mend the source's source.toml
    """
    for name in _CALL.findall(_LITERAL.sub("''", query)):
        if name.rpartition("::")[2] not in _FUNCTIONS:
            raise _wrong(query, f"there is no function {name}()")
    try:
        return etree.XPath(query, extensions=_EXTENSIONS, regexp=False)
    except etree.XPathError as error:
        raise _wrong(query, error) from error


def text_of(query: str) -> str:
    """The path of the elements whose whole text `.../text()` asks for, in pieces.

    >>> text_of("//h2//text()"), text_of("//h2/text()")
    ('//h2', '//h2/text()')
    """
    return _ALL_TEXT.sub("", query) or query


class Mirror:
    """A tree of lxml with the same elements as a part of a page. What is not a whole page stands in
    the body of one: in an item of a list, `//a` asks for the links of the item."""

    def __init__(self, root: LexborNode) -> None:
        self._nodes: dict[Any, LexborNode] = {}
        top = _element(root)
        self._nodes[top] = root
        self._fill(top, root)
        if top.tag != "html":
            page = etree.Element("html")
            etree.SubElement(page, "body").append(top)
        self._tree = top.getroottree()

    def found(self, query: str) -> Iterator[LexborNode | str]:
        """What a path finds: elements as nodes of the page, all else as text without loose white
        space and never empty; of `.../text()` the pieces that stand in one element together."""
        found = self._asked(text_of(query))
        if not isinstance(found, list):
            found = [found if isinstance(found, str) else _number(found)]
        for owner, pieces in groupby(found, _whole):
            if owner in self._nodes:
                yield self._nodes[owner]
            elif text := line(" ".join(map(str, pieces))):
                yield text

    def nodes(self, query: str) -> list[LexborNode]:
        """The elements that a path finds, each once; for texts and attributes those that have
        them."""
        found = self._asked(text_of(query))
        owners = (_owner(each) for each in found) if isinstance(found, list) else ()
        return [self._nodes[each] for each in dict.fromkeys(owners) if each in self._nodes]

    def _asked(self, query: str) -> Any:
        try:
            return compiled(query)(self._tree)
        except etree.XPathError as error:
            raise _wrong(query, error) from error

    def _fill(self, top: Any, root: LexborNode) -> None:
        """All that stands in an element; not by recursion, for depth is the page's choice."""
        open_now = [(top, root.first_child)]
        while open_now:
            parent, node = open_now.pop()
            while node is not None:
                if node.is_text_node:
                    _append_text(parent, _CONTROLS.sub("", node.text_content or ""))
                elif node.is_element_node:
                    child = _element(node)
                    parent.append(child)
                    self._nodes[child] = node
                    if len(self._nodes) > MAX_NODES:
                        raise TooLarge(f"html: more than {MAX_NODES} elements", STAGE)
                    if node.first_child is not None:
                        open_now += [(parent, node.next), (child, node.first_child)]
                        break
                node = node.next


def _element(node: LexborNode) -> Any:
    name = node.tag or ""
    made = etree.Element(name if _NAME.match(name) else _UNNAMED)
    for key, value in node.attributes.items():
        if _NAME.match(key):
            made.set(key, _CONTROLS.sub("", value or ""))
    return made


def _append_text(parent: Any, text: str) -> None:
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _owner(found: Any) -> Any:
    """The element itself, or the one that a text or an attribute stands in."""
    if not isinstance(found, str):
        return found
    parent = getattr(found, "getparent", lambda: None)()
    if parent is None:
        return None
    return parent.getparent() if getattr(found, "is_tail", False) else parent


def _whole(found: Any) -> Any:
    """What pieces of text are put together by: the element that they stand in."""
    if getattr(found, "is_text", False) or getattr(found, "is_tail", False):
        return ("text", _owner(found))
    return ("value", id(found)) if isinstance(found, str) else found


def _number(found: object) -> str:
    """
    >>> _number(2.0), _number(True)
    ('2', 'true')
    """
    if isinstance(found, bool):
        return str(found).lower()
    return f"{found:g}" if isinstance(found, float) else str(found)


def _has_class(context: Any, *names: str) -> bool:
    classes = f" {' '.join((context.context_node.get('class') or '').split())} "
    return all(f" {name} " in classes for name in names)


def _wrong(query: str, error: Exception | str) -> DataError:
    return DataError(f"XPath {query!r}: {error}; mend the source's source.toml")
