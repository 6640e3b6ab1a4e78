"""XML of feeds and sitemaps, element by element: packed or not, in any encoding, never with
entities of its own, and within limits.

What breaks off is read as far as it goes, and said to be broken."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html.entities import html5
from io import BytesIO
from typing import Any

from lxml import etree

from onrecord.errors import InputError, TooLarge
from onrecord.extract import encoding

STAGE = "listing"
MAX_BYTES = 52_428_800  # 50 MiB: the most that a sitemap may have
_GZIP = b"\x1f\x8b"
_MOST_PACKED = 8  # gzip members that one payload may have
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = frozenset({"lt", "gt", "amp", "quot", "apos"})
_BROKEN = frozenset(
    {"ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END", "ERR_GT_REQUIRED", "ERR_DOCUMENT_EMPTY"}
)


def unpacked(payload: bytes) -> bytes:
    """The bytes without gzip, which a sitemap may have as a file.

    >>> import gzip
    >>> unpacked(gzip.compress(b"<urlset/>")), unpacked(b"<urlset/>")
    (b'<urlset/>', b'<urlset/>')
    """
    pieces: list[bytes] = []
    left, members = MAX_BYTES, 0
    while payload.startswith(_GZIP):
        unpack = zlib.decompressobj(31)
        try:
            piece = unpack.decompress(payload, left + 1)
        except zlib.error as error:
            raise InputError(f"broken gzip ({error})", STAGE) from error
        left -= len(piece)
        members += 1
        if left < 0 or members > _MOST_PACKED:
            raise TooLarge(f"more than {MAX_BYTES:,} bytes when unpacked", STAGE)
        if not unpack.eof:
            raise InputError("the gzip data breaks off", STAGE)
        pieces.append(piece)
        payload = unpack.unused_data
    if not pieces and len(payload) > MAX_BYTES:
        raise TooLarge(f"{len(payload):,} bytes; the limit is {MAX_BYTES:,}", STAGE)
    return b"".join(pieces) if pieces else payload


class Tree:
    """The elements of one document. `root`: the local name of its root, once elements were asked
    for; `broken`: why it is not whole."""

    def __init__(self, payload: bytes, charset: str | None) -> None:
        text = encoding.decode(payload, charset, "xml").text
        text = _DECLARATION.sub("", text, count=1).lstrip()
        if "<!ENTITY" in text:
            raise InputError("it declares entities of its own, which are not expanded", STAGE)
        self._payload = _ENTITY.sub(_character, text).encode("utf-8", "replace")
        self.root: str | None = None
        self.broken: str | None = None

    def elements(self, *names: str) -> Iterator[Any]:
        """Elements with these local names that stand in none of the others, as they end, each with
        what stands in it; it is emptied when the next is asked for."""
        walk = etree.iterparse(
            BytesIO(self._payload), events=("start", "end"), resolve_entities=False,
            no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
            remove_pis=True, encoding="utf-8",
        )  # fmt: skip
        inside = 0
        try:
            for event, element in walk:
                named = local(element) in names
                inside += named if event == "start" else -named
                if event == "start":
                    self.root = self.root or local(element)
                elif named and not inside:
                    yield element
                    element.clear(keep_tail=False)
        except etree.XMLSyntaxError as error:
            self.broken = f"broken XML ({error})"
            return
        broken = [e for e in walk.error_log if e.type_name in _BROKEN]
        if broken:
            self.broken = f"the XML breaks off ({broken[0].message.strip()})"


def local(element: Any) -> str:
    """An element's name without its namespace.

    >>> local(etree.Element("{http://www.w3.org/2005/Atom}entry"))
    'entry'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text(element: Any) -> str:
    """The text of an element and what stands in it, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def child(element: Any, *names: str) -> str | None:
    """The text of the first child, by local names in order of preference, that has one."""
    for name in names:
        for each in element:
            if local(each) == name and (said := text(each)):
                return said
    return None


def _character(found: re.Match[str]) -> str:
    """HTML's named characters, which XML does not know; those that make mark-up stay."""
    name = found[1]
    return found[0] if name in _MARKUP else html5.get(f"{name};", found[0])
