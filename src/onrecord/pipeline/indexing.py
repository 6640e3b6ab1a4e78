"""What has been added can be found at once. The index is no evidence: where it fails, adding goes
on, and the index is brought up to date when it is next asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.errors import ArchiveError
from onrecord.pipeline.opening import Session
from onrecord.search.following import Follower


@contextmanager
def indexed(session: Session) -> Iterator[Callable[[], None]]:
    """A function that puts into the index what has been committed since."""
    opened: list[Follower] = []
    failed: list[str] = []

    def follow() -> None:
        if failed:
            return
        try:
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
