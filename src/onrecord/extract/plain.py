"""Plain text to lines: printed lines, wrapped paragraphs joined, and what a page copied from a
browser brings along (language switch, counters at the end) set apart.

It looks at the shape of lines; the words of notices come from the languages' data. What a line
says (dates, places, kinds) is left to the header stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.extract import wrapping
from onrecord.extract.notices import is_notice
from onrecord.extract.page import Field, Line, Page
from onrecord.extract.wrapping import Row
from onrecord.languages.identify import endonyms, primary
from onrecord.languages.loader import everything
from onrecord.records import BlockKind
from onrecord.text import normalize

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SEPARATOR = re.compile("[-_=~+#\u2013\u2014\u2015\u2500\u2550 ]{3,}$")
_HEAD, _TAIL = 12, 25  # lines in which headers, and notices, are looked for
_MAX_TITLE = 320
_MAX_BLOCK = 5  # lines of a title with its kicker, office and date
_MAX_STAMP, _MAX_NOTICE = 60, 80
_ISOLATED = 3  # blank lines that set a short line apart
_FAR = 6  # blank lines that set even a sentence apart, if the text has no such gap
_NO_TITLE_END = tuple(".,;:!?\u2026\u3002\uff01\uff1f\uff0c\uff1b\uff1a")
_SENTENCE_END = re.compile("[.!?\u2026:;\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)\\]]*$")
_STAMP = re.compile(r"\d{4}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[./-]\d{1,2}")
_TOKEN = re.compile("[\\s\u2022\u00b7|/,;*\u25cf\u25aa()\\[\\]]+")
_TAG = re.compile(r"([a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_][A-Z]{2})|[A-Z]{2}|[a-z]{2})(\d{0,3})$")
_BULLETED = re.compile("[\u2022\u25cf\u25aa\u00b7]\\s")


class _Numbered(NamedTuple):
    """A printed line and its number in the file, from 1."""

    number: int
    row: Row


def read(text: str) -> Page:
    """The page of a plain text.

    >>> [line.text for line in read("We met.\\n\\nWe agreed.").lines]
    ['We met.', 'We agreed.']
    """
    printed = list(_printed(text))
    lines = list(_joined(printed))
    fields = tuple(_language_line(lines))
    _set_separators(lines)
    _set_titles(lines)
    _set_furniture(lines)
    return Page(lines=tuple(_line(line) for line in lines), fields=fields)


class _Draft:
    """A line whose part is being found."""

    def __init__(self, number: int, text: str, blank: int, first: bool) -> None:
        self.number, self.text, self.blank = number, text, blank
        self.gap = 2 if blank or first else 1
        self.kind: BlockKind = "list_item" if _BULLETED.match(text) else "paragraph"
        self.level = 0
        self.header = False
        self.reason: str | None = None


def _line(draft: _Draft) -> Line:
    return Line(
        text=draft.text,
        kind=draft.kind,
        gap=draft.gap,
        level=draft.level,
        where=f"line {draft.number}",
        part="furniture" if draft.reason else "header" if draft.header else "body",
        reason=draft.reason,
    )


def _printed(text: str) -> Iterator[_Numbered]:
    blank = 0
    for number, raw in enumerate(_BREAK.split(text), 1):
        shown = normalize.line(raw)
        if not shown:
            blank += 1
            continue
        # A soft hyphen at the end of a line says that the word goes on.
        shown += "\u00ad" if raw.rstrip().endswith("\u00ad") else ""
        expanded = raw.expandtabs()
        yield _Numbered(number, Row(shown, blank, len(expanded) - len(expanded.lstrip())))
        blank = 0


def _joined(printed: Sequence[_Numbered]) -> Iterator[_Draft]:
    """Lines, those of a wrapped paragraph as one."""
    rows = [line.row for line in printed]
    column = wrapping.width(rows)
    words = wrapping.vocabulary(row.text for row in rows) if column else frozenset()
    current: _Draft | None = None
    for n, (number, row) in enumerate(printed):
        if current and column and wrapping.continues(rows[n - 1], row, column):
            cut, between = wrapping.glue(current.text, row.text, words)
            current.text = current.text[: len(current.text) - cut] + between + row.text
            continue
        if current:
            yield current
        current = _Draft(number, row.text, row.blank, first=n == 0)
    if current:
        yield current


# ------------------------------------------------------------------ the language switch


def _language_line(lines: Sequence[_Draft]) -> Iterator[Field]:
    """Sets lines that only name languages apart, and gives the languages."""
    head = lines[:_HEAD]
    named = [(line, _languages(line.text)) for line in head]
    if sum(len(tags) for _, tags in named) < 2:
        return
    for line, tags in named:
        if tags:
            line.reason = "language switch"
        for tag in tags:
            yield Field(
                name="alternate", method="page", value="", where=f"line {line.number}", extra=tag
            )


def _languages(text: str) -> tuple[str, ...]:
    """The languages of a line that has nothing else: tags, each perhaps with a count, or names.

    >>> _languages("\u2022 de-DE1 en-GB12"), _languages("In no"), _languages("EN | FR")
    (('de-DE', 'en-GB'), (), ('en', 'fr'))
    """
    tokens = [token for token in _TOKEN.split(text) if token]
    tags = [_language_tag(token) for token in tokens]
    found = tuple(tag for tag in tags if tag)
    if len(found) != len(tokens) or len(found) > 60:
        return ()
    # Two small letters alone may be words.
    plain = all(token.islower() and len(token) < 4 for token in tokens)
    return () if plain and len(tokens) < 3 else found


def _language_tag(token: str) -> str | None:
    name = endonyms().get(token.lower())
    if name is not None:
        return name
    found = _TAG.match(token)
    if found is None or primary(found[1]) not in endonyms().values():
        return None
    tag = found[1].replace("_", "-")
    return tag if "-" in tag else tag.lower()


# ------------------------------------------------------------------------- title, stamps


def _set_titles(lines: Sequence[_Draft]) -> None:
    """Stamps and the title at the head, if there is a text below. What stands in one block with
    the title, and is as short, is header too."""
    head = [line for line in lines[:_HEAD] if not line.reason]
    while head and _is_stamp(head[0].text):
        head.pop(0).header = True
    if not head or not _longer_follows(lines, head[0]):
        return
    later = (n for n, line in enumerate(head) if n and line.gap == 2)
    block = head[: next(later, len(head))]
    if len(block) > _MAX_BLOCK or not all(map(_is_short, block)):
        return
    for line in block:
        line.header = True
    block[0].kind, block[0].level = "heading", 1
    for line in head[len(block) :]:
        if not _is_stamp(line.text):
            return
        line.header = True


def _is_short(line: _Draft) -> bool:
    return _is_title(line.text) or _is_stamp(line.text)


def _is_stamp(text: str) -> bool:
    """A short line with a date or a clock time, and no sentence.

    >>> _is_stamp("9 March 202010:54"), _is_stamp("It was 10:54 then.")
    (True, False)
    """
    return (
        len(text) <= _MAX_STAMP
        and _STAMP.search(text) is not None
        and not text.endswith(_NO_TITLE_END)
        and not wrapping.opens(text)
    )


def _is_title(text: str) -> bool:
    return (
        len(text) <= _MAX_TITLE
        and not text.endswith(_NO_TITLE_END)
        and any(c.isalpha() for c in text)
        and not wrapping.opens(text)
    )


def _longer_follows(lines: Sequence[_Draft], title: _Draft) -> bool:
    after = [line for line in lines if line.number > title.number and not line.reason]
    return any(len(line.text) >= min(len(title.text), 120) for line in after[:20])


# ----------------------------------------------------------------------------- furniture


def _set_separators(lines: Sequence[_Draft]) -> None:
    for line, following in pairwise([*lines, None]):
        if line is not None and _SEPARATOR.match(line.text):
            line.reason = "separator line"
            if following is not None:
                following.gap = 2


def _set_furniture(lines: Sequence[_Draft]) -> None:
    notices = everything().forms("notices", "furniture")
    tail = {line.number for line in lines[-_TAIL:]}
    for line in {line.number: line for line in (*lines[:_HEAD], *lines[-_TAIL:])}.values():
        if line.reason or line.header or len(line.text) > _MAX_NOTICE:
            continue
        if notices.value(line.text) or (line.number in tail and is_notice(line.text)):
            line.reason = "a notice of the page"
    _set_tail(lines)


def _set_tail(lines: Sequence[_Draft]) -> None:
    """Short lines at the end that stand apart from the text."""
    start = max(1, len(lines) - _TAIL)
    usual = max((line.blank for line in lines[1:start]), default=1)
    for n in range(start, len(lines)):
        rest = lines[n:]
        blank = lines[n].blank
        if blank < _ISOLATED or blank <= usual:
            usual = max(usual, blank)
            continue
        far = blank >= _FAR and blank > 2 * usual
        if all(line.reason or _is_apart(line, far) for line in rest):
            for line in rest:
                line.reason = line.reason or f"short lines after {blank} blank lines"
            return
        usual = max(usual, blank)


def _is_apart(line: _Draft, far: bool) -> bool:
    short = len(line.text) <= _MAX_NOTICE
    return short and not wrapping.opens(line.text) and (far or not _SENTENCE_END.search(line.text))
