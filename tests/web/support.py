"""Archives for the tests of pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from onrecord.archive.folder import Folder
from onrecord.pipeline import editing
from onrecord.pipeline.adding import add
from onrecord.pipeline.indexing import refresh, refresh_meaning
from onrecord.pipeline.offering import offers
from onrecord.pipeline.opening import writing
from onrecord.records import Asked
from tests.support import REPOSITORY

GENEVA = "mfa-valdoria-example/2023-09-12/" + (
    "joint-news-conference-by-foreign-minister-tomas-halvarik-and"
)
PACT = "environment-kestria-example/2025-03-11/government-adopts-national-water-pact"
ARABIC = "local/2024-04-18/sahlan-news-conference"


def made(root: Path, sources: Iterable[Path]) -> Folder:
    """An archive with what is in these files, annotated and ready to be searched."""
    folder = Folder(root)
    with writing(folder) as session:
        for _ in add(session, offers([str(REPOSITORY / each) for each in sources], Asked())):
            pass
        editing.follow(session.db)
    refresh(folder, lambda said: None)
    refresh_meaning(folder, lambda said: None)
    return folder
