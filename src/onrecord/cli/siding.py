"""The grammar of the commands that put accounts beside each other."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
    Command = Callable[[Subparsers, str, str], argparse.ArgumentParser]


def register(commands: Subparsers, command: Command) -> None:
    """Adds the commands to the grammar."""
    meetings = command(commands, "meetings", "list meetings of which two issuers tell")
    meetings.add_argument("--person", metavar="NAME", help="in which this person takes part")
    meetings.add_argument("--country", metavar="C", help="of an issuer of this country (RU)")
    meetings.add_argument("--since", metavar="DATE", help="from this day, month or year on")
    meetings.add_argument("--until", metavar="DATE", help="up to this day, month or year")
    meetings.add_argument(
        "--one-issuer", action="store_true", help="also two accounts of the same issuer"
    )
    meetings.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many (50)")
    sides = command(commands, "sides", "put two accounts of one meeting beside each other")
    sides.add_argument("a", metavar="A", help="the id of a statement of the archive")
    sides.add_argument("b", metavar="B", help="the id of another")
