"""From lines to the text of a statement: one immutable string, its blocks, and where each line
went. Header lines come first as they stand in the page; furniture is listed apart."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.extract.page import Found, Line
from onrecord.records import Block, Evidence, Furniture, Record, Span
from onrecord.text.spans import shift

_GLUE = {0: " ", 1: "\n", 2: "\n\n"}


class Assembled(Record, frozen=True, kw_only=True):
    """`offsets[i]`: where line i starts in `text`, `None` for furniture. `body`: the blocks that
    are not header."""

    text: str
    blocks: tuple[Block, ...]
    body: tuple[Block, ...]
    offsets: tuple[int | None, ...]
    furniture: tuple[Furniture, ...]

    def span(self, line: int, part: Span) -> Span | None:
        """A span of a line as a span of the text."""
        offset = self.offsets[line]
        return None if offset is None else shift(part, offset)


def assemble(lines: Sequence[Line]) -> Assembled:
    """Joins the lines that are no furniture."""
    pieces: list[str] = []
    blocks: list[Block] = []
    body: list[Block] = []
    offsets: list[int | None] = []
    position = 0
    for line in lines:
        if line.part == "furniture" or not line.text:
            offsets.append(None)
            continue
        glue = _GLUE[line.gap] if pieces else ""
        start = position + len(glue)
        offsets.append(start)
        pieces += (glue, line.text)
        position = start + len(line.text)
        strong = tuple(shift(span, start) for span in line.strong)
        block = Block(span=Span(start, position), kind=line.kind, strong=strong)
        blocks.append(block)
        if line.part == "body":
            body.append(block)
    left_out = tuple(
        Furniture(text=line.text, reason=line.reason or "not part of the statement")
        for line in lines
        if line.part == "furniture" and line.text
    )
    return Assembled(
        text="".join(pieces),
        blocks=tuple(blocks),
        body=tuple(body),
        offsets=tuple(offsets),
        furniture=left_out,
    )


def digest(data: bytes | str) -> str:
    """
    >>> digest("")[:15]
    'sha256:e3b0c442'
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def evidence(found: Found, assembled: Assembled) -> Evidence:
    """Evidence with a span where the words stand in the text, else with a quote of the capture."""
    span = None
    if found.line is not None and found.span is not None:
        span = assembled.span(found.line, found.span)
    quote = assembled.text[span.start : span.end] if span else found.quote
    return Evidence(method=found.method, span=span, quote=quote, where=found.where)
