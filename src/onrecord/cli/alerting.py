"""The grammar of `onrecord alerts`: what may be asked. Nothing heavy is imported here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from onrecord.cli.asking import FILTERS, MODES

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

KINDS = ("new", "edited", "withdrawn", "removed")
CADENCES = ("immediate", "daily", "weekly")
_DESCRIPTION = "Saves searches, and tells what they find from then on."


def register(commands: Subparsers) -> None:
    """Adds the command to the grammar."""
    alerts = commands.add_parser(
        "alerts", help="save searches, and be told what they find", description=_DESCRIPTION
    )
    actions = alerts.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = _action(actions, "list", "list the saved searches, or the alerts of one")
    listed.add_argument("search", nargs="?", metavar="SEARCH", help="the id of a saved search")
    listed.add_argument("--secrets", action="store_true", help="also what webhooks are signed with")
    _save(actions)
    remove = _action(actions, "remove", "take saved searches away, with their alerts")
    remove.add_argument("searches", nargs="+", metavar="SEARCH", help="the id of a saved search")
    match = _action(actions, "match", "match what has come since this was last done")
    match.add_argument("--again", metavar="SEARCH", help="all that there is, against this search")
    _settings(match)
    deliver = _action(actions, "deliver", "send what is due")
    _settings(deliver)
    _action(actions, "dead-letters", "list what could not be delivered, and why")
    resend = _action(actions, "resend", "send again what could not be delivered")
    resend.add_argument("alerts", nargs="*", metavar="ALERT", help="the id of an alert")
    resend.add_argument("--all", action="store_true", help="all of them")
    resend.add_argument(
        "--delivered", action="store_true", help="also what has been delivered already"
    )


def _save(actions: Subparsers) -> None:
    save = _action(actions, "save", "save a search, and say where its alerts go")
    save.add_argument("query", nargs="?", default="", metavar="QUERY", help="as in search")
    save.add_argument("--name", help="what to call it (the query)")
    save.add_argument(
        "--mode", choices=MODES, default="words", help="by words, by meaning, or both"
    )
    save.add_argument("--like", metavar="TURN", help="what is like this turn in meaning")
    for name, what in FILTERS.items():
        save.add_argument(f"--{name}", action="append", metavar=name[0].upper(), help=what)
    save.add_argument("--since", metavar="DATE", help="not before: 2019, 2019-10 or 2019-10-09")
    save.add_argument("--until", metavar="DATE", help="not after")
    save.add_argument("--webhook", action="append", metavar="URL", type=_url, help="send it there")
    save.add_argument("--email", action="append", metavar="ADDRESS", type=_mail, help="mail it")
    save.add_argument("--desktop", action="store_true", help="a line of `onrecord alerts deliver`")
    save.add_argument(
        "--every", choices=CADENCES, default="immediate", help="how often e-mail is sent"
    )
    save.add_argument(
        "--only", action="append", choices=KINDS, help="only such alerts; may be given again"
    )


def _action(actions: Subparsers, name: str, what: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    action.add_argument(
        "--archive", metavar="DIR", help="the archive (else $ONRECORD_ARCHIVE, else ./archive)"
    )
    action.add_argument("--json", action="store_true", help="JSON Lines on standard output")
    return action


def _settings(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "--settings", metavar="FILE", help="how alerts are sent (else $ONRECORD_ALERTS)"
    )


def _url(text: str) -> str:
    """
    >>> _url("https://example.org/hook")
    'https://example.org/hook'
    """
    if not text.startswith(("http://", "https://")) or any(c.isspace() for c in text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address (https://...)")
    return text


def _mail(text: str) -> str:
    """
    >>> _mail("desk@example.org")
    'desk@example.org'
    """
    name, _, host = text.rpartition("@")
    if not name or not host or not text.isprintable() or set(text) & set(' ,;<>"()'):
        raise argparse.ArgumentTypeError(f"{text!r} is no address such as desk@example.org")
    return text
