"""Puts turns into the index and takes them out. One writer at a time; a commit makes it visible.

An index is a folder beside `format.json`, which says how it was made and gives it an identity: the
watermark that the store keeps belongs to that identity, so that an index that was lost or is of
another format is filled again from the beginning.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

import msgspec
import tantivy

from onrecord.errors import Damaged, Locked
from onrecord.records import Record
from onrecord.search.records import Update
from onrecord.search.schema import FORMAT, document, schema

_HEAP = 64_000_000
_FORMAT_FILE = "format.json"


class Identity(Record, frozen=True, kw_only=True):
    """What an index is: how it was made, of which generation of records, and which of all that
    were made so."""

    format: str
    engine: str
    generation: str
    id: str


@cache
def engine() -> str:
    """The version of the engine. Its format may change with any."""
    return version("tantivy")


def identity(folder: Path) -> Identity | None:
    """The identity of the index in a folder; `None` if there is none that can be read."""
    try:
        found = msgspec.json.decode((folder / _FORMAT_FILE).read_bytes(), type=Identity)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None
    usable = found.format == FORMAT and found.engine == engine()
    return found if usable and tantivy.Index.exists(str(folder)) else None


def make(folder: Path, generation: str = "") -> Identity:
    """A new, empty index in place of whatever is in the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    # Whoever opens the index looks at it from a thread of the engine, which makes a lock file there
    # some time later: the folder may be back while it is being removed.
    folder.mkdir(parents=True, exist_ok=True)
    tantivy.Index(schema(), str(folder), reuse=False)
    made = Identity(format=FORMAT, engine=engine(), generation=generation, id=uuid.uuid4().hex)
    draft = folder / f"{_FORMAT_FILE}.new"
    draft.write_bytes(msgspec.json.encode(made))
    os.replace(draft, folder / _FORMAT_FILE)
    return made


class Writer:
    """Writes to the index in a folder, which it makes if there is none of these records that can
    be read."""

    def __init__(self, folder: Path, generation: str = "", threads: int = 1) -> None:
        self.folder = folder
        found = identity(folder)
        same = found is not None and found.generation == generation
        self.identity = found if found and same else make(folder, generation)
        try:
            self._writer = tantivy.Index.open(str(folder)).writer(_HEAP, threads)
        except ValueError as error:
            raise _explained(error, folder) from error

    def put(self, updates: Iterable[Update]) -> int:
        """Replaces all turns of the statements by these; gives their number. Not yet visible."""
        count = 0
        for update in updates:
            self._writer.delete_documents_by_term("statement", update.statement)
            for turn in update.turns:
                self._writer.add_document(document(turn))
            count += len(update.turns)
        return count

    def commit(self) -> None:
        """Makes visible what was put, and safe."""
        self._writer.commit()

    def close(self) -> None:
        """Waits for what is under way and gives the lock back. What was not committed is gone."""
        self._writer.wait_merging_threads()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self._writer.rollback()
        self.close()


def _explained(error: ValueError, folder: Path) -> Exception:
    if "LockBusy" in str(error):
        return Locked(f"{folder}: another process is writing to the index; try again when it ends")
    return Damaged(f"{folder}: the index cannot be opened ({error}); run `onrecord rebuild`")
