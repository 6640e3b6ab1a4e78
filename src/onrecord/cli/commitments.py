"""`onrecord commitments`: who is bound to what, by when, and what became of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.cli import ledger_view, output
from onrecord.ledger import commitments as ledger
from onrecord.ledger.commitments import Commitment


def run(options: argparse.Namespace) -> int:
    """Lists commitments."""
    if options.state and not options.of:
        output.say("--state needs --of: the day against which it is told")
        return 2
    wanted = ledger.Wanted(
        actor=options.actor, beneficiary=options.beneficiary, condition=options.condition,
        strength=options.strength, status=options.status,
        source=options.source, since=ledger_view.date(options.since),
        until=ledger_view.date(options.until), due=options.due, state=options.state,
        of=ledger_view.date(options.of), words=options.words,
    )  # fmt: skip
    found = ledger.commitments(ledger_view.loaded(options, ledger.LAYERS, named=True))
    chosen = ledger.ordered(ledger.chosen(found, wanted), options.sort)
    return ledger_view.put(options, chosen, lambda one: lines(one, options.of))


def lines(one: Commitment, of: str | None) -> Iterator[str]:
    """An entry for people."""
    due = f", due {one.due}" if one.due else ""
    whom = f" [for {ledger_view.who(one.beneficiaries)}]" if one.beneficiaries else ""
    state = f", {stands}" if (stands := ledger.state(one, of)) else ""
    what = f"{ledger_view.who(one.actors)}: {one.action}{whom}{due}"
    yield f"{one.strength}  {what} [{one.status}{state}]"
    if one.condition:
        yield f"      condition: \u201c{' '.join(one.condition.split())}\u201d"
    yield from ledger_view.passage(one.said)
    for again in one.again:
        yield from ledger_view.passage(again)
    yield from ledger_view.became(one.evidence)
