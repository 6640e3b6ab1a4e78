"""Reads WARC files of ours from any record on, and says what is damaged instead of stopping there.

Each record is a gzip member. A member that is cut or damaged is reported with its place, and
reading goes on at the next one that begins with a WARC record.
"""

from __future__ import annotations

import io
import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

from onrecord.archive import fixity, warc
from onrecord.archive.folder import Folder
from onrecord.errors import Damaged
from onrecord.records import Capture, Moved

_MAGIC = b"\x1f\x8b\x08"
_PIECE = 1 << 16
_MAX_RECORD = 256 * 1024 * 1024


class Stored(NamedTuple):
    """A capture and its payload. `sound`: the payload has the digest that its record states."""

    capture: Capture
    payload: bytes
    sound: bool


class Note(NamedTuple):
    """A record of ids that statements had before."""

    warc: str
    start: int
    end: int
    moved: tuple[Moved, ...]


class Damage(NamedTuple):
    """A stretch of a WARC file that is no record. `tail`: the file ends within it."""

    warc: str
    start: int
    end: int
    tail: bool

    def __str__(self) -> str:
        where = "at its end" if self.tail else "in it"
        return f"{self.warc}: {self.end - self.start:,} bytes {where} are no record ({self.start})"


class _Member(NamedTuple):
    content: bytes
    end: int


def scan(path: Path, start: int = 0) -> Iterator[Stored | Note | Damage]:
    """All captures and notes of a file from a record on, and what is damaged between them."""
    if path.stat().st_size <= start:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        at = start
        while at < len(data):
            member = _member(data, at)
            if member is None:
                following = _next(data, at + 1)
                yield Damage(path.name, at, following, following == len(data))
                at = following
                continue
            found = _stored(member.content, path.name, at, member.end - at)
            at = member.end
            if found is not None:
                yield found


def payload(folder: Folder, capture: Capture) -> bytes:
    """The payload of a capture. `Damaged` if it is not there, or not what its digest says."""
    path = folder.captures / capture.warc
    place = f"{capture.warc} at {capture.start}"
    try:
        with path.open("rb") as file:
            file.seek(capture.start)
            raw = file.read(capture.length)
    except OSError as error:
        raise Damaged(f"{place}: cannot be read ({error.strerror})") from error
    member = _member(raw, 0)
    found = _stored(member.content, capture.warc, capture.start, capture.length) if member else None
    if not isinstance(found, Stored) or found.capture.id != capture.id:
        raise Damaged(f"{place}: the record of capture {capture.id} is not there")
    if not fixity.holds(found.payload, capture.digest):
        raise Damaged(f"{place}: capture {capture.id} has not the digest {capture.digest}")
    return found.payload


def _member(data: mmap.mmap | bytes, start: int) -> _Member | None:
    """The gzip member that begins at a place, if it is whole and holds a WARC record."""
    if data[start : start + 3] != _MAGIC:
        return None
    unpack = zlib.decompressobj(31)
    pieces: list[bytes] = []
    size, at = 0, start
    try:
        while not unpack.eof:
            raw = data[at : at + _PIECE]
            if not raw or size > _MAX_RECORD:
                return None
            pieces.append(unpack.decompress(raw))
            size += len(pieces[-1])
            at += len(raw)
            if len(pieces) == 1 and not pieces[0].startswith(b"WARC/"[: len(pieces[0])]):
                return None
    except zlib.error:
        return None
    return _Member(b"".join(pieces), at - len(unpack.unused_data))


def _next(data: mmap.mmap, at: int) -> int:
    """Where the next whole member begins; the end of the file if there is none."""
    while (at := data.find(_MAGIC, at)) >= 0:
        if _member(data, at) is not None:
            return at
        at += 1
    return len(data)


def _stored(content: bytes, name: str, start: int, length: int) -> Stored | Note | None:
    """The capture or note in a record; `None` if it is a record of another type."""
    stream = io.BytesIO(content)
    try:
        record = ArcWarcRecordLoader().parse_record_stream(stream, known_format="warc")
        body = record.raw_stream.read()
        if not warc.is_capture(record):
            moved = warc.moved_of(record, body)
            return None if moved is None else Note(name, start, start + length, moved)
        capture = warc.capture_of(record, body)
    except (ArchiveLoadFailed, EOFError, ValueError, msgspec.DecodeError):
        return None
    placed = msgspec.structs.replace(capture, warc=name, start=start, length=length)
    stated = warc.stated_digest(record)
    return Stored(placed, body, stated is None or stated == capture.digest)
