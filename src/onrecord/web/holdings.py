"""The archive as the pages see it: open to read, and seen anew when it has changed.

Every thread has a connection of its own. A file of records that was replaced (`onrecord rebuild`)
is opened anew.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.archive.folder import Folder
from onrecord.search.engine import Index
from onrecord.search.following import behind
from onrecord.search.records import IndexedTurn, Request, Results
from onrecord.store import changes, corrections, database, standoff

if TYPE_CHECKING:
    from onrecord.search.modes import Modes

T = TypeVar("T")


class Holdings:
    """One archive that is served."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.index = Index(folder.search)
        self._modes: Modes | None = None
        self._asking = threading.Lock()
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._known: dict[str, tuple[object, Any]] = {}
        self._lock = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with; what is wrong is told in our words."""
        with database.explained(self.folder.records):
            yield self._connection()

    def remembered(self, name: str, make: Callable[[sqlite3.Connection], T]) -> T:
        """What is costly to count, counted once for each state of the archive."""
        with self.reading() as db:
            state = (
                changes.generation(db),
                changes.last(db),
                standoff.form(db),
                corrections.stamp(self.folder.root),
            )
            kept = self._known.get(name)
            if kept is None or kept[0] != state:
                kept = (state, make(db))
                self._known[name] = kept
            found: T = kept[1]
            return found

    def search(self, request: Request) -> Results:
        """What a question finds, in its mode. `NoEncoder` if it cannot be asked by meaning."""
        if request.mode == "words" and request.like is None:
            return self.index.search(request)
        with self._asking:  # one encoder and one file of vectors
            return self._by_meaning().search(request)

    def knows_meaning(self) -> bool:
        """Whether there are vectors, so that one can ask by meaning."""
        return (self.folder.meaning / "vectors.sqlite").is_file()

    def called(self, name: str) -> list[IndexedTurn]:
        """The turns that an id stands for."""
        return self._by_meaning().called(name)

    def _by_meaning(self) -> Modes:
        if self._modes is None:
            from onrecord.search.modes import Modes  # noqa: PLC0415  (numpy: only who asks pays)

            self._modes = Modes(self.folder, self.index)
        return self._modes

    def behind(self) -> int:
        """How many changes the index does not hold yet."""
        with self.reading() as db:
            return behind(self.folder.search, db)

    def close(self) -> None:
        """Lets go of the archive."""
        with self._lock:
            for db in self._opened:
                db.close()
            self._opened.clear()

    def _connection(self) -> sqlite3.Connection:
        found = self.folder.records.stat() if self.folder.records.is_file() else None
        which = (found.st_dev, found.st_ino) if found else None
        if which is None or getattr(self._own, "which", None) != which:
            self._own.db = database.readable(self.folder.records)
            self._own.which = which
            with self._lock:
                self._opened.append(self._own.db)
        db: sqlite3.Connection = self._own.db
        return db
