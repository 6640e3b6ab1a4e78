"""The grammar of `onrecord sources`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

_WHAT = "list, show, test, propose and import sources: where statements are published"


def register(commands: Subparsers) -> None:
    """Adds the command to the grammar."""
    command = commands.add_parser("sources", help=_WHAT, description=_WHAT.capitalize() + ".")
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    _action(actions, "list", "all sources, your own first")
    show = _action(actions, "show", "a source's file, and where it stands")
    show.add_argument("id", metavar="ID", help="of a source")
    test = _action(actions, "test", "fetch a listing and a page, and show what would be read")
    test.add_argument("id", metavar="ID", help="of a source")
    test.add_argument(
        "--url", dest="page", metavar="URL", help="read this page instead of the first listed"
    )
    new = _action(actions, "new", "propose a source for an address, to be edited by a person")
    new.add_argument("address", metavar="URL", help="of a page that lists statements, or of a feed")
    new.add_argument("--save", action="store_true", help="write it among the archive's own sources")
    bring = _action(actions, "import", "take over the recipes of DiplomaticPulse (urlconfig.json)")
    bring.add_argument("file", metavar="FILE", help="with recipes, as JSON")
    bring.add_argument("--to", metavar="DIR", help="where to write (the archive's own sources)")
    bring.add_argument(
        "--dry-run", action="store_true", help="only tell what would be taken and what not"
    )
    for asks in (test, new):
        asks.add_argument(
            "--allow",
            action="append",
            metavar="HOST",
            help="a host or network of your own that may be asked; may be given again",
        )
        asks.add_argument("--contact", metavar="C", help="whom a server may turn to about us")


def _action(actions: Subparsers, name: str, what: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    action.add_argument(
        "--archive", metavar="DIR", help="the archive (else $ONRECORD_ARCHIVE, else ./archive)"
    )
    action.add_argument("--json", action="store_true", help="JSON Lines on standard output")
    return action
