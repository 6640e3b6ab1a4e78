"""An archive as a Python program has it: opened to read, its records as iterators and tables.
Nothing that is done here changes the records; only the index is brought up to date."""

from __future__ import annotations

import os
import sqlite3
import warnings
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from onrecord.archive import reader
from onrecord.archive.folder import Folder, chosen
from onrecord.errors import ArchiveError
from onrecord.pipeline.indexing import refresh, refresh_meaning
from onrecord.pipeline.selecting import Chosen, Found, filters, selected
from onrecord.pipeline.tables import Rows
from onrecord.records import Capture
from onrecord.search.engine import DEEPEST, Index
from onrecord.search.records import FACETS, Filters, Mode, Request, Sort
from onrecord.store import captures, database, sourced, statements
from onrecord.store.changes import ChangedVersion, changes
from onrecord.store.issues import Listed, listed
from onrecord.store.kept import Kept, kept
from onrecord.store.sourced import SourcedStatement, SourcedTurn

if TYPE_CHECKING:
    from onrecord.search.modes import Modes

_Selection = dict[tuple[str, int], set[int]]


class Archive:
    """An archive that is open to read. Close it, or use it in a `with`."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._modes: Modes | None = None
        self.db: sqlite3.Connection = database.readable(folder.records)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the archive."""
        self.db.close()

    def search(
        self,
        query: str = "",
        *,
        mode: Mode | None = None,
        like: str | None = None,
        sort: Sort = "relevance",
        limit: int = 10,
        offset: int = 0,
        facets: bool = False,
        **chosen: Unpack[Chosen],
    ) -> Found:
        """What `onrecord search` finds: a page of hits, best first, with counts if asked for.
        `mode`: by words, by meaning, or both; `like`: what is nearest to a turn or statement."""
        if limit < 0 or offset < 0 or limit + offset > DEEPEST:
            raise ValueError(f"limit and offset reach to {DEEPEST:,}; turns() gives all")
        request = Request(
            query=query,
            filters=filters(chosen),
            mode=mode or ("meaning" if like else "words"),
            like=like,
            sort=sort,
            limit=limit,
            offset=offset,
            facets=FACETS if facets else (),
            months=facets,
        )
        refresh(self.folder, lambda message: warnings.warn(message, stacklevel=4))
        if request.mode == "words" and like is None:
            return Found(self._index.search(request))
        return Found(self._meaning().search(request))

    def statements(self, query: str = "", **chosen: Unpack[Chosen]) -> Rows[SourcedStatement]:
        """All statements, or those with a turn that the query and the filters find, in the order in
        which they were first added."""
        wanted = self._selected(query, filters(chosen))
        return Rows(SourcedStatement, lambda: self._statements(wanted))

    def turns(self, query: str = "", **chosen: Unpack[Chosen]) -> Rows[SourcedTurn]:
        """All turns of the latest versions of all statements, or all that the query and the filters
        find. The query is taken at its word: all words must be there, and none is taken for
        another."""
        wanted = self._selected(query, filters(chosen))
        return Rows(SourcedTurn, lambda: self._turns(wanted))

    def captures(self) -> Rows[Capture]:
        """All captures, in the order in which they were added."""
        return Rows(Capture, lambda: captures.all_captures(self.db))

    def issues(self) -> Rows[Listed]:
        """What could not be read, or is doubtful."""
        return Rows(Listed, lambda: listed(self.db))

    def show(self, reference: str) -> Kept | None:
        """All that is kept under the id of a statement, version or turn."""
        return kept(self.db, reference)

    def payload(self, capture: Capture | str) -> bytes:
        """The bytes of a capture, or of a capture's id, checked against its digest."""
        found = captures.one(self.db, capture) if isinstance(capture, str) else capture
        if found is None:
            raise ArchiveError(f"{self.folder.root}: there is no capture {capture}")
        return reader.payload(self.folder, found)

    def changes(self, since: int = 0) -> Iterator[ChangedVersion]:
        """The versions that were stored after a change."""
        return changes(self.db, since)

    def _meaning(self) -> Modes:
        """The index with the vectors, which are made if they are not there."""
        from onrecord.search.modes import Modes  # noqa: PLC0415  (numpy: only who asks pays)

        refresh_meaning(self.folder, lambda message: None)
        if self._modes is None:
            self._modes = Modes(self.folder, self._index)
        return self._modes

    @cached_property
    def _index(self) -> Index:
        return Index(self.folder.search)

    def _selected(self, query: str, wanted: Filters) -> _Selection | None:
        """The turns that are wanted; `None`: all. What is wrong in a query is told here, and where
        not all can be found yet: a table that lacks rows is none."""
        if not query.strip() and wanted == Filters():
            return None
        refresh(self.folder, _refused)
        return selected(self._index, query, wanted)

    def _statements(self, wanted: _Selection | None) -> Iterator[SourcedStatement]:
        names = None if wanted is None else {name for name, _ in wanted}
        for statement in statements.some(self.db, names):
            found = sourced.with_source(self.db, statement)
            if found is not None:
                yield found

    def _turns(self, wanted: _Selection | None) -> Iterator[SourcedTurn]:
        if wanted is None:
            for statement in statements.all_statements(self.db):
                yield from sourced.turns(self.db, statement, statement.latest)
            return
        numbers = dict(wanted.keys())
        for statement in statements.some(self.db, numbers):
            number = numbers[statement.id]
            turns = wanted[statement.id, number]
            yield from sourced.turns(self.db, statement, number, turns)


def _refused(message: str) -> None:
    raise ArchiveError(f"{message}; without a query and filters nothing is missing")


def open_archive(path: str | os.PathLike[str] | None = None) -> Archive:
    """Opens an archive to read: the folder, else `$ONRECORD_ARCHIVE`, else ./archive."""
    folder = Folder(Path(path)) if path is not None else chosen(None)
    if not folder.root.is_dir():
        raise ArchiveError(f"{folder.root}: no such folder: make an archive with `onrecord add`")
    return Archive(folder)
