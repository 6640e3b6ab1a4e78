"""WARC files of others: what they hold that can be read as a page or document. Whole records are
taken from a file that is cut or damaged, and the rest is reported."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from onrecord.archive import warc
from onrecord.archive.fixity import digest
from onrecord.archive.warc import HeaderFields
from onrecord.records import Asked, Capture

MAX_PAYLOAD = 64 * 1024 * 1024
_PIECE = 1 << 16
# The last is what warcio raises where a header is cut before the field that it looks for.
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, AttributeError)
_SUFFIXES = (".warc", ".warc.gz")
_READABLE = re.compile(r"text/(?!css|javascript)|\w+/(xhtml|rss|atom|xml|pdf|.*wordprocessing)|^$")


class Taken(NamedTuple):
    """A capture of another archive, with its payload and the header that came with it."""

    capture: Capture
    payload: bytes
    headers: HeaderFields


class Passed(NamedTuple):
    """A record, or the rest of a file, that was not taken, and why. `damage`: it should have
    been."""

    uri: str
    why: str
    damage: bool = False


def is_warc(name: str) -> bool:
    """
    >>> is_warc("a.WARC.gz"), is_warc("a.gz")
    (True, False)
    """
    return name.lower().endswith(_SUFFIXES)


def read(path: Path, max_payload: int = MAX_PAYLOAD) -> Iterator[Taken | Passed]:
    """The captures of a file, and what was passed over."""
    last = _Step(0)
    with path.open("rb") as file:
        for step in _steps(file, max_payload):
            if last.found:
                yield last.found  # its record has an end: another follows
            last = step
        cut = last.broken is None and _ends_within_a_member(file, last.start)
    if last.found and not (cut and isinstance(last.found, Taken)):
        yield last.found
    if cut or last.broken:
        why = f"cut or damaged after its last whole record ({last.broken or 'it ends too early'})"
        yield Passed(str(path), why, True)


class _Step(NamedTuple):
    """Where a record begins, and what it holds; or what could not be read there."""

    start: int
    found: Taken | Passed | None = None
    broken: str | None = None


def _steps(file: BinaryIO, max_payload: int) -> Iterator[_Step]:
    records = ArchiveIterator(file)
    while True:
        try:
            with redirect_stderr(StringIO()):  # it prints warnings of its own
                record = next(records)
                found = _taken(record, max_payload)
                start = records.get_record_offset()
        except StopIteration:
            return
        except _BROKEN as error:
            yield _Step(0, broken=str(error) or type(error).__name__)
            return
        yield _Step(start, found)


def _taken(record: ArcWarcRecord, max_payload: int) -> Taken | Passed | None:
    if not warc.is_capture(record):
        return None
    told = warc.capture_of(record, b"")
    if told.status not in (None, 200):
        return Passed(told.uri, f"the server answered {told.status}")
    if not _READABLE.match(told.media_type or ""):
        return Passed(told.uri, f"no text: {told.media_type}")
    payload = b"".join(_pieces(record, max_payload))
    if len(payload) > max_payload:
        return Passed(told.uri, f"more than {max_payload:,} bytes", True)
    if getattr(record.raw_stream, "limit", True):  # what is left of the length that it states
        return Passed(told.uri, "the record is cut", True)
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    return Taken(
        msgspec.structs.replace(told, digest=digest(payload), asked=Asked()), payload, headers
    )


def _pieces(record: ArcWarcRecord, most: int) -> Iterator[bytes]:
    """The content without its coding, until it is more than it may be."""
    stream, size = record.content_stream(), 0
    while size <= most and (piece := stream.read(_PIECE)):
        size += len(piece)
        yield piece


def _ends_within_a_member(file: BinaryIO, start: int) -> bool:
    """Does a gzip file end before its last member does? `start`: where a member begins."""
    file.seek(start)
    if file.read(2) != b"\x1f\x8b":
        return False
    file.seek(start)
    unpack, raw = zlib.decompressobj(31), b""
    while raw := unpack.unused_data or file.read(1 << 16):
        if unpack.eof:
            unpack = zlib.decompressobj(31)
        try:
            unpack.decompress(raw)
        except zlib.error:
            return True
    return not unpack.eof
