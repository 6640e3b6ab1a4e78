"""What a browser shows of an HTML tree: lines in reading order, and the boxes they stand in.

Knows which elements break a line, which are never shown, and how white space collapses. Does not
know what is worth reading: `extract.boilerplate` chooses. Style sheets are not read; an element's
own `style` is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborNode

from onrecord.errors import TooLarge
from onrecord.extract import hints
from onrecord.extract.elements import elements
from onrecord.extract.inline import Piece, joined
from onrecord.extract.rows import Row, settle_tables
from onrecord.records import BlockKind

MAX_NODES = 600_000
HOVERS = "hovers"  # the marks of boxes: over the line, and what the caller's selectors say
BODY = "body"
TITLE = "title"
REMOVE = "remove"

_ELEMENTS = elements()
_BLOCKS = _ELEMENTS.blocks
_UNSEEN = _ELEMENTS.unseen | {"-comment", "-doctype"}
_VERBATIM = _ELEMENTS.verbatim
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("article", "section", "main", "td", "th", "body", "aside"), "paragraph"),
    "li": "list_item",
    "blockquote": "quote",
}
_BOLD = frozenset(("b", "strong"))
_PLAIN: frozenset[str] = frozenset()
_STYLE = re.compile(
    r"(?P<hidden>display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))"
    r"|(?P<block>display\s*:\s*(?:block|flex|grid|table)\b)"
    r"|(?P<bold>font-weight\s*:\s*(?:bold|[6-9]00))"
    r"|(?P<plain>font-weight\s*:\s*(?:normal|[1-5]00))"
    r"|(?P<verbatim>white-space\s*:\s*pre)",
    re.IGNORECASE,
)


class Box(msgspec.Struct, frozen=True, gc=False):
    """An element that breaks the line. `parent`: index of the box around it, -1 for none.
    `names`: its classes and id; `mark`: what a selector of the caller says of it."""

    parent: int
    tag: str
    names: str
    role: str
    itemprop: str
    kind: BlockKind
    cell: int
    mark: str | None


class Layout(NamedTuple):
    """Rows in reading order and the boxes around them; `truncated`: cut off at the limit."""

    rows: list[Row]
    boxes: list[Box]


class _Held(NamedTuple):
    """The line so far, while what hovers over it is read."""

    pieces: list[Piece]
    inlines: set[str | None]
    gap: int


class _Frame(msgspec.Struct, frozen=True, gc=False):
    """What to restore when an open element is left."""

    node: LexborNode
    box: int
    inline: str | None
    bold: bool
    linked: bool
    verbatim: bool
    breaks: bool
    held: _Held | None


def layout(root: LexborNode, marks: Mapping[int, str] | None = None) -> Layout:
    """Walks a tree once. `marks`: what the caller says of nodes, by `mem_id`."""
    walker = _Walker(marks or {})
    walker.walk(root)
    settle_tables(walker.rows, walker.boxes)
    return Layout(walker.rows, walker.boxes)


_SPACE: Piece = (" ", False, False)
_NO_BOX = Box(-1, "", "", "", "", "paragraph", -1, None)


class _Walker:
    def __init__(self, marks: Mapping[int, str]) -> None:
        self.rows: list[Row] = []
        self.boxes: list[Box] = []
        self._marks = marks
        self._pieces: list[Piece] = []
        self._inlines: set[str | None] = set()
        self._gap = 2
        self._box = -1
        self._inline: str | None = None
        self._bold = self._linked = self._verbatim = False

    def walk(self, root: LexborNode) -> None:
        """Depth first without recursion: a tree may be ten thousand elements deep."""
        stack: list[_Frame] = []
        node: LexborNode | None = root
        count = 0
        while node is not None:
            count += 1
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
            elif tag == "br":
                self._break(1)
            elif tag is not None and tag not in _UNSEEN:
                frame = self._open(node, tag)
                if frame is not None:
                    child = node.first_child
                    if child is not None:
                        stack.append(frame)
                        node = child
                        continue
                    self._close(frame)
            following = None if node is root else node.next
            while following is None and stack:
                frame = stack.pop()
                self._close(frame)
                following = None if frame.node is root else frame.node.next
            node = following
            if count > MAX_NODES:
                raise TooLarge(f"html: more than {MAX_NODES} nodes; split the document", "html")
        self._break(2)

    def _open(self, node: LexborNode, tag: str) -> _Frame | None:
        """The frame to restore, or `None` if the element is not shown."""
        attributes = node.attributes
        style = _PLAIN
        if attributes:
            if "style" in attributes:
                style = _style(attributes["style"] or "")
            if _hidden(tag, attributes, style):
                return None
        elif tag == "dialog":
            return None
        mark = self._marks.get(node.mem_id) if self._marks else None
        breaks = tag in _BLOCKS or "block" in style or mark in (BODY, TITLE)
        held = self._hold(attributes, mark) if not breaks and (attributes or mark) else None
        frame = _Frame(
            node,
            self._box,
            self._inline,
            self._bold,
            self._linked,
            self._verbatim,
            breaks or held is not None,
            held,
        )
        if breaks or held is not None:
            self._enter(tag, attributes, mark or (HOVERS if held is not None else None))
        elif self._inline is None:
            self._inline = _names(tag, attributes) or None
        if tag in _BOLD or "bold" in style:
            self._bold = "plain" not in style
        elif "plain" in style:
            self._bold = False
        if tag == "a" and "href" in attributes:
            self._linked = True
        if tag in _VERBATIM or "verbatim" in style:
            self._verbatim = True
        return frame

    def _hold(self, attributes: dict[str, str | None], mark: str | None) -> _Held | None:
        """Puts the line aside for an element that does not flow with it: a tooltip, words for
        screen readers, what the caller marked."""
        if mark is None:
            names = attributes.get("class")
            if not names or not hints.of_names(names).hovers:
                return None
        held = _Held(self._pieces, self._inlines, self._gap)
        self._pieces, self._inlines = [], set()
        return held

    def _enter(self, tag: str, attributes: dict[str, str | None], mark: str | None) -> None:
        self._break(2)
        above = self.boxes[self._box] if self._box >= 0 else None
        index = len(self.boxes)
        box = Box(
            self._box,
            tag,
            _names("", attributes),
            attributes.get("role") or "",
            attributes.get("itemprop") or "",
            _KINDS.get(tag) or (above.kind if above else "paragraph"),
            index if tag in ("td", "th") else above.cell if above and tag != "table" else -1,
            mark,
        )
        self.boxes.append(box)
        self._box = index
        self._inline = None

    def _close(self, frame: _Frame) -> None:
        if frame.breaks:
            if self._pieces:
                self._flush()
            self._gap = 2
            if frame.held is not None:
                self._pieces, self._inlines, self._gap = frame.held
        self._box, self._inline = frame.box, frame.inline
        self._bold, self._linked, self._verbatim = frame.bold, frame.linked, frame.verbatim

    def _text(self, text: str) -> None:
        if text.isspace():
            if self._pieces:
                self._pieces.append(_SPACE)
            if self._verbatim:
                self._lines(text)
        elif self._verbatim and "\n" in text:
            self._lines(text)
        elif text:
            self._pieces.append((text, self._bold, self._linked))
            self._inlines.add(self._inline)

    def _lines(self, text: str) -> None:
        """Text whose line ends are shown."""
        first, *others = text.split("\n")
        for number, line in enumerate((first, *others)):
            if number:
                self._break(1)
            if line and not line.isspace():
                self._pieces.append((line, self._bold, self._linked))
                self._inlines.add(self._inline)

    def _break(self, gap: int) -> None:
        """Ends the line; `gap` 1 for a line break, 2 for a paragraph."""
        if self._pieces:
            self._flush()
        self._gap = 2 if gap == 2 else min(2, self._gap + 1)

    def _flush(self) -> None:
        text, strong, linked = joined(self._pieces)
        self._pieces = []
        inline = self._inlines.pop() if len(self._inlines) == 1 else None
        self._inlines.clear()
        if not text:
            return
        box = self.boxes[self._box] if self._box >= 0 else _NO_BOX
        level = int(box.tag[1]) if box.kind == "heading" and box.tag in _KINDS else 0
        self.rows.append(
            Row(text, box.kind, self._gap, strong, linked, level, self._box, inline, box.cell)
        )
        self._gap = 0


def _hidden(tag: str, attributes: dict[str, str | None], style: frozenset[str]) -> bool:
    """A page whose body waits to be shown by a script is shown."""
    if tag in ("body", "html"):
        return False
    if "hidden" in attributes or "hidden" in style:
        return True
    return tag == "dialog" and "open" not in attributes


@lru_cache(maxsize=2048)
def _style(style: str) -> frozenset[str]:
    return frozenset(found.lastgroup or "" for found in _STYLE.finditer(style))


def _names(tag: str, attributes: dict[str, str | None]) -> str:
    """
    >>> _names("time", {"class": "date updated", "id": None})
    'time date updated'
    """
    name = attributes.get("id")
    classes = attributes.get("class")
    if classes:
        tag = f"{tag} {classes}" if tag else classes
    if not name:
        return tag
    return f"{tag} #{name}" if tag else f"#{name}"
