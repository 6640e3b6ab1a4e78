"""DOCX to lines: paragraphs, headings, list items and tables in their order, bold runs, footnotes.

A DOCX is a zip archive of XML: what it would unpack to is checked before anything is unpacked.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
from lxml import etree

from onrecord.errors import InputError, NotAStatement, TooLarge
from onrecord.extract.page import Field, Line, Page
from onrecord.extract.runs import Run, joined
from onrecord.records import BlockKind

if TYPE_CHECKING:
    from docx.document import Document

STAGE = "docx"
_MAX_UNPACKED = 256 * 1024 * 1024
_MAX_XML = 64 * 1024 * 1024  # one part
_MAX_RATIO = 200  # of XML; real documents reach 20
_MAX_PARTS = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = (
    ("title", "title"),
    ("author", "author"),
    ("created", "created"),
    ("modified", "modified"),
    ("language", "language"),
    ("subject", "description"),
)
_HEADING = re.compile(r"heading\s*(\d)|title$", re.I)
_MAX_DEPTH = 20  # of tables in tables and text boxes in text boxes
_WRAPPERS = tuple(f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_RUNNING = ("header", "footer")
_BESIDE = ("footnotes", "endnotes", *_RUNNING)
_OFF = ("0", "false", "off", "none")


def read(payload: bytes) -> Page:
    """The page of a DOCX file."""
    _check(payload)
    import docx  # noqa: PLC0415  (75 ms, for this format only)
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415

    try:
        document = docx.Document(BytesIO(payload))
        styles = _Styles(document)
        lines = (*_blocks(document.element.body, styles), *_beside(document, styles))
        fields = tuple(_properties(document))
    except (
        PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, AttributeError,
        etree.LxmlError, NotImplementedError, EOFError, OSError, RecursionError, zlib.error,
    ) as error:  # fmt: skip
        raise InputError(f"broken DOCX ({_short(error)}): save it again", STAGE) from error
    if not any(line.text for line in lines):
        raise NotAStatement("empty", "the DOCX has no text: it may hold images only; use OCR first")
    language = next((f.value for f in fields if f.name == "language"), None)
    return Page(lines=lines, fields=fields, language=language)


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:120]}"


def _check(payload: bytes) -> None:
    """Is it an archive whose parts are of a bearable size?"""
    try:
        with zipfile.ZipFile(BytesIO(payload)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"broken DOCX ({error}): fetch the file again", STAGE) from error
    if len(parts) > _MAX_PARTS or sum(p.file_size for p in parts) > _MAX_UNPACKED:
        raise TooLarge("the DOCX unpacks to more than 256 MB: not opened (a zip bomb?)", STAGE)
    for part in parts:
        if part.flag_bits & 1:
            raise InputError("the DOCX is encrypted: save it without a password", STAGE)
        huge = part.file_size > _MAX_XML and part.filename.endswith((".xml", ".rels"))
        bomb = part.file_size > 1 << 20 and part.file_size > _MAX_RATIO * part.compress_size
        if huge or bomb:
            raise TooLarge(f"{part.filename} in the DOCX unpacks to {part.file_size:,} bytes: "
                           "not opened (a zip bomb?)", STAGE)  # fmt: skip


class _Styles:
    """Names and weights of a document's styles, by their id."""

    def __init__(self, document: Document) -> None:
        styles = list(document.styles)
        self._names = {style.style_id: str(style.name) for style in styles}
        fonts = ((style.style_id, getattr(style, "font", None)) for style in styles)
        self._bold = {key for key, font in fonts if font is not None and font.bold}

    def name(self, element: etree._Element | None) -> str:
        key = element.get(f"{_W}val") or "" if element is not None else ""
        return self._names.get(key, key)

    def bold(self, element: etree._Element | None) -> bool:
        return element is not None and element.get(f"{_W}val") in self._bold


def _blocks(parent: etree._Element, styles: _Styles, depth: int = 0) -> Iterator[Line]:
    """The lines of the paragraphs and tables in an element, in their order."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, styles, depth)
        elif child.tag == f"{_W}tbl" and depth < _MAX_DEPTH:
            yield from _table(child, styles, depth)
        elif child.tag in _WRAPPERS and depth < _MAX_DEPTH:
            yield from _blocks(child, styles, depth + 1)


def _paragraph(element: etree._Element, styles: _Styles, depth: int) -> Iterator[Line]:
    kind, level = _kind(element, styles)
    heavy = styles.bold(element.find(f"{_W}pPr/{_W}pStyle")) and kind != "heading"
    gap = 2
    for text, strong in joined(_runs(element, styles, heavy)):
        if text:
            yield Line(text=text, kind=kind, level=level, gap=gap, strong=strong)
            gap = 1
    if depth < _MAX_DEPTH:
        for box in element.iter(f"{_W}txbxContent"):
            if _own(box, element):
                yield from _blocks(box, styles, depth + 1)


def _own(inner: etree._Element, element: etree._Element) -> bool:
    """Does `inner` stand in `element` itself, not in a text box of it, an older form, or what was
    deleted?"""
    for parent in inner.iterancestors():
        if parent is element:
            return True
        if parent.tag in _NOT_SHOWN or parent.tag == f"{_W}txbxContent":
            return False
    return False


def _kind(element: etree._Element, styles: _Styles) -> tuple[BlockKind, int]:
    """By the paragraph's style; a numbered paragraph is a list item."""
    name = styles.name(element.find(f"{_W}pPr/{_W}pStyle"))
    found = _HEADING.match(name)
    if found:
        return "heading", int(found[1] or 1)
    numbered = element.find(f"{_W}pPr/{_W}numPr") is not None
    if numbered or name.lower().startswith("list"):
        return "list_item", 0
    return ("quote", 0) if "quote" in name.lower() else ("paragraph", 0)


def _table(element: etree._Element, styles: _Styles, depth: int) -> Iterator[Line]:
    for row in element.iterchildren(f"{_W}tr"):
        gap = 2
        for cell in row.iterchildren(f"{_W}tc", f"{_W}sdt"):
            for line in _blocks(cell, styles, depth + 1):
                yield msgspec.structs.replace(line, kind="table", gap=gap)
                gap = 0


def _runs(paragraph: etree._Element, styles: _Styles, heavy: bool) -> Iterator[Run]:
    """The visible text of a paragraph, by run."""
    for element in paragraph.iter(f"{_W}r"):
        if not _own(element, paragraph) or _on(element.find(f"{_W}rPr/{_W}vanish"), False):
            continue
        style = styles.bold(element.find(f"{_W}rPr/{_W}rStyle"))
        bold = _on(element.find(f"{_W}rPr/{_W}b"), heavy or style)
        yield Run("".join(map(_piece, element)), bold)


def _piece(element: etree._Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}tab":
        return "\t"
    if element.tag in (f"{_W}br", f"{_W}cr"):
        return "\n"
    return "-" if element.tag == f"{_W}noBreakHyphen" else ""


def _on(element: etree._Element | None, default: bool) -> bool:
    """A switch such as `w:b`: on unless it says otherwise."""
    return default if element is None else element.get(f"{_W}val") not in _OFF


def _beside(document: Document, styles: _Styles) -> Iterator[Line]:
    """Foot- and endnotes, which stand at the end, and the running headers, which are furniture."""
    seen = set()
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in _BESIDE:
            continue
        root = etree.fromstring(relation.target_part.blob, _parser())
        notes = [root] if kind in _RUNNING else [n for n in root if n.get(f"{_W}type") is None]
        for line in (line for note in notes for line in _blocks(note, styles)):
            if kind not in _RUNNING:
                yield line
            elif line.text not in seen:
                seen.add(line.text)
                yield msgspec.structs.replace(line, part="furniture", reason=f"running {kind}")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _properties(document: Document) -> Iterator[Field]:
    properties = document.core_properties
    for key, name in _PROPERTIES:
        value = getattr(properties, key)
        if value:
            printed = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
            where = f"docProps/core.xml:{key}"
            yield Field(name=name, method="docinfo", value=printed, where=where)
