"""`onrecord meetings`: of which meetings two issuers tell, and why their statements were paired."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.text import Text

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.output import safe
from onrecord.cli.words import counted
from onrecord.compare import pairing
from onrecord.compare.pairing import Meeting
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.meetings import meetings
from onrecord.store import database


def run(options: argparse.Namespace) -> int:
    """Lists the meetings, the newest first."""
    folder = chosen(options.archive)
    refresh(folder, output.say)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            every = meetings(db, one_issuer=options.one_issuer)
    finally:
        db.close()
    person, country = options.person or "", (options.country or "").upper()
    found = pairing.chosen(every, person, country, options.since or "", options.until or "")
    if options.json:
        for meeting in found[: options.limit]:
            output.write(meeting)
        return 0
    from onrecord.cli import terminal  # a view pays for its console

    out = terminal.console()
    out.print(Text(f"{counted(len(found), 'meeting')} of which two issuers tell", style="bold"))
    for meeting in found[: options.limit]:
        _show(meeting, out)
    return 0


def _show(meeting: Meeting, out: Console) -> None:
    out.print()
    out.print(Text(f"{meeting.day}  {meeting.strength}", style="bold"))
    for mark, account in (("A", meeting.a), ("B", meeting.b)):
        who = account.issuer or account.country or account.body
        out.print(Text(safe(f"  {mark}  {account.title or account.statement}")))
        out.print(Text(safe(f"     {who} \u00b7 {account.statement}"), style="dim"))
    for reason in meeting.reasons:
        told = f"{reason.a.quote or reason.a.value} / {reason.b.quote or reason.b.value}"
        out.print(Text(safe(f"     {reason.what}: {' '.join(told.split())}"), style="cyan"))
