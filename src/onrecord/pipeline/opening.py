"""Opens an archive to write: takes the lock, makes what is not there, and heals what a sudden end
has left.

Two things can be behind each other: a WARC file may hold captures that the records do not know (the
process ended between the two: they are taken in), or end within a record (it was cut: what is no
whole record is set aside). What the records know and a WARC file lacks is damage, and said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.archive import reader
from onrecord.archive.folder import Folder, warcs
from onrecord.archive.lock import locked
from onrecord.archive.reader import Damage, Note
from onrecord.archive.writer import Writer
from onrecord.errors import ArchiveError, Damaged
from onrecord.pipeline.taking import Result, take
from onrecord.records import Capture
from onrecord.store import captures, database, statements
from onrecord.store.candidates import Memory

_BATCH = 200
Say = Callable[[str], None]


def _silent(_: str) -> None:
    """Nobody wants to know."""


class Session:
    """An archive that is open to one writer. Within a transaction from `begin` to `commit`."""

    def __init__(self, folder: Folder, db: sqlite3.Connection, say: Say) -> None:
        self.folder = folder
        self.db = db
        self.say = say
        self.memory = Memory(db)
        self.writer = Writer(folder)

    def begin(self) -> None:
        """Starts a transaction, unless one is open."""
        if not self.db.in_transaction:
            with database.explained(self.folder.records):
                self.db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """First the captures are safe on the disk, then what they say."""
        if self.db.in_transaction:
            self.writer.sync()
            with database.explained(self.folder.records):
                self.db.execute("COMMIT")

    def take(self, capture: Capture, payload: bytes) -> list[Result]:
        """Takes in a capture that is stored already. What SQLite cannot hold is undone as a
        whole: it is taken in when the archive is next opened."""
        try:
            with database.explained(self.folder.records):
                return take(self.memory, capture, payload)
        except ArchiveError:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    def redirect(self, note: Note) -> int:
        """Leads ids that were given before to where their statements are now; gives the number of
        those that are others."""
        with database.explained(self.folder.records):
            moved = sum(
                statements.redirect_place(self.db, each.old, each.capture, each.item)
                for each in note.moved
            )
            captures.know(self.db, note.warc, note.end)
        return moved

    def close(self) -> None:
        """What was not committed is undone: its captures are taken in when it is next opened."""
        try:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            self.db.close()
        except sqlite3.Error as error:
            self.say(f"{self.folder.records}: {error}")
        finally:
            self.writer.close()


@contextmanager
def writing(folder: Folder, wait: float = 30.0, say: Say = _silent) -> Iterator[Session]:
    """An archive to write to, made if it is not there. `say` is told what had to be mended, and
    for whom we wait."""
    prepare(folder)
    with locked(folder.lock, wait, lambda who: say(f"waiting: {who} is writing to {folder.root}")):
        session = Session(folder, database.writable(folder.records), say)
        try:
            recover(session)
            yield session
        finally:
            session.close()


def prepare(folder: Folder) -> None:
    """Makes the folder."""
    try:
        folder.captures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"{folder.root}: cannot be made ({error.strerror}): check permissions, or name another "
            "folder with --archive"
        ) from error


def recover(session: Session) -> int:
    """Takes in what the records do not know; gives the number of captures."""
    with database.explained(session.folder.records):
        known = captures.known(session.db)
    files = warcs(session.folder)
    _complain_of_lost(session.folder, known, files)
    return sum(_replay(session, path, known.get(path.name, 0)) for path in files)


def _replay(session: Session, path: Path, start: int) -> int:
    taken = 0
    for found in reader.scan(path, start):
        if isinstance(found, Damage):
            _mend(session, path, found)
            continue
        if isinstance(found, Note):
            session.begin()
            session.redirect(found)
            continue
        if not found.sound:
            session.say(f"{path.name}: capture {found.capture.id} has not the digest it states")
        session.begin()
        session.take(found.capture, found.payload)
        taken += 1
        if taken % _BATCH == 0:
            session.commit()
    session.commit()
    if taken and start:
        session.say(f"{path.name}: {taken} captures taken in that had been stored before")
    return taken


def _mend(session: Session, path: Path, damage: Damage) -> None:
    """A cut tail is set aside in a file of its own, so that whole records can follow."""
    session.say(str(damage))
    if damage.tail:
        with path.open("r+b") as file:
            file.seek(damage.start)
            aside = path.with_name(f"{path.name}.{damage.start}.cut")
            aside.write_bytes(file.read())
            file.truncate(damage.start)
        session.say(f"{path.name}: the cut record is set aside in {aside.name}")


def _complain_of_lost(folder: Folder, known: dict[str, int], files: list[Path]) -> None:
    sizes = {path.name: path.stat().st_size for path in files}
    lost = [name for name, end in sorted(known.items()) if sizes.get(name, 0) < end]
    if lost:
        raise Damaged(
            f"{folder.captures}: {', '.join(lost)} is shorter than it was: put it back from a "
            "copy; or make the records from what is left with `onrecord rebuild`"
        )
