"""What every reader of a format gives: the visible lines of a page in reading order, and the
structured data that came with it. Later stages choose among the lines; none drops one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from onrecord.records import BlockKind, Header, Issue, Record, Span

Part = Literal["header", "body", "furniture"]


class Line(Record, frozen=True, kw_only=True):
    """A visible line: what stands between two breaks of the page.

    `gap`: 2 if a new paragraph opens here, 1 if the line goes on after a line break (`<br>`, a
    line end), 0 if it follows on the same line (a table's next cell). `strong`: bold runs, as
    spans of `text`. `linked`: number of characters inside links. `level`: of a heading, 1 to 6.
    `where`: a CSS-like path, for evidence. `reason`: why it is furniture.
    """

    text: str
    kind: BlockKind = "paragraph"
    gap: int = 2
    strong: tuple[Span, ...] = ()
    linked: int = 0
    level: int = 0
    where: str | None = None
    part: Part = "body"
    reason: str | None = None


class Field(Record, frozen=True, kw_only=True):
    """A datum that the page or feed gives as structured data.

    `name`: in our terms (`title`, `published`, `updated`, `language`, `alternate`, `issuer`,
    `author`, `site`, `kind`, `section`, `url`, `place`, `description`); `method`: how it was found
    (`json-ld`, `open-graph`, `dublin-core`, `meta`, `time`, `hreflang`, `feed`, `docinfo`,
    `selector`); `value` as printed; `where`: path and attribute; `extra`: what goes with it (the
    language of an alternate).
    """

    name: str
    method: str
    value: str
    where: str | None = None
    extra: str | None = None


class Page(Record, frozen=True, kw_only=True):
    """Lines and fields of one page, feed item or document. `language`: as declared. `issues`: what
    the reader of the format had to mend (an encoding, a broken part)."""

    lines: tuple[Line, ...]
    fields: tuple[Field, ...] = ()
    language: str | None = None
    url: str | None = None
    issues: tuple[Issue, ...] = ()

    def values(self, name: str) -> tuple[Field, ...]:
        """All fields of a name, in the order of trust in which the reader found them."""
        return tuple(field for field in self.fields if field.name == name)


class Found(Record, frozen=True, kw_only=True):
    """A value for a field of the header, and why. `line` and `span`: the line of the page and the
    stretch of its text that says so; else `quote` and `where` tell what the capture says where."""

    value: str
    method: str
    line: int | None = None
    span: Span | None = None
    quote: str | None = None
    where: str | None = None


class Draft(Record, frozen=True, kw_only=True):
    """A header before its text is put together: the lines now say which are header, body and
    furniture; `found` gives the evidence by field of the header."""

    header: Header
    lines: tuple[Line, ...]
    found: Mapping[str, Found] = msgspec.field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
