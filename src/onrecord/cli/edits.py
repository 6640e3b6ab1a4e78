"""`onrecord edits`: what was changed where it stood, or taken away, and when that was seen."""

from __future__ import annotations

import argparse
import re

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.errors import ArchiveError
from onrecord.pipeline.indexing import refresh
from onrecord.store import database, edit_records, statements
from onrecord.store.edit_records import Wanted

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_LIMIT = 50


def run(options: argparse.Namespace) -> int:
    """Lists the edits that are asked for."""
    folder = chosen(options.archive)
    limit = _LIMIT if options.limit is None else options.limit or -1
    refresh(folder, output.say)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            statement = statements.find(db, options.id) if options.id else None
            if options.id and statement is None:
                raise ArchiveError(f"{options.id}: no statement of this id is in the archive")
            wanted = _wanted(options, statement[0].id if statement else None)
            total = edit_records.count(db, wanted)
            found = tuple(edit_records.edits(db, wanted, limit))
    finally:
        db.close()
    if options.json:
        for edit in found:
            output.write(edit)
        return 0
    from onrecord.cli import edits_view, terminal

    edits_view.show(found, total, terminal.console())
    return 0


def _wanted(options: argparse.Namespace, statement: str | None) -> Wanted:
    for name in ("since", "until"):
        given = getattr(options, name)
        if given and not _DAY.fullmatch(given):
            raise ArchiveError(f"--{name} {given}: give a day as 2021, 2021-06 or 2021-06-17")
    return Wanted(
        statement=statement,
        source=tuple(options.source or ()),
        country=tuple(options.country or ()),
        language=tuple(options.lang or ()),
        kind=tuple(options.kind or ()),
        weight=options.weight or "wording",
        since=options.since,
        until=options.until,
    )
