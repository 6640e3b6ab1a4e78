"""Appends captures to WARC files. What `sync` has returned for is on the disk.

A record is written as a whole or, if the disk is full, not at all: the file is cut back to where it
ended. The writer never changes what stands before.
"""

from __future__ import annotations

import errno
import io
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec
from warcio.warcwriter import WARCWriter

from onrecord import __version__
from onrecord.archive import warc
from onrecord.archive.folder import Folder, warcs
from onrecord.archive.warc import HeaderFields
from onrecord.errors import ArchiveError
from onrecord.records import Capture, Moved

MAX_FILE = 1024**3
_LEVEL = 5
_GZIP = 31  # zlib's name for the form


class Place(NamedTuple):
    """Where a record stands."""

    warc: str
    start: int
    end: int


class Writer:
    """Appends to the last WARC file of an archive, or to a new one when that is full. Whoever makes
    one holds the archive's lock, and has seen that the last file ends with a whole record."""

    def __init__(self, folder: Folder, max_file: int = MAX_FILE) -> None:
        self._folder = folder
        self._max_file = max_file
        self._file: BinaryIO | None = None
        self._path = Path()
        self._end = 0

    def append(
        self,
        capture: Capture,
        payload: bytes,
        headers: HeaderFields = (),
        request: HeaderFields = (),
    ) -> Capture:
        """Writes a capture; gives it with its place. Not yet safe: see `sync`."""
        place = self._put(warc.records(capture, payload, headers, request))
        return msgspec.structs.replace(
            capture, warc=place.warc, start=place.start, length=place.end - place.start
        )

    def note(self, moved: Sequence[Moved]) -> Place:
        """Writes down ids that statements had before; gives the place. Not yet safe."""
        return self._put([warc.note(moved)])

    def _put(self, records: Sequence[object]) -> Place:
        """Writes records; gives the place of the last."""
        try:
            if self._file is None or self._end >= self._max_file:
                self._open()
            for record in records:
                start = self._end
                self._write(_member(record))
        except OSError as error:
            raise _unwritten(self._path, error) from error
        return Place(self._path.name, start, self._end)

    def sync(self) -> None:
        """All that was appended is on the disk when this returns."""
        if self._file is not None:
            try:
                os.fsync(self._file.fileno())
            except OSError as error:
                raise _unwritten(self._path, error) from error

    def close(self) -> None:
        """Syncs, and lets go of the file."""
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None

    def _write(self, data: bytes) -> None:
        assert self._file is not None
        try:
            _write_all(self._file.fileno(), data)
        except OSError:
            os.ftruncate(self._file.fileno(), self._end)
            raise
        self._end += len(data)

    def _open(self) -> None:
        self.close()
        existing = warcs(self._folder)
        last = existing[-1] if existing else None
        if last is not None and last.stat().st_size < self._max_file:
            self._path = last
        else:
            number = int(last.name.split(".")[0]) + 1 if last else 1
            self._path = self._folder.captures / f"{number:06}.warc.gz"
        self._file = open(self._path, "ab", buffering=0)  # noqa: SIM115  (held until close)
        self._end = os.fstat(self._file.fileno()).st_size
        if self._end == 0:
            self._write(_information(self._path.name))
            _sync_folder(self._folder.captures)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _member(record: object) -> bytes:
    """A record as a gzip member of its own. (The last levels of gzip take twice the time for one
    hundredth of the size.)"""
    out = io.BytesIO()
    WARCWriter(out, gzip=False, warc_version=warc.VERSION).write_record(record)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return packer.compress(out.getbuffer()) + packer.flush()


def _information(name: str) -> bytes:
    software = {"software": f"onrecord/{__version__}", "format": "WARC File Format 1.1"}
    builder = WARCWriter(io.BytesIO(), gzip=True, warc_version=warc.VERSION)
    return _member(builder.create_warcinfo_record(name, software))


def _sync_folder(path: Path) -> None:
    """A new file's name is on the disk too."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unwritten(path: Path, error: OSError) -> ArchiveError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ArchiveError(
            f"{path}: the disk is full: what was added before stands; make room, and add again"
        )
    return ArchiveError(f"{path}: cannot be written ({error.strerror}): check permissions")
