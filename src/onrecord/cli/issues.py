"""`onrecord issues`: what could not be read, or is doubtful, and why."""

from __future__ import annotations

import argparse

from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.pipeline.watched import troubles
from onrecord.pipeline.watching_health import STAGE
from onrecord.store import database
from onrecord.store.issues import listed


def run(options: argparse.Namespace) -> int:
    """Lists the issues of the archive."""
    folder = chosen(options.archive)
    _of_sources(folder, options)
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


def _of_sources(folder: Folder, options: argparse.Namespace) -> None:
    """What is wrong with sources that are watched."""
    for issue in troubles(folder) if options.stage in (None, STAGE) else ():
        if issue.severity == "warning" and options.severity == "error":
            continue
        if options.json:
            output.write(issue)
        else:
            print(output.safe(f"{issue.severity}  {issue.subject}  {issue.message} [{STAGE}]"))
