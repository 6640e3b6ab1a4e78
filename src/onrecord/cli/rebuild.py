"""`onrecord rebuild`: makes all records anew from the captures."""

from __future__ import annotations

import argparse

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.pipeline.indexing import refresh
from onrecord.pipeline.rebuilding import rebuild


def run(options: argparse.Namespace) -> int:
    """Rebuilds the records of the archive, and all that is made of them."""
    folder = chosen(options.archive)
    made = rebuild(folder, options.wait, output.say)
    refresh(folder, output.say)
    if options.json:
        output.write(made)
        return 0
    print(f"{counted(made.statements, 'statement')}, {counted(made.versions, 'version')}")
    print(f"from {counted(made.captures, 'capture')}; {counted(made.moved, 'id')} moved")
    print(f"all records: {made.digest}")
    return 0
