"""The commands that keep: their grammar, and which module does each. Nothing heavy is imported
until one is called, and what is wrong with an archive, or with data, is told in one line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.cli import alerting, asking, ledgering, output, siding, sourcing, watching
from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

COMMANDS = (
    "add",
    "search",
    "meaning",
    "show",
    "dossier",
    "compare",
    "edits",
    "meetings",
    "sides",
    "ledger",
    "commitments",
    "agenda",
    "positions",
    "unanswered",
    "events",
    "corrections",
    "contradictions",
    "rebuild",
    "verify",
    "issues",
    "stats",
    "serve",
    "demo",
    "alerts",
    "sources",
    "watch",
)
_SEVERITIES = ("info", "warning", "error")
_WEIGHTS = ("typography", "wording", "fact", "substance")


def run(options: argparse.Namespace) -> int:
    """Runs a command of this kind."""
    module = import_module(f"onrecord.cli.{options.command}")
    from onrecord.archive.folder import chosen
    from onrecord.sources import loader

    try:
        with loader.beside(chosen(getattr(options, "archive", None)).root):
            status: int = module.run(options)
    except OnrecordError as error:
        output.say(str(error))
        return 1
    return status


def register(commands: Subparsers, add_inputs: Callable[[argparse.ArgumentParser], None]) -> None:
    """Adds the commands to the grammar."""
    _add(commands, add_inputs)
    search = _command(commands, "search", "find who said what: turns, by their words")
    asking.add_options(search)
    _meaning(commands)
    show = _command(commands, "show", "show what is kept of a statement, a version or a turn")
    show.add_argument(
        "id", metavar="ID", help="of a statement, a version (...@2) or a turn (...#t3)"
    )
    _dossier(commands)
    _compare(commands)
    edits = _command(commands, "edits", "list what was changed or taken away without a word")
    asking.add_edit_options(edits)
    siding.register(commands, _command)
    ledgering.register(commands)
    rebuild = _command(commands, "rebuild", "make all records anew from the captures")
    _writes(rebuild)
    _command(commands, "verify", "re-read every capture, and check every digest and span")
    issues = _command(commands, "issues", "list what could not be read, or is doubtful, and why")
    issues.add_argument(
        "--severity", choices=_SEVERITIES, default="warning", help="from which severity on"
    )
    issues.add_argument("--stage", help="of one stage only")
    _command(commands, "stats", "tell how much there is")
    alerting.register(commands)
    sourcing.register(commands)
    watching.register(commands)
    _serve(commands)


def add_archive(command: argparse.ArgumentParser) -> None:
    """The option that says which archive; for every command that has one."""
    command.add_argument(
        "--archive", metavar="DIR", help="the archive (else $ONRECORD_ARCHIVE, else ./archive)"
    )


def _add(commands: Subparsers, add_inputs: Callable[[argparse.ArgumentParser], None]) -> None:
    add = commands.add_parser(
        "add",
        help="keep statements: store the captures, and what they say",
        description="Stores what `read` reads, and the captures themselves. What is there already "
        "is not added again; a changed page is a new version of its statement.",
    )
    add_inputs(add)
    add_archive(add)
    _writes(add)
    add.add_argument(
        "--format",
        choices=("auto", "jsonl"),
        default="auto",
        help="jsonl: each line is a document with id, text and what is known of it",
    )


def _meaning(commands: Subparsers) -> None:
    meaning = _command(commands, "meaning", "make what is needed to search by meaning")
    meaning.add_argument("--encoder", choices=("use", "e5"), help="another encoder: all anew")
    meaning.add_argument("--processes", type=int, default=1, metavar="N", help="so many (1)")
    _writes(meaning)


def _dossier(commands: Subparsers) -> None:
    dossier = _command(commands, "dossier", "who speaks of a thing, when, and in which words")
    dossier.add_argument("name", metavar="NAME", help="in any language or script, or an id")
    dossier.add_argument(
        "--timeline", action="store_true", help="the dated sentences that name it, instead"
    )
    dossier.add_argument("--limit", type=int, default=20, metavar="N", help="so many turns (20)")


def _compare(commands: Subparsers) -> None:
    compare = _command(commands, "compare", "put two texts side by side, and tell what differs")
    compare.add_argument("a", metavar="A", help="a file, an address, or an id of the archive")
    compare.add_argument(
        "b", metavar="B", help="the same; or a language (fr) or version (@1) of A's statement"
    )
    compare.add_argument("--html", metavar="FILE", help="write a report: one file, no network")
    compare.add_argument(
        "--weight", choices=_WEIGHTS, default="wording", help="from which weight on (wording)"
    )
    compare.add_argument("--lang", metavar="L", help="language of both files (BCP 47), if known")
    compare.add_argument(
        "--no-sources", action="store_true", help="do without what is known of publishers"
    )


def _serve(commands: Subparsers) -> None:
    serve = commands.add_parser(
        "serve",
        help="serve the archive as pages and an API, to be read in a browser",
        description="Serves the archive as pages and an API. Nothing of it can be changed there.",
    )
    add_archive(serve)
    add_listening(serve)
    demo = commands.add_parser(
        "demo",
        help="make an archive of the samples, serve it, and say what to try",
        description="Makes an archive of the samples, serves it, and says what to try.",
    )
    add_archive(demo)
    demo.add_argument(
        "samples", nargs="?", default="samples", metavar="SOURCE", help="what to add (samples)"
    )
    add_listening(demo)


def add_listening(command: argparse.ArgumentParser) -> None:
    """The options that say where pages are served from."""
    command.add_argument("--host", default="127.0.0.1", help="where to serve from (127.0.0.1)")
    command.add_argument("--port", type=int, default=8040, help="0: any that is free (8040)")
    command.add_argument(
        "--host-name",
        action="append",
        metavar="NAME",
        help="a name that the server answers to besides; may be given again",
    )
    command.add_argument(
        "--address",
        metavar="URL",
        help="what links in citations and feeds begin with, where it is not what was asked for",
    )
    command.add_argument(
        "--saving",
        action=argparse.BooleanOptionalAction,
        help="let visitors save searches (only where this machine alone is served)",
    )
    command.add_argument(
        "--correcting",
        action=argparse.BooleanOptionalAction,
        help="let visitors mark annotations right or wrong (only where this machine is served)",
    )


def _command(commands: Subparsers, name: str, what: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    add_archive(command)
    command.add_argument("--json", action="store_true", help="JSON Lines on standard output")
    return command


def _writes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--wait",
        metavar="SECONDS",
        type=float,
        default=30.0,
        help="how long to wait for another process that writes (30)",
    )
