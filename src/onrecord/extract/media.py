"""What kind of file some bytes are. The bytes decide; a name and a declared type only where the
bytes leave it open. What cannot be read is an error that says what it looks like."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from onrecord.errors import InputError, NotAStatement

HTML = "text/html"
PLAIN = "text/plain"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FEED = "application/rss+xml"
READABLE = (HTML, PLAIN, PDF, DOCX, FEED)
STAGE = "media"

_HEAD = 8_192
_BLANK = b" \t\r\n\x0b\x0c\0"
_BOM = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_FEED_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.I)
_HTML_START = re.compile(
    rb"\A\s*(?:<!--.{0,4000}?-->\s*|<\?xml.{0,200}?\?>\s*)*<!doctype\s+html", re.I | re.S
)
_XML_START = re.compile(rb"\A\s*<\?xml\b", re.I)
_HTML_TAG = re.compile(
    rb"<(?:html|head|body|meta|title|link|script|style|div|span|article|section|main|header|nav|"
    rb"h[1-6]|p|br|a|b|i|em|strong|ul|ol|li|table|tr|td|blockquote|img|form|iframe)[\s>/]",
    re.I,
)
_MARKS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"BM", "an image (BMP)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstandard-compressed data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"ID3", "audio (MP3)"),
    (b"OggS", "audio or video (Ogg)"),
    (b"\x1aE\xdf\xa3", "video (Matroska, WebM)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"WARC/", "a web archive (WARC)"),
)
_ADVICE = {
    "an RTF document": "save it as DOCX or PDF first",
    "an old Office document (.doc, .xls, .ppt)": "save it as DOCX or PDF first",
    "gzip-compressed data": "decompress it first",
    "bzip2-compressed data": "decompress it first",
    "xz-compressed data": "decompress it first",
    "zstandard-compressed data": "decompress it first",
    "a 7-Zip archive": "unpack it and give the folder",
    "a RAR archive": "unpack it and give the folder",
    "a zip archive": "unpack it and give the folder",
    "a web archive (WARC)": "give the pages in it one by one",
}
_BY_NAME = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": PLAIN,
}
_BY_DECLARATION = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": PLAIN}
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b")


def sniff(payload: bytes, name: str | None = None, declared: str | None = None) -> str:
    """The media type of a payload, one of `READABLE`.

    >>> sniff(b"<!DOCTYPE html><title>x</title>"), sniff(b"Good morning.")
    ('text/html', 'text/plain')
    >>> sniff(b"\\x89PNG\\r\\n\\x1a\\n")
    Traceback (most recent call last):
    onrecord.errors.InputError: it looks like an image (PNG): give HTML, text, PDF, DOCX or a feed
    """
    head = payload[:_HEAD]
    if not head.strip(_BLANK) and not payload.strip(_BLANK):
        raise NotAStatement("empty", "the file is empty: fetch the page again")
    marked = _marked(payload, head)
    if marked is not None:
        return marked
    if _wide(head):
        head = _narrow(head)
    elif _binary(head):
        raise _refused("binary data")
    return _text(head, name, declared)


def _marked(payload: bytes, head: bytes) -> str | None:
    """The type of a file with a mark at its start."""
    if b"%PDF-" in head[:1024] and not _HTML_TAG.search(head[:1024]):
        return PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(payload)
    for mark, what in _MARKS:
        # A mark of two or three letters may open a text.
        if head.startswith(mark) and (len(mark) > 3 or not mark.isalnum() or _binary(head)):
            raise _refused(what)
    if head[4:8] == b"ftyp":
        raise _refused("video (MP4)")
    if head.startswith(b"RIFF") and _binary(head):
        raise _refused("an image, audio or video (RIFF)")
    return None


def _zipped(payload: bytes) -> str:
    """Only the directory of the archive is read here."""
    try:
        with zipfile.ZipFile(BytesIO(payload)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"a broken zip archive ({error}): fetch the file again", STAGE) from error
    if "word/document.xml" in names:
        return DOCX
    if "[Content_Types].xml" in names and any(n.startswith("word/") for n in names):
        return DOCX
    raise _refused("a zip archive")


def _text(head: bytes, name: str | None, declared: str | None) -> str:
    start = _BOM.sub(b"", head).lstrip(_BLANK)
    if _HTML_START.match(start):
        return HTML
    opening = start[:2048]
    root = _FEED_ROOT.search(opening)
    if root and (start.startswith(b"<") or _XML_START.match(start)):
        before = _HTML_TAG.search(opening)
        if before is None or root.start() < before.start():
            return FEED
    tags = len(_HTML_TAG.findall(head))
    if _XML_START.match(start) and not tags:
        raise _refused("an XML document that is no feed")
    said = _by_declaration(declared) or _by_name(name)
    if said == HTML or (tags and start.startswith(b"<")):
        return HTML
    # Text that has some tags in it is HTML only if it says nothing else of itself.
    return HTML if tags >= 3 and said is None else PLAIN


def _by_declaration(declared: str | None) -> str | None:
    kind = (declared or "").partition(";")[0].strip().lower()
    return _BY_DECLARATION.get(kind)


def _by_name(name: str | None) -> str | None:
    return _BY_NAME.get(PurePosixPath(name).suffix.lower()) if name else None


def _wide(head: bytes) -> bool:
    """UTF-16 or UTF-32, with a mark or with every second byte NUL."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) * 20 >= len(head) // 2 and min(even, odd) * 10 <= max(even, odd) > 0


def _narrow(head: bytes) -> bytes:
    """What UTF-16 has of ASCII, enough to see tags.

    >>> _narrow("<p>".encode("utf-16-be"))
    b'<p>'
    """
    return _BOM.sub(b"", head).replace(b"\0", b"")


def _binary(head: bytes) -> bool:
    """Are there more control characters than text has? Some NUL bytes stand in damaged text."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 > len(head)


def _refused(what: str) -> InputError:
    advice = _ADVICE.get(what, "give HTML, text, PDF, DOCX or a feed")
    return InputError(f"it looks like {what}: {advice}", STAGE)
