"""`onrecord events`: who did what to whom, with all mentions of one event as one entry."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.cli import ledger_view
from onrecord.ledger import events as ledger
from onrecord.ledger.events import Event


def run(options: argparse.Namespace) -> int:
    """Lists events."""
    wanted = ledger.Wanted(
        type=options.type.upper() if options.type else None, modality=options.modality,
        mode=options.mode.lower() if options.mode else None,
        actor=options.actor, recipient=options.recipient, source=options.source,
        since=ledger_view.date(options.since), until=ledger_view.date(options.until),
    )  # fmt: skip
    found = ledger.events(ledger_view.loaded(options, ledger.LAYERS))
    return ledger_view.put(options, ledger.chosen(found, wanted), lines)


def lines(one: Event) -> Iterator[str]:
    """An event for people."""
    when = f"  {one.date}" if one.date else ""
    sides = f"{ledger_view.who(one.actors)} -> {ledger_view.who(one.recipients)}"
    how = f" ({one.mode})" if one.mode else ""
    yield f"{one.type}{how}  {sides}{when} [{one.modality}]"
    yield from ledger_view.passage(one.said)
    for again in one.again:
        yield from ledger_view.passage(again)
