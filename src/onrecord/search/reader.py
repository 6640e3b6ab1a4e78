"""Opens an index to read, and sees what others have written to it since."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

import tantivy

from onrecord.errors import Damaged
from onrecord.search.analysis import tag
from onrecord.search.writer import Identity, identity

_COMMITS = "meta.json"


class Snapshot:
    """The index as it was at one commit."""

    def __init__(self, index: tantivy.Index) -> None:
        self.schema = index.schema
        self.searcher = index.searcher()
        self.frequency = self.searcher.doc_freq

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags of terms of the languages that are in the index, the most frequent first."""
        query = tantivy.Query.all_query()
        counts = {"found": {"terms": {"field": "language", "size": 500}}}
        buckets = self.searcher.aggregate(query, counts)["found"]["buckets"]
        return tuple(dict.fromkeys([*(tag(bucket["key"]) for bucket in buckets), ""]))


class Reader:
    """Reads the index in a folder. Where there is none yet, it is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._commits = str(folder / _COMMITS)
        self._index: tantivy.Index | None = None
        self._identity: Identity | None = None
        self._seen: tuple[int, ...] = ()
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot | None:
        """The index as it is now; `None` if there is none that this version reads."""
        seen = self._state()
        if seen != self._seen or self._snapshot is None:
            self._snapshot = self._opened() if seen else None
            self._seen = seen
        return self._snapshot

    def _state(self) -> tuple[int, ...]:
        """Changes with every commit: the file of commits is replaced by each."""
        try:
            found = os.stat(self._commits)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def _opened(self) -> Snapshot | None:
        found = identity(self.folder)
        if found is None:
            return None
        try:
            if self._index is None or found != self._identity:
                self._index, self._identity = tantivy.Index.open(str(self.folder)), found
                self._index.config_reader("manual")
            self._index.reload()
            return Snapshot(self._index)
        except ValueError as error:
            message = f"{self.folder}: the index cannot be read ({error}); run `onrecord rebuild`"
            raise Damaged(message) from error
