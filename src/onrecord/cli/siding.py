"""The grammar of the commands that put accounts beside each other."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]
    Command = Callable[[Subparsers, str, str], argparse.ArgumentParser]

_WHY = ("stance", "negation", "number", "weaker", "stronger")


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
    _contradictions(command(commands, "contradictions", "list quotes that say different things"))


def _contradictions(found: argparse.ArgumentParser) -> None:
    found.add_argument(
        "target", nargs="?", metavar="TARGET", help="about what: a name, an id, or words (all)"
    )
    found.add_argument("--holder", metavar="H", help="of a government (US), or a person")
    found.add_argument("--speaker", metavar="NAME", help="with words of this speaker")
    found.add_argument("--why", choices=_WHY, help="with this difference")
    found.add_argument("--since", metavar="DATE", help="from this day, month or year on")
    found.add_argument("--until", metavar="DATE", help="up to this day, month or year")
    found.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many (50)")
