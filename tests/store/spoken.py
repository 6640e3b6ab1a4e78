"""An archive of invented statements with annotations, for tests of what is said of a thing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.pipeline import annotated
from onrecord.pipeline.opening import writing
from onrecord.store import database
from tests.archives import added, page, written

FIRST = (
    "Minister Anna Lindqvist: We met the delegation of Kazakhstan on 3 May 2024. Turkey and NATO"
    " were spoken of.",
    "Question: What does Turkey want?",
    "Minister Anna Lindqvist: Turkey and NATO will speak for themselves on 12 June 2024.",
)
SECOND = ("Turkey signed a treaty with Kazakhstan on 1 March 2023.",)


def archive(root: Path) -> Folder:
    """Two statements, of May and of April 2024, and their annotations."""
    pages = written(
        root / "pages",
        a=page("Talks with Turkey", FIRST),
        b=page("A treaty", SECOND, published="2024-04-01T10:00:00Z"),
    )
    added(root / "archive", *pages)
    folder = Folder(root / "archive")
    with writing(folder) as session:
        annotated.follow(session.db)
    return folder


@contextmanager
def spoken(root: Path) -> Iterator[sqlite3.Connection]:
    """A connection to read that archive."""
    db = database.readable(archive(root).records)
    try:
        yield db
    finally:
        db.close()
