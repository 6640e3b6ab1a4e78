"""From lines with a place on a page to paragraphs: what runs across pages set apart, the lines of a
paragraph joined, headings told by their size. It knows geometry, not words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

import msgspec

from onrecord.extract import wrapping
from onrecord.extract.page import Line
from onrecord.extract.runs import Run, joined
from onrecord.records import Record

_EDGE_LINES = 3  # lines at the top and the bottom of a page that may run across pages
_EDGE, _NUMBER_EDGE = 0.12, 0.2  # of the height, for these and for page numbers
_COMES_AGAIN = 0.4  # of the pages: even and odd ones may differ
_SAME_HEIGHT = 4.0  # points
_LEADING = 1.4  # of the usual distance of lines: more opens a paragraph
_MAX_LEADING = 2.6  # of the size of letters, whatever is usual
_CLOSE = 0.1  # letter sizes between pieces of one word
_PIECE_GAP = 4.0  # letter sizes between two pieces of one line; more parts columns
_HEADING = 1.15  # of the usual size
_MAX_HEADING = 300
_MAX_TITLE_LINES = 10
_PAGE_NUMBER = re.compile(
    "[-\u2013\u2014|\\s]*(?:\\d{1,4}|[ivxlc]{1,6})(?:\\s*/\\s*\\d{1,4})?[-\u2013\u2014|.\\s]*$"
)
_FIGURES = re.compile(r"\d+")
_SENTENCE_END = re.compile("[.!?\u2026:;\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)\\]]*$")


class Printed(Record, frozen=True, kw_only=True):
    """A printed line and where it stands, in points from the lower left corner of its page."""

    runs: tuple[Run, ...]
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    height: float

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class _Sheet(Record, frozen=True, kw_only=True):
    """What is usual in a document: size of letters, distance of lines, right edge of the text."""

    size: float
    leading: float
    right: float
    words: frozenset[str]


def paragraphs(printed: Sequence[Printed]) -> Iterator[Line]:
    """The lines of a document: first the text, then what runs across its pages.

    A title and what stands above it are header; the header stage looks closer.
    """
    pages = [_ordered(list(_whole(lines))) for _, lines in groupby(printed, key=lambda p: p.page)]
    running = _running(pages)
    body = [p for page in pages for p in page if id(p) not in running]
    sheet = _sheet(body)
    lines = [_as_line(group, gap, sheet) for group, gap in _groups(body, sheet)]
    yield from _titled([line for line in lines if line.text])
    for line in (p for page in pages for p in page if id(p) in running):
        where = f"page {line.page + 1}"
        for text, strong in joined(line.runs):
            if text:
                reason = running[id(line)]
                yield Line(text=text, strong=strong, where=where, part="furniture", reason=reason)


def _whole(page: Iterable[Printed]) -> Iterator[Printed]:
    """Pieces of one printed line (justified text, another font) as one line."""
    current: Printed | None = None
    for line in page:
        if current is not None and _beside(current, line):
            # A raised "nd" stands close to its figure.
            close = line.left - current.right < _CLOSE * current.size
            runs = (*current.runs, Run("" if close else " ", False), *line.runs)
            current = msgspec.structs.replace(
                current, runs=runs, right=line.right, size=max(current.size, line.size)
            )
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _beside(a: Printed, b: Printed) -> bool:
    size = max(a.size, b.size, 1.0)
    shared = min(a.top, b.top) - max(a.bottom, b.bottom)
    level = abs(a.bottom - b.bottom) < 0.4 * size or shared > 0.6 * min(a.size, b.size)
    return level and -0.5 * size <= b.left - a.right < _PIECE_GAP * size


def _ordered(page: list[Printed]) -> list[Printed]:
    """From top to bottom, unless lines stand side by side: then the file's order is kept."""
    by_height = sorted(page, key=lambda p: -p.top)
    beside = any(
        b.top > (a.top + a.bottom) / 2 and (b.left > a.right or b.right < a.left)
        for a, b in pairwise(by_height)
    )
    return page if beside else by_height


def _running(pages: Sequence[Sequence[Printed]]) -> dict[int, str]:
    """Lines at the edges of pages that come again on other pages, figures aside; page numbers."""
    edges = [_edge_lines(page) for page in pages]
    heights: defaultdict[str, list[float]] = defaultdict(list)
    for line in (line for page in edges for line in page):
        heights[_key(line)].append(line.top)
    needed = max(2.0, len(pages) * _COMES_AGAIN)
    found: dict[int, str] = {}
    for line in (line for page in edges for line in page):
        same = sum(abs(line.top - top) <= _SAME_HEIGHT for top in heights[_key(line)])
        if same >= needed:
            found[id(line)] = "comes again on other pages"
    for page in filter(None, pages):
        for line in (page[0], page[-1]):
            if _PAGE_NUMBER.match(line.text) and _at_edge(line, _NUMBER_EDGE):
                found[id(line)] = "page number"
    return found


def _edge_lines(page: Sequence[Printed]) -> list[Printed]:
    ends = {id(line): line for line in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    return [line for line in ends.values() if _at_edge(line, _EDGE)]


def _at_edge(line: Printed, part: float) -> bool:
    return line.bottom > line.height * (1 - part) or line.top < line.height * part


def _key(line: Printed) -> str:
    """
    >>> run = (Run("Page 3 of  7", False),)
    >>> _key(Printed(runs=run, page=0, left=0, right=9, bottom=0, top=9, size=9, height=99))
    'page # of #'
    """
    return " ".join(_FIGURES.sub("#", line.text).lower().split())


def _sheet(body: Sequence[Printed]) -> _Sheet:
    """Weighted by length: a page has more titles and names than a text has words in them."""
    rights = sorted(p.right for p in body) or [0.0]
    steps = [a.bottom - b.bottom for a, b in pairwise(body) if a.page == b.page]
    near = [step for step in steps if step > 0]
    sizes = [p.size for p in body for _ in range(1 + len(p.text) // 20)]
    return _Sheet(
        size=median(sizes) if sizes else 0.0,
        leading=_usual(near),
        right=rights[int((len(rights) - 1) * 0.95)],
        words=wrapping.vocabulary(p.text for p in body),
    )


def _usual(steps: Sequence[float]) -> float:
    """The distance that is most frequent, to half a point."""
    if not steps:
        return 0.0
    return Counter(round(step * 2) / 2 for step in steps).most_common(1)[0][0]


def _groups(body: Sequence[Printed], sheet: _Sheet) -> Iterator[tuple[list[Printed], int]]:
    """The lines of each paragraph, and the gap before it."""
    group: list[Printed] = []
    gap = 2
    for line in body:
        if not group:
            group = [line]
            continue
        between = _between(group[-1], line, sheet)
        if between is None:
            group.append(line)
            continue
        yield group, gap
        group, gap = [line], between
    if group:
        yield group, gap


def _between(a: Printed, b: Printed, sheet: _Sheet) -> int | None:
    """The gap between two lines: `None` if `b` goes on with `a`."""
    ended = bool(_SENTENCE_END.search(a.text.rstrip()))
    same_page = a.page == b.page
    step = a.bottom - b.bottom
    largest = min(sheet.leading * _LEADING, _MAX_LEADING * max(a.size, b.size))
    if min(a.size, b.size) > _HEADING * sheet.size:  # larger letters stand wider apart
        largest = max(largest, _LEADING * min(a.size, b.size))
    if same_page and (step > largest or step < -sheet.leading):
        return 2
    if abs(a.size - b.size) > 0.2 * max(a.size, b.size):
        return 2
    if same_page and abs(step) < 0.3 * a.size and a.right < b.left:
        return 0
    if wrapping.opens(b.text) and (ended or not _full(a, b, sheet)):
        return 2
    indented = b.left > a.left + 1.2 * a.size
    if _full(a, b, sheet) and not (indented and ended) and (same_page or not ended):
        return None
    if b.text[:1].islower() and not ended:
        return None
    return 2 if ended or not same_page else 1


def _full(a: Printed, b: Printed, sheet: _Sheet) -> bool:
    """Would the first word of `b` not have fitted on the line of `a`?"""
    width = (b.right - b.left) / max(1, len(b.text))
    first = b.text.split(maxsplit=1)[0] if b.text.strip() else ""
    word = 1 if first and ord(first[0]) > 0x3000 else len(first)
    return a.right + (word + 1) * width > sheet.right - width


def _as_line(group: Sequence[Printed], gap: int, sheet: _Sheet) -> Line:
    runs: list[Run] = []
    for line in group:
        if runs:
            before = "".join(run.text for run in runs[-3:]).rstrip()
            cut, between = wrapping.glue(before, line.text, sheet.words)
            last = runs[-1].text.rstrip()
            runs[-1] = Run(last[: len(last) - cut] + between, runs[-1].bold)
        runs += line.runs
    text, strong = joined(runs)[0]
    large = group[0].size > _HEADING * sheet.size and len(text) <= _MAX_HEADING
    return Line(
        text=text,
        kind="heading" if large else "list_item" if wrapping.bulleted(text) else "paragraph",
        gap=gap,
        level=1 if large and group[0].size > 1.5 * sheet.size else 2 if large else 0,
        strong=strong,
        where=f"page {group[0].page + 1}",
    )


def _titled(lines: Sequence[Line]) -> Iterator[Line]:
    """The first heading is the title, if it stands at the head; what is above it is header."""
    head = next(
        (n for n, line in enumerate(lines[:_MAX_TITLE_LINES]) if line.kind == "heading"), -1
    )
    above = all(not _SENTENCE_END.search(line.text) for line in lines[: max(head, 0)])
    for n, line in enumerate(lines):
        if above and n < head:
            yield msgspec.structs.replace(line, part="header")
        elif above and n == head:
            yield msgspec.structs.replace(line, part="header", level=1)
        else:
            yield line
