"""`onrecord verify`: is everything in the archive still what it was?"""

from __future__ import annotations

import argparse

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.pipeline.verifying import Verified, verify


def run(options: argparse.Namespace) -> int:
    """Checks the archive; exit status 1 if anything does not hold."""
    problems = 0
    for found in verify(chosen(options.archive)):
        if options.json:
            output.write(found)
        if isinstance(found, Verified):
            problems = found.problems
            if not options.json:
                _sum_up(found)
        elif not options.json:
            output.say(f"{found.severity}: {found.subject}: {found.message}")
    return 1 if problems else 0


def _sum_up(found: Verified) -> None:
    looked = f"{counted(found.captures, 'capture')}, {counted(found.versions, 'version')}"
    held = counted(found.problems, "problem") if found.problems else "all hold"
    print(f"{looked}, {counted(found.spans, 'span')}: {held}")
