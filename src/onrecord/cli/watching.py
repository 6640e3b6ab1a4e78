"""The grammar of `onrecord watch`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_DESCRIPTION = (
    "Asks the listings of sources, keeps what is new, and visits again what was kept, so that edits"
    " and removals are seen. Runs until it is ended (Ctrl-C, SIGTERM), and goes on where it was."
)


def register(commands: Subparsers) -> None:
    """Adds the command to the grammar."""
    watch = commands.add_parser(
        "watch", help="watch sources: new statements, edits, removals", description=_DESCRIPTION
    )
    watch.add_argument(
        "--archive", metavar="DIR", help="the archive (else $ONRECORD_ARCHIVE, else ./archive)"
    )
    watch.add_argument(
        "--source",
        action="append",
        metavar="ID",
        help="only this source; may be given again (else all that have listings)",
    )
    how = watch.add_mutually_exclusive_group()
    how.add_argument(
        "--once", action="store_true", help="do what is due, then end: for cron and systemd timers"
    )
    how.add_argument(
        "--for", dest="span", metavar="SPAN", help="end after this time, such as 90min, 12h or 7d"
    )
    how.add_argument(
        "--status", action="store_true", help="tell how the sources are; watch nothing"
    )
    watch.add_argument(
        "--days", type=int, default=14, metavar="N", help="days that --status tells of (14)"
    )
    watch.add_argument(
        "--parallel", type=int, default=16, metavar="N", help="hosts asked at once, at most (16)"
    )
    watch.add_argument(
        "--allow",
        action="append",
        metavar="HOST",
        help="a host or network of your own that may be asked; may be given again",
    )
    watch.add_argument("--contact", metavar="C", help="whom a server may turn to about us")
    watch.add_argument("--json", action="store_true", help="JSON Lines on standard output")
