"""An archive as a Python program has it: opened to read, its records as iterators. Nothing that is
done here changes the archive."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from onrecord.archive import reader
from onrecord.archive.folder import Folder, chosen
from onrecord.errors import ArchiveError
from onrecord.records import Capture, Record, Role, Span, Statement, TurnKind
from onrecord.store import captures, database, naming, statements, versions
from onrecord.store.changes import ChangedVersion, changes
from onrecord.store.issues import Listed, listed
from onrecord.store.kept import Kept, kept

T = TypeVar("T")


class SpokenTurn(Record, frozen=True, kw_only=True):
    """A turn of the latest version of a statement, with what is known of the statement."""

    id: str
    statement: str
    version: int
    n: int
    text: str
    span: Span
    kind: TurnKind
    role: Role
    speaker: str | None
    label: str | None
    outlet: str | None
    title: str | None
    date: str | None
    published: str | None
    language: str | None
    country: str | None
    url: str | None


class Rows(Generic[T]):
    """Records that can be gone through any number of times, one at a time in memory."""

    def __init__(self, start: Callable[[], Iterator[T]]) -> None:
        self._start = start

    def __iter__(self) -> Iterator[T]:
        return self._start()


class Archive:
    """An archive that is open to read. Close it, or use it in a `with`."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
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

    def statements(self) -> Rows[Statement]:
        """All statements, in the order in which they were first added."""
        return Rows(lambda: statements.all_statements(self.db))

    def turns(self) -> Rows[SpokenTurn]:
        """All turns of the latest versions of all statements."""
        return Rows(self._turns)

    def captures(self) -> Rows[Capture]:
        """All captures, in the order in which they were added."""
        return Rows(lambda: captures.all_captures(self.db))

    def issues(self) -> Rows[Listed]:
        """What could not be read, or is doubtful."""
        return Rows(lambda: listed(self.db))

    def show(self, reference: str) -> Kept | None:
        """All that is kept under the id of a statement, version or turn."""
        return kept(self.db, reference)

    def payload(self, capture: Capture) -> bytes:
        """The bytes of a capture, checked against its digest."""
        return reader.payload(self.folder, capture)

    def changes(self, since: int = 0) -> Iterator[ChangedVersion]:
        """The versions that were stored after a change."""
        return changes(self.db, since)

    def _turns(self) -> Iterator[SpokenTurn]:
        for statement in self.statements():
            row = versions.number_of(self.db, statement.id, statement.latest)
            if row is not None:
                yield from _spoken(statement, self.db, row)


def _spoken(statement: Statement, db: sqlite3.Connection, row: int) -> Iterator[SpokenTurn]:
    found = versions.reading(db, row)
    for turn in found.turns:
        yield SpokenTurn(
            id=naming.turn_id(statement.id, statement.latest, turn.n),
            statement=statement.id,
            version=statement.latest,
            n=turn.n,
            text=found.text[turn.span.start : turn.span.end],
            span=turn.span,
            kind=turn.kind,
            role=turn.role,
            speaker=turn.speaker,
            label=turn.label,
            outlet=turn.outlet,
            title=statement.title,
            date=statement.date,
            published=statement.published,
            language=statement.language,
            country=statement.country,
            url=statement.url,
        )


def open_archive(path: str | os.PathLike[str] | None = None) -> Archive:
    """Opens an archive to read: the folder, else `$ONRECORD_ARCHIVE`, else ./archive."""
    folder = Folder(Path(path)) if path is not None else chosen(None)
    if not folder.root.is_dir():
        raise ArchiveError(f"{folder.root}: no such folder: make an archive with `onrecord add`")
    return Archive(folder)
