"""The grammar of the commands of the ledger: the whole, its parts, and corrections. Nothing heavy
is imported here."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

STRENGTHS = ("pledge", "agreement", "intention", "obligation", "demand")
STANCES = ("support", "oppose", "concern", "call", "neutral")
CLARITIES = ("non-reply", "ambivalent", "reply", "all")
BY = ("outlet", "asker", "topic", "outlet-topic", "official")
LAYERS = ("commitment", "event", "position", "response", "outcome", "quotation", "entity")


def register(commands: Subparsers) -> None:
    """Adds the commands to the grammar."""
    glance = _command(commands, "ledger", "the parts of the ledger at a glance, counted")
    glance.add_argument("--of", metavar="DATE", help="the day against which overdue is told")
    ledger = _command(
        commands, "commitments", "who is bound to what, by when, and what became of it"
    )
    _add(ledger, actor="who is bound: a code, an id, or a name", words="words of the sentence")
    ledger.add_argument("--beneficiary", metavar="B", help="to or for whom: a code, or a name")
    ledger.add_argument("--condition", choices=("yes", "no"), help="with a condition, or without")
    ledger.add_argument("--strength", choices=STRENGTHS, help="how strong it is")
    ledger.add_argument(
        "--status",
        choices=("open", "kept", "broken", "postponed", "superseded"),
        help="what is said to have become of it",
    )
    ledger.add_argument("--due", choices=("yes", "no"), help="with a date, or without")
    _as_of(ledger, ("open", "overdue"))
    ledger.add_argument("--sort", choices=("said", "due"), default="said", help="order (said)")
    agenda = _command(commands, "agenda", "what is to be held: when, where, with whom")
    _add(agenda, participant="who takes part: a code, an id, or a name", place="words of the place")
    agenda.add_argument("--dated", choices=("yes", "no", "all"), default="yes", help="(yes)")
    _as_of(agenda, ("past", "coming"))
    agenda.add_argument("--ical", action="store_true", help="as iCalendar on standard output")
    agenda.add_argument("--address", metavar="URL", default="", help="what links begin with")
    positions = _command(commands, "positions", "who stands where toward what, in which words")
    positions.add_argument("target", nargs="?", metavar="TARGET", help="an id, a code, or words")
    _add(positions, holder="whose: a code, an id, or a name")
    positions.add_argument("--stance", choices=STANCES, help="of this stance only")
    positions.add_argument(
        "--formulas", action="store_true", help="the words with first and last use"
    )
    positions.add_argument("--distances", action="store_true", help="how far apart states are")
    _unanswered(commands)
    events = _command(commands, "events", "who did what to whom, with all mentions of one event")
    _add(events, actor="who does it", recipient="to whom")
    events.add_argument("--type", metavar="T", help="a PLOVER type: AGREE, CONSULT, ...")
    events.add_argument("--mode", metavar="M", help="how it is done: visit, phone, arrest, ...")
    events.add_argument(
        "--modality", metavar="M", help="asserted, planned, hypothetical, negated or reported"
    )
    _corrections(commands)


def _unanswered(commands: Subparsers) -> None:
    unanswered = _command(commands, "unanswered", "which questions were not answered, and how")
    unanswered.add_argument("--clarity", choices=CLARITIES, default="non-reply", help="(non-reply)")
    _add(
        unanswered,
        evasion="the kind of evasion",
        official="words of the name of who answers",
        outlet="words of the outlet",
        asker="words of the name of who asks",
        topic="what the question names: an id, or words",
    )
    unanswered.add_argument(
        "--followed", choices=("found", "none"), help="where a later answer was promised"
    )
    unanswered.add_argument("--by", choices=BY, help="count instead of listing: by what")


def _command(commands: Subparsers, name: str, what: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    _archive(command)
    command.add_argument("--csv", action="store_true", help="a table with a head, a row an entry")
    command.add_argument("--source", metavar="S", help="an id of a source, or a code of a state")
    command.add_argument("--since", metavar="DATE", help="from this date on")
    command.add_argument("--until", metavar="DATE", help="up to this date")
    command.add_argument("--limit", type=int, metavar="N", help="so many entries")
    return command


def _archive(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--archive", metavar="DIR", help="the archive (else $ONRECORD_ARCHIVE, else ./archive)"
    )
    command.add_argument("--json", action="store_true", help="JSON Lines on standard output")


def _add(command: argparse.ArgumentParser, **options: str) -> None:
    for name, what in options.items():
        command.add_argument(f"--{name}", metavar=name[0].upper(), help=what)


def _as_of(command: argparse.ArgumentParser, states: tuple[str, ...]) -> None:
    command.add_argument("--of", metavar="DATE", help="the day against which --state is told")
    command.add_argument("--state", choices=states, help="how it stands on that day")


def _corrections(commands: Subparsers) -> None:
    what = "say of annotations that they are right or wrong, or what is right"
    command = commands.add_parser("corrections", help=what, description=what.capitalize() + ".")
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    _archive(_action(actions, "list", "all corrections, and whether each is found in the archive"))
    _archive(_action(actions, "rules", "how often each rule was found right"))
    for name, told in (
        ("accept", "it is right"),
        ("reject", "it is wrong: it is not read any more"),
        ("amend", "it is right with another value"),
        ("withdraw", "take back what was said of it last"),
    ):
        action = _action(actions, name, told)
        _archive(action)
        action.add_argument("id", metavar="ID", help="as printed: statement@1#commitment:120-180")
        _who(action)
        if name == "amend":
            action.add_argument(
                "--set", action="append", required=True, metavar="FIELD=VALUE",
                help="a field of the value, and what is right: text, or JSON",
            )  # fmt: skip
    review = _action(actions, "review", "go through annotations one by one, and judge each")
    _archive(review)
    review.add_argument("--layer", choices=LAYERS, default="commitment", help="(commitment)")
    review.add_argument("--rule", metavar="R", help="of rules that begin so")
    review.add_argument("--limit", type=int, default=50, metavar="N", help="so many (50)")
    _who(review)


def _action(actions: Subparsers, name: str, what: str) -> argparse.ArgumentParser:
    return actions.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")


def _who(action: argparse.ArgumentParser) -> None:
    action.add_argument("--by", metavar="NAME", help="who says so")
    action.add_argument("--why", metavar="TEXT", help="for which reason")
