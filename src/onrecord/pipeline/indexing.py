"""What has been added can be found at once. The index is no evidence: where it fails, adding goes
on, and the index is brought up to date when it is next asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.archive.folder import Folder
from onrecord.archive.lock import locked
from onrecord.errors import ArchiveError
from onrecord.pipeline import annotated, editing
from onrecord.pipeline.opening import Session
from onrecord.search import following
from onrecord.search.following import Follower
from onrecord.store import database


@contextmanager
def indexed(session: Session) -> Iterator[Callable[[], None]]:
    """A function that annotates what has been committed since, and puts it into the index."""
    opened: list[Follower] = []
    failed: list[str] = []

    def follow() -> None:
        if failed:
            return
        try:
            _derive(session.db)
            if not opened:
                opened.append(Follower(session.folder.search, session.db))
            opened[0].follow()
        except (ArchiveError, OSError, ValueError) as error:  # the last is what tantivy raises
            failed.append(str(error))
            session.say(f"{session.folder.search}: what is added cannot be found yet: {error}")

    try:
        yield follow
    finally:
        for follower in opened:
            follower.close()


def refresh(folder: Folder, say: Callable[[str], None]) -> None:
    """Annotates what has not been, finds edits, and brings the index up to date, if we may."""
    following.refresh(folder, say, _derive, _behind)


def _derive(db: sqlite3.Connection) -> None:
    annotated.follow(db)
    editing.follow(db)


def _behind(db: sqlite3.Connection) -> int:
    return max(annotated.behind(db), editing.behind(db))


def refresh_meaning(
    folder: Folder,
    say: Callable[[str], None],
    encoder: str | None = None,
    processes: int = 1,
    wait: float = 0.0,
) -> int:
    """Gives vectors to what has none, if we may write; gives the number of versions. What is done
    is kept, whatever ends it."""
    from onrecord.search import embeddings  # noqa: PLC0415  (numpy: only who asks by meaning pays)

    db = database.readable(folder.records)
    try:
        missing = embeddings.behind(folder, db)
        if not missing and encoder in (None, embeddings.made_by(folder)):
            return 0
        with locked(folder.lock, wait):
            return embeddings.follow(folder, db, encoder, processes, _told(say))
    except ArchiveError as error:
        say(f"{missing:,} versions cannot be found by meaning yet: {error}")
        return 0
    finally:
        db.close()


def _told(say: Callable[[str], None]) -> Callable[[int, int], None]:
    return lambda done, of: say(f"meaning: {done:,} of {of:,} versions") if of > done else None
