"""`onrecord contradictions`: two quotes of one holder that say different things of one thing."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.output import safe
from onrecord.cli.words import counted
from onrecord.compare.claim import Said
from onrecord.compare.contradictions import Pair
from onrecord.pipeline import contradicting
from onrecord.pipeline.indexing import refresh
from onrecord.store import database

_TOLD = {
    "stance": "the stance on it went from {a} to {b}",
    "negation": "one says no where the other does not",
    "number": "the number differs: {a} / {b}",
    "weaker": "the words became weaker: {a} / {b}",
    "stronger": "the words became stronger: {a} / {b}",
}


def run(options: argparse.Namespace) -> int:
    """Lists the pairs, those most worth seeing first."""
    folder = chosen(options.archive)
    refresh(folder, output.say)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            found = contradicting.found(db, options.target, options.since, options.until)
    finally:
        db.close()
    pairs = contradicting.chosen(
        found.pairs, options.holder or "", options.speaker or "", options.why or ""
    )
    for issue in found.issues:
        output.say(f"{issue.message} [{issue.stage}]")
    if options.json:
        for pair in pairs[: options.limit]:
            output.write(pair)
        return 0
    from onrecord.cli import terminal  # a view pays for its console

    out = terminal.console()
    taken = f" about {', '.join(found.entities)}" if found.entities else ""
    head = f"{counted(len(pairs), 'pair')} in {counted(found.claims, 'claim')}{taken}"
    out.print(Text(safe(head), style="bold"))
    for pair in pairs[: options.limit]:
        _show(pair, out)
    return 0


def _show(pair: Pair, out: Console) -> None:
    out.print()
    told = _TOLD[pair.why.what].format(a=pair.why.a, b=pair.why.b)
    out.print(Text(safe(f"{pair.a.holder}: {told}"), style="bold"))
    for said in (pair.a, pair.b):
        _quote(said, out)


def _quote(said: Said, out: Console) -> None:
    who = said.speaker or "speaker not stated"
    out.print(Padding(Text(safe(f"{said.day}  {who}"), style="cyan"), (0, 0, 0, 2)))
    out.print(Padding(Text(safe(" ".join(said.quote.split()))), (0, 0, 0, 4)))
    place = f"{said.statement}@{said.version}" + (f"#t{said.turn}" if said.turn is not None else "")
    out.print(Padding(Text(safe(place), style="dim"), (0, 0, 0, 4)))
