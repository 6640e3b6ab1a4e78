"""Makes the records anew from the captures: the same records, byte for byte, if the reader is the
same; with a newer reader, better ones, and redirects from ids that have moved.

The new file takes the place of the old one only when it is whole.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.archive.reader import Note
from onrecord.errors import ArchiveError
from onrecord.pipeline.opening import Say, Session, prepare, recover
from onrecord.records import Moved, Record
from onrecord.store import captures, database, dump, issues, statements

_NAME = "records.rebuilding.sqlite"


class Rebuilt(Record, frozen=True, kw_only=True):
    """What was made: how much, the digest of all records, and how many ids have moved."""

    captures: int
    statements: int
    versions: int
    moved: int
    digest: str


def rebuild(folder: Folder, wait: float = 30.0, say: Say = lambda _: None) -> Rebuilt:
    """Makes the records of an archive anew."""
    if not folder.captures.is_dir():
        raise ArchiveError(f"{folder.root}: no archive: there is no folder captures/ in it")
    prepare(folder)
    with locked(folder.lock, wait, lambda who: say(f"waiting: {who} is writing")):
        fresh = folder.root / _NAME
        _remove(fresh)
        session = Session(folder, database.writable(fresh), say)
        try:
            recover(session)
            moved = _redirect(session, folder.records)
            made = _counted(session.db, moved)
            session.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            session.db.execute("PRAGMA journal_mode = DELETE")
        finally:
            session.close()
        _replace(fresh, folder.records)
    return made


def _counted(db: sqlite3.Connection, moved: int) -> Rebuilt:
    found = issues.totals(db)
    return Rebuilt(
        captures=captures.count(db),
        statements=found["statements"],
        versions=found["versions"],
        moved=moved,
        digest=dump.digest(db),
    )


def _redirect(session: Session, old: Path) -> int:
    """From the ids that the old records gave to those of the new ones, where they differ: by the
    capture in which a statement first stood. They are noted beside the captures, since nothing but
    these records could tell them. Records that cannot be read tell nothing."""
    try:
        before = _places(old)
    except (sqlite3.DatabaseError, ArchiveError) as error:
        session.say(f"{old}: cannot be read ({error}): ids that it gave are not compared")
        return 0
    moved = [place for place in before if statements.moves(session.db, place)]
    if not moved:
        return 0
    place = session.writer.note(moved)
    session.begin()
    session.redirect(Note(*place, tuple(moved)))
    session.commit()
    return len(moved)


def _places(old: Path) -> list[Moved]:
    if not old.is_file():
        return []
    db = database.unchecked(old)
    try:
        return statements.first_places(db)
    finally:
        db.close()


def _replace(fresh: Path, old: Path) -> None:
    """The log of the old file must not be taken for one of the new file."""
    for suffix in ("-wal", "-shm"):
        Path(f"{old}{suffix}").unlink(missing_ok=True)
    os.replace(fresh, old)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
