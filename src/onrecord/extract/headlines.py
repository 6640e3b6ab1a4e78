"""The title of a page as its reader sees it.

Structured data say which heading is the title; the heading says how it reads. The name of the site
that pages add to their `<title>` is taken off where a heading, another line or the site's own
name shows where the title ends, never by a list of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.extract.page import Field, Found, Line, Page
from onrecord.records import Span
from onrecord.text.normalize import bare, line

_SEPARATOR = re.compile(
    r"\s+(?:[|•·»«‹›–—-]|::|//|/)\s+|\s*\|\s*|\s*»\s*|\s+«\s*|(?<=\w):\s+"
    r"|(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])"
)
_LONGEST = 500  # characters of a title; kremlin.ru of 2001 has titles of 470
_RUN = 6  # lines of a heading broken by <br>
_LEVELS = 2  # headings of level 3 and below head parts of a text
_SUBTITLE = 300  # characters of the line under a title
_FURNITURE = 100  # ranks from this: the heading is outside of the statement
_FEW = 3  # words of a heading: fewer head a part of the text
_ENDS = (".", "!", "?", ":", ";", ",", "。", "！", "？", "：")
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_EXACT, _SUFFIXED, _BEGUN, _PART = 4, 3, 2, 1
_SHORT = 12  # letters below which a title's beginning says nothing
_TRUSTED = ("feed", "selector")


class Headline(NamedTuple):
    """The title, why, and the lines of the page that hold it (none, if only data have it)."""

    found: Found
    lines: tuple[int, ...]

    def part(self, value: str, method: str, start: int, end: int) -> Found:
        """Evidence that stands in the title: a span of its line, if it stands in one line."""
        title = self.found.value
        quote, where = title[start:end], self.found.where
        if len(self.lines) == 1 and self.found.span == Span(0, len(title)):
            line, span = self.lines[0], Span(start, end)
            return Found(value=value, method=method, line=line, span=span, quote=quote, where=where)
        return Found(value=value, method=method, quote=quote, where=where)


class _Heading(NamedTuple):
    text: str
    lines: tuple[int, ...]
    rank: int  # the lower, the more of a title


def find(
    page: Page, aside: Callable[[int], bool], opens_kind: Callable[[str], bool]
) -> Headline | None:
    """The title. `aside`: is a line a stamp, a place, a department: no title though above all?
    `opens_kind`: does a text open with a word for a kind of statement?"""
    fields = [f for f in page.values("title") if f.value.strip()]
    for field in fields:
        if field.method in _TRUSTED:
            return _by_field(page, field, line(field.value))
    headings = list(_headings(page))
    agreed = _agreed(headings, fields) or _agreed(list(_texts(page)), fields, _SUFFIXED)
    if agreed:
        heading, field = agreed
        return _by_heading(page, heading, f"heading, {field.method}")
    structured = next((f for f in fields if f.method not in ("html", "docinfo")), None)
    if structured:
        return _by_field(page, structured, _without_site(line(structured.value), page))
    ranked = sorted(headings, key=lambda h: (not _tells(h, opens_kind), h.rank))
    for heading in ranked:
        if _tells(heading, opens_kind) or not aside(heading.lines[0]):
            return _by_heading(page, heading, "heading")
    return (
        _by_field(page, fields[0], _without_site(line(fields[0].value), page)) if fields else None
    )


def _tells(heading: _Heading, opens_kind: Callable[[str], bool]) -> bool:
    """Does it say what kind of statement by whom or about what, where others are letterheads?"""
    return (
        heading.rank < _FURNITURE and len(heading.text.split()) > _FEW and opens_kind(heading.text)
    )


def subtitle(
    page: Page, headline: Headline | None, opens_kind: Callable[[str], bool]
) -> int | None:
    """The line under the title that belongs to it: a lower heading, or what names the kind of the
    statement ("Interview of the Minister with ..."), and is no sentence."""
    if headline is None or not headline.lines:
        return None
    last = headline.lines[-1]
    after = (n for n in range(last + 1, len(page.lines)) if page.lines[n].text)
    beside = _parent(page.lines[last])
    own = (
        n for n in after if page.lines[n].part != "furniture" or _parent(page.lines[n]) == beside
    )
    n = next(own, None)
    if n is None:
        return None
    one = page.lines[n]
    if len(one.text) > _SUBTITLE or len(one.text.split()) <= _FEW or one.text.endswith(_ENDS):
        return None
    heading = one.kind == "heading" and not one.text.isupper()
    return n if heading or opens_kind(one.text) else None


def _parent(line: Line) -> str:
    return (line.where or "").rpartition(" > ")[0]


def _headings(page: Page) -> Iterator[_Heading]:
    """The upper headings; one that a line break parts is one. In a page without headings the
    first line of its header that is nothing else."""
    taken = -1
    for n, one in enumerate(page.lines):
        if n <= taken or not one.text or len(one.text) > _LONGEST:
            continue
        plain = one.part == "header" and one.kind != "heading"
        if one.kind == "heading" and (one.level <= _LEVELS or one.part == "header"):
            run = _run(page.lines, n)
            taken = run[-1]
        elif plain:
            run = (n,)
        else:
            continue
        text = " ".join(page.lines[i].text for i in run)
        furniture = one.part == "furniture"
        yield _Heading(
            text, run, _FURNITURE * furniture + 10 * (one.level or 3) + (5 if plain else 0)
        )


def _run(lines: Sequence[Line], n: int) -> tuple[int, ...]:
    run = [n]
    for i in range(n + 1, min(n + _RUN, len(lines))):
        one = lines[i]
        if one.kind != "heading" or one.level != lines[n].level or one.gap == 2:
            break
        run.append(i)
    return tuple(run)


def _texts(page: Page) -> Iterator[_Heading]:
    """All other short lines: a title that no heading marks."""
    for n, one in enumerate(page.lines):
        if 0 < len(one.text) <= _LONGEST and 2 * one.linked <= len(one.text):
            yield _Heading(one.text, (n,), 50 if one.part == "furniture" else 40)


def _agreed(
    headings: Sequence[_Heading], fields: Sequence[Field], least: int = _PART
) -> tuple[_Heading, Field] | None:
    """The heading that agrees best with a structured title, and which."""
    best: tuple[int, int, int] | None = None
    chosen: tuple[_Heading, Field] | None = None
    shown = [bare(heading.text) for heading in headings]
    for order, field in enumerate(fields):
        given = _Given(line(field.value))
        for heading, key_ in zip(headings, shown, strict=True):
            degree = given.agreement(key_)
            if degree < least:
                continue
            key = (-degree, heading.rank, order)
            if best is None or key < best:
                best, chosen = key, (heading, field)
    return chosen


class _Given:
    """A structured title, and how well a heading agrees with it.

    >>> given = _Given("Visit to Port Ansel | Ministry")
    >>> given.agreement("visit to port ansel"), given.agreement("ministry")
    (3, 0)
    """

    def __init__(self, title: str) -> None:
        self.key = bare(_CUT.sub("", title))
        self.parts = {bare(title[: m.start()]) for m in _SEPARATOR.finditer(title)}

    def agreement(self, shown: str) -> int:
        """`shown`: the heading as `bare` gives it."""
        if not shown or not self.key:
            return 0
        if shown == self.key:
            return _EXACT
        if shown in self.parts:
            return _SUFFIXED
        if len(self.key) >= _SHORT and shown.startswith(self.key):
            return _BEGUN
        if len(shown) >= _SHORT and shown in self.key and 2 * len(shown) > len(self.key):
            return _PART
        return 0


def _without_site(title: str, page: Page) -> str:
    """The title without the site's name, where the page says what that is."""
    sites = {bare(f.value) for name in ("site", "issuer") for f in page.values(name)}
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:
        if bare(title[cut.end() :]) in sites:
            return title[: cut.start()]
    if cuts and bare(title[: cuts[0].start()]) in sites:
        return title[cuts[0].end() :]
    return title


def _by_heading(page: Page, heading: _Heading, method: str) -> Headline:
    first = heading.lines[0]
    one = page.lines[first]
    found = Found(
        value=heading.text,
        method=method,
        line=first,
        span=Span(0, len(one.text)),
        quote=heading.text,
        where=one.where,
    )
    return Headline(found, heading.lines)


def _by_field(page: Page, field: Field, title: str) -> Headline:
    """A title of structured data, with the line that repeats it, if one does."""
    key = bare(title)
    for n, one in enumerate(page.lines[:_LONGEST]):
        if one.text and bare(one.text) == key:
            found = Found(
                value=title, method=field.method, line=n, span=Span(0, len(one.text)),
                quote=field.value, where=field.where,
            )  # fmt: skip
            return Headline(found, (n,))
    found = Found(value=title, method=field.method, quote=field.value, where=field.where)
    return Headline(found, ())
