"""PDF to lines: paragraphs put together from printed lines by their place on the page, bold runs,
running headers, footers and page numbers as furniture, the document's own data as fields.

It reads the text layer only: a scan without one is no statement yet. Two columns are read in the
order in which the file has them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from onrecord.errors import InputError, NotAStatement, TooLarge
from onrecord.extract.page import Field, Page
from onrecord.extract.paragraphs import Printed, paragraphs
from onrecord.extract.runs import Run

if TYPE_CHECKING:
    import pypdfium2

STAGE = "pdf"
_MAX_PAGES = 2_000
_MAX_CHARACTERS = 20_000_000
_MAX_SECONDS = 60.0
_BOLD = 600  # weight; fonts without one say it in their name
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.I)
_PIECE = re.compile(r"\S+\s*|\s+")
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?")
_ENCRYPTED = ("password", "security")
_INFO = (
    ("Title", "title"),
    ("Author", "author"),
    ("Subject", "description"),
    ("CreationDate", "created"),
    ("ModDate", "modified"),
)


def read(payload: bytes) -> Page:
    """The page of a PDF file."""
    import pypdfium2  # noqa: PLC0415  (60 ms, for this format only)

    try:
        document = pypdfium2.PdfDocument(payload)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error) from error
    try:
        return _page(document)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"broken PDF ({error}): fetch the file again", STAGE) from error
    finally:
        document.close()


def _unreadable(error: Exception) -> InputError:
    if any(word in str(error).lower() for word in _ENCRYPTED):
        return InputError("the PDF is encrypted: save it without a password first", STAGE)
    return InputError(f"broken PDF ({error}): fetch the file again", STAGE)


def _page(document: pypdfium2.PdfDocument) -> Page:
    count = len(document)
    if count > _MAX_PAGES:
        raise TooLarge(f"the PDF has {count} pages, more than {_MAX_PAGES}: split it first", STAGE)
    printed = list(_all_lines(document, count))
    if not any(line.text.strip() for line in printed):
        raise NotAStatement(
            "image-only pdf",
            f"the PDF has {count} pages and no text, it may be a scan: put a text layer in with "
            "OCR (such as ocrmypdf) and read it again",
        )
    return Page(lines=tuple(paragraphs(printed)), fields=tuple(_info(document)))


def _all_lines(document: pypdfium2.PdfDocument, count: int) -> Iterator[Printed]:
    deadline = time.monotonic() + _MAX_SECONDS
    characters = 0
    for number in range(count):
        if time.monotonic() > deadline:
            raise TooLarge(f"page {number + 1}: the PDF takes over {_MAX_SECONDS:.0f} s", STAGE)
        page = document[number]
        textpage = page.get_textpage()
        try:
            characters += textpage.count_chars()
            if characters > _MAX_CHARACTERS:
                raise TooLarge("the PDF has over 20 million characters: split it first", STAGE)
            yield from _lines(textpage, number, page.get_height())
        finally:
            textpage.close()
            page.close()


def _lines(textpage: pypdfium2.PdfTextPage, number: int, height: float) -> Iterator[Printed]:
    """The printed lines of a page, in the file's order."""
    start = 0
    for raw in _characters(textpage).split("\n"):
        shown = raw.strip()
        if shown:
            first = start + len(raw) - len(raw.lstrip())
            yield _printed(textpage, first, shown, number, height)
        start += len(raw) + 1


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The page's text. U+FFFE and U+0002 stand for a hyphen that PDFium took out at a line end."""
    text: str = textpage.get_text_range()
    return text.replace("\ufffe", "\u00ad").replace("\x02", "\u00ad").replace("\r", " ")


def _printed(
    textpage: pypdfium2.PdfTextPage, first: int, text: str, page: int, height: float
) -> Printed:
    from pypdfium2 import raw  # noqa: PLC0415

    # PDFium's index of a character is not that of the text, which leaves some out.
    index = partial(raw.FPDFText_GetCharIndexFromTextIndex, textpage)
    runs: list[Run] = []
    for piece in _PIECE.finditer(text):
        bold = _bold(textpage, index(first + piece.start()))
        if runs and runs[-1].bold == bold:
            runs[-1] = Run(runs[-1].text + piece[0], bold)
        else:
            runs.append(Run(piece[0], bold))
    start, end = index(first), index(first + len(text) - 1)
    letter = index(first + next((n for n, c in enumerate(text) if c.isalnum()), 0))
    left, *_ = textpage.get_charbox(max(0, start), loose=True)
    _, bottom, _, top = textpage.get_charbox(max(0, letter), loose=True)
    _, _, right, _ = textpage.get_charbox(max(0, end), loose=True)
    return Printed(
        runs=tuple(runs),
        page=page,
        left=left,
        right=right,
        bottom=bottom,
        top=top,
        size=top - bottom,  # the font's own size knows nothing of the page's scale
        height=height,
    )


def _bold(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    import ctypes  # noqa: PLC0415

    from pypdfium2 import raw  # noqa: PLC0415

    if raw.FPDFText_GetFontWeight(textpage, index) >= _BOLD:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
    return _BOLD_NAME.search(name.value) is not None


def _info(document: pypdfium2.PdfDocument) -> Iterator[Field]:
    for key, name in _INFO:
        value = document.get_metadata_value(key).strip()
        if name in ("created", "modified"):
            value = _iso(value) or ""
        if value:
            yield Field(name=name, method="docinfo", value=value, where=f"Info/{key}")


def _iso(value: str) -> str | None:
    """A date of the format as ISO 8601.

    >>> _iso("D:20191009105400+03'00'"), _iso("D:2019"), _iso("today")
    ('2019-10-09T10:54', '2019', None)
    """
    found = _DATE.match(value)
    if found is None:
        return None
    year, month, day, hour, minute = found.groups()
    date = "-".join(filter(None, (year, month, day)))
    return f"{date}T{hour}:{minute}" if minute and day else date
