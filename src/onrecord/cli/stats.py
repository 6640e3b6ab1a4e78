"""`onrecord stats`: how much there is in the archive."""

from __future__ import annotations

import argparse

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.store import database
from onrecord.store.issues import counts, totals

_BY = ("language", "kind", "country", "source")
_MOST = 8


def run(options: argparse.Namespace) -> int:
    """Tells how much there is of each kind of record, and how many statements of each value."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            all_of = totals(db)
            by = {field: counts(db, field) for field in _BY}
    finally:
        db.close()
    if options.json:
        output.write({**all_of, "by": by})
        return 0
    for name, number in all_of.items():
        print(f"{number:>12,}  {name}")
    for field, found in by.items():
        shown = [
            f"{output.safe(name) or 'unknown'} {n:,}" for name, n in list(found.items())[:_MOST]
        ]
        more = len(found) - len(shown)
        print(f"{field:>12}  {', '.join(shown)}" + (f" and {more} more" if more > 0 else ""))
    return 0
