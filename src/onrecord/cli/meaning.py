"""`onrecord meaning`: gives vectors to all that has been added, so that it is found by meaning."""

from __future__ import annotations

import argparse
import time

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.pipeline.indexing import refresh_meaning


def run(options: argparse.Namespace) -> int:
    """Makes the vectors that are missing; all, if another encoder is named."""
    started = time.monotonic()
    done = refresh_meaning(
        chosen(options.archive), output.say, options.encoder, options.processes, options.wait
    )
    took = time.monotonic() - started
    if options.json:
        output.write({"versions": done, "seconds": round(took, 1)})
    else:
        print(f"{counted(done, 'version')} given vectors in {took:.1f} s")
    return 0
