"""HTML to a Page: every visible line in reading order, each said to be header, body or furniture,
and the structured data of the page."""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from onrecord.errors import TooLarge
from onrecord.extract import boilerplate, metadata, selected
from onrecord.extract.encoding import decode
from onrecord.extract.nesting import check
from onrecord.extract.notices import is_notice
from onrecord.extract.page import Line, Page
from onrecord.extract.queries import Finder
from onrecord.extract.rows import Row
from onrecord.extract.visible import Box, layout
from onrecord.records import Selectors

STAGE = "html"
MAX_BYTES = 32 * 1024 * 1024
_STEPS = 3  # elements that a row's path names


def read(
    payload: bytes,
    *,
    charset: str | None = None,
    url: str | None = None,
    selectors: Selectors | None = None,
) -> Page:
    """The page. `charset`: as the transport declares it; `url`: for relative addresses;
    `selectors`: of the source, which decide where they match.

    >>> page = read(b"<h1>Visit</h1><p>The <b>Minister</b> left.<nav>Home</nav>")
    >>> [(line.part, line.text) for line in page.lines]
    [('header', 'Visit'), ('body', 'The Minister left.'), ('furniture', 'Home')]
    """
    if len(payload) > MAX_BYTES:
        raise TooLarge(f"html: {len(payload)} bytes, the limit is {MAX_BYTES}", STAGE)
    decoded = decode(payload, charset)
    check(decoded.text)
    tree = LexborHTMLParser(decoded.text)
    fields = metadata.fields(tree, url)
    issues = list(decoded.issues)
    marks: dict[int, str] = {}
    if selectors is not None and tree.root is not None:
        asked = Finder(tree.root)
        marks = selected.marks(asked, selectors, issues)
        fields += selected.fields(asked, selectors, url)
    page = layout(tree.root, marks) if tree.root is not None else None
    lines: tuple[Line, ...] = ()
    if page is not None:
        titles = tuple(field.value for field in fields if field.name == "title")
        verdicts = boilerplate.mark(page, titles, is_notice)
        paths: dict[int, tuple[str, ...]] = {}
        lines = tuple(
            _line(row, verdict, _path(row, page.boxes, paths))
            for row, verdict in zip(page.rows, verdicts, strict=True)
        )
    return Page(lines=lines, fields=fields, language=_language(tree), url=url, issues=tuple(issues))


def _line(row: Row, verdict: boilerplate.Verdict, where: str) -> Line:
    return Line(
        text=row.text,
        kind=row.kind,
        gap=row.gap,
        strong=row.strong,
        linked=row.linked,
        level=row.level,
        where=where,
        part=verdict.part,
        reason=verdict.reason,
    )


def _language(tree: LexborHTMLParser) -> str | None:
    """As the root element declares it."""
    root = tree.css_first("html")
    if root is None:
        return None
    declared = root.attributes.get("lang") or root.attributes.get("xml:lang") or ""
    return declared.strip().replace("_", "-") or None


def _path(row: Row, boxes: list[Box], known: dict[int, tuple[str, ...]]) -> str:
    """A CSS-like path: the row's own element and the nearest two around it that have names."""
    own = _own(boxes[row.box]) if row.box >= 0 else ""
    above = _named_above(boxes[row.box].parent, boxes, known) if row.box >= 0 else ()
    path = " > ".join((*above, own)) if own else ""
    return path if row.inline is None else f"{path} > {_step(row.inline)}"


def _own(box: Box) -> str:
    return _step(f"{box.tag} {box.names}")


def _named_above(box: int, boxes: list[Box], known: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The nearest elements with names, the outer first: a box and what is around it."""
    below: list[int] = []
    while box >= 0 and box not in known:
        below.append(box)
        box = boxes[box].parent
    steps = known[box] if box >= 0 else ()
    for inner in reversed(below):
        if boxes[inner].names:
            steps = (*steps, _own(boxes[inner]))[1 - _STEPS :]
        known[inner] = steps
    return steps


@lru_cache(maxsize=4096)
def _step(names: str) -> str:
    """
    >>> _step("p lead big #first")
    'p.lead.big#first'
    """
    return ".".join(names.split()[:5]).replace(".#", "#")
