"""The command line: what may be typed, and which module does it.

It knows no stage and no format. A command's module is imported when the command is called, so that
`onrecord --help` costs nothing but the standard library's argument parser.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence

from onrecord import __version__
from onrecord.cli import keeping
from onrecord.cli.memory import sweep_seldom

_DESCRIPTION = "Reads what governments say: statements to turns, questions and answers."
_EPILOG = """\
examples:
  onrecord read statement.html              read a page in the terminal
  onrecord read pages/ --json > out.jsonl   a directory to records, one a line
  onrecord check statement.html             why is this date, turn or role here?

exit status: 0 all done; 1 some inputs failed (named on standard error); 2 wrong usage
"""
_SOURCE = "a file, a directory, an address (https://...), or - for standard input"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives the exit status."""
    grammar = parser()
    options = grammar.parse_args(arguments)
    if getattr(options, "url", None) is not None and len(options.inputs) > 1:
        grammar.error("--url is the address of one page: give one SOURCE with it")
    sweep_seldom()
    try:
        return _command(options)
    except BrokenPipeError:
        _silence()
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        print("onrecord: stopped", file=sys.stderr)
        return 128 + signal.SIGINT


def _command(options: argparse.Namespace) -> int:
    if options.command in keeping.COMMANDS:
        return keeping.run(options)
    if options.command == "check":
        from onrecord.cli import check

        return check.run(options)
    if options.command == "annotate":
        from onrecord.cli import annotate

        return annotate.run(options)
    from onrecord.cli import read

    return read.run(options)


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="onrecord",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    read = commands.add_parser(
        "read",
        help="read statements to records, in the terminal or as JSON Lines",
        description="Reads statements without storing anything; one record a statement.",
    )
    _add_inputs(read)
    read.add_argument(
        "--furniture",
        action="store_true",
        help="also tell which visible text of the page was left out, and why",
    )
    check = commands.add_parser(
        "check",
        help="tell why each date, turn and role is what it is",
        description="Tells for each field and turn its value, the rule, and the words it rests on.",
    )
    _add_inputs(check)
    _add_annotate(commands)
    keeping.register(commands, _add_inputs)
    return top


def _add_annotate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    annotate = commands.add_parser(
        "annotate",
        help="find sentences and times in documents",
        description="Reads documents as JSON Lines on standard input: id, text, language, date.",
    )
    annotate.add_argument("--layers", metavar="A,B", help="only these layers")
    annotate.add_argument("--json", action="store_true", help="JSON Lines on standard output")
    annotate.add_argument(
        "--explain", action="store_true", help="also how each rule read what it found"
    )
    annotate.add_argument(
        "--models",
        action="store_true",
        help="models see names too (but for German: extra `models`)",
    )


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("inputs", nargs="+", metavar="SOURCE", help=_SOURCE)
    command.add_argument("--json", action="store_true", help="JSON Lines on standard output")
    command.add_argument(
        "--lang", metavar="L", type=_language, help="language of the text (BCP 47), if known"
    )
    command.add_argument("--url", metavar="URL", help="where the page was published")
    command.add_argument(
        "--media-type", metavar="T", type=_media_type, help="for example text/html, if known"
    )
    command.add_argument(
        "--no-sources",
        action="store_true",
        help="do without what is known of particular publishers: the general reader alone",
    )


def _language(tag: str) -> str:
    """
    >>> _language("pt-BR")
    'pt-BR'
    """
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise argparse.ArgumentTypeError(f"{tag!r} is no language tag such as en, ru or pt-BR")
    return tag


def _media_type(name: str) -> str:
    """
    >>> _media_type("text/html")
    'text/html'
    """
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+(\s*;.*)?", name):
        raise argparse.ArgumentTypeError(f"{name!r} is no media type such as text/html")
    return name


def _silence() -> None:
    """The reader of our output has gone: nothing may be written at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
