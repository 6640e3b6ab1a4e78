"""`onrecord issues`: what could not be read, or is doubtful, and why."""

from __future__ import annotations

import argparse

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.store import database
from onrecord.store.issues import listed


def run(options: argparse.Namespace) -> int:
    """Lists the issues of the archive."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            for issue in listed(db, options.severity, options.stage):
                if options.json:
                    output.write(issue)
                else:
                    subject = f"{issue.subject}: " if issue.subject else ""
                    where = issue.version or issue.uri
                    line = f"{issue.severity}  {where}  {subject}{issue.message} [{issue.stage}]"
                    print(output.safe(line))
    finally:
        db.close()
    return 0
