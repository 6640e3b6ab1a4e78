"""`onrecord sides`: two accounts of one meeting beside each other: what both say, and what one
alone says."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.output import safe
from onrecord.compare.shared import Act, Named, Number
from onrecord.compare.topics import Passage
from onrecord.errors import ArchiveError
from onrecord.pipeline import meetings
from onrecord.pipeline.meetings import Sides
from onrecord.store import database


def run(options: argparse.Namespace) -> int:
    """Puts two statements of the archive beside each other."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            known = [meetings.of_statement(db, name) for name in (options.a, options.b)]
    finally:
        db.close()
    one, two = known
    if one is None or two is None:
        name = options.b if two is None else options.a
        raise ArchiveError(f"{name}: no such statement: see the ids with `onrecord meetings`")
    found = meetings.sides(one, two)
    if options.json:
        output.write(found)
    else:
        from onrecord.cli import terminal  # a view pays for its console

        _show(found, terminal.console())
    for issue in found.issues:
        output.say(f"{issue.message} [{issue.stage}]")
    return 0


def _show(found: Sides, out: Console) -> None:
    for mark, account in (("A", found.a), ("B", found.b)):
        out.print(Text(safe(f"{mark}  {account.title or account.statement}"), style="bold"))
    paired = f"paired: {found.meeting.strength}" if found.meeting else "not paired by their facts"
    out.print(Text(paired, style="dim"))
    both = [topic for topic in found.topics if topic.a and topic.b]
    _head("Both say", len(both), out)
    for topic in both:
        _passages("A", topic.a, out)
        _passages("B", topic.b, out)
        out.print()
    for mark, only in (
        ("A", [topic.a for topic in found.topics if not topic.b]),
        ("B", [topic.b for topic in found.topics if not topic.a]),
    ):
        _head(f"Only {mark} says", len(only), out)
        for passages in only:
            _passages(mark, passages, out)
    for mark, acts in (("A", found.acts_a), ("B", found.acts_b)):
        _head(f"Commitments and positions of {mark}", len(acts), out)
        for act in acts:
            _act(act, out)
    _listed("Figures", found.numbers, out)
    _listed("Named", found.named, out)


def _head(title: str, number: int, out: Console) -> None:
    out.print(Text(f"\n{title} ({number:,})", style="bold"))


def _passages(mark: str, said: Sequence[Passage], out: Console) -> None:
    for passage in said:
        line = Text(f"{mark}  ", style="dim") + Text(safe(" ".join(passage.quote.split())))
        out.print(Padding(line, (0, 0, 0, 2)))


def _act(act: Act, out: Console) -> None:
    head = safe(f"{act.holder or 'holder not stated'} \u00b7 {act.type}")
    line = Text(f"{head}: ", style="cyan") + Text(safe(" ".join(act.said.quote.split())))
    out.print(Padding(line, (0, 0, 0, 2)))


def _listed(title: str, found: Sequence[Named] | Sequence[Number], out: Console) -> None:
    for name, kept in (
        (f"{title} by both", [f for f in found if f.a and f.b]),
        (f"{title} by A alone", [f for f in found if not f.b]),
        (f"{title} by B alone", [f for f in found if not f.a]),
    ):
        said = ", ".join((f.a or f.b).quote for f in kept if f.a or f.b)  # type: ignore[union-attr]
        out.print(Text(safe(f"{name}: {said or 'none'}")))
