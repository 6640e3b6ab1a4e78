"""`onrecord unanswered`: which questions were not answered, how, and in which words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.cli import ledger_view
from onrecord.ledger import tallies
from onrecord.ledger import unanswered as ledger
from onrecord.ledger.tallies import Tally
from onrecord.ledger.unanswered import Answer
from onrecord.store import acts


def run(options: argparse.Namespace) -> int:
    """Lists exchanges."""
    wanted = ledger.Wanted(
        clarity=None if options.clarity == "all" else options.clarity, evasion=options.evasion,
        official=options.official, outlet=options.outlet, topic=options.topic,
        source=options.source, since=ledger_view.date(options.since),
        until=ledger_view.date(options.until), followed=options.followed, asker=options.asker,
    )  # fmt: skip
    with ledger_view.reading(options) as (_, db):
        found = ledger.answers(acts.acts(db, ledger.LAYERS), acts.exchanges(db))
    if options.by:
        counted = tallies.tallies(ledger.chosen(found, wanted._replace(clarity=None)), options.by)
        return ledger_view.put(options, counted, _row)
    return ledger_view.put(options, ledger.chosen(found, wanted), lines)


def _row(one: Tally) -> Iterator[str]:
    named = filter(None, (one.outlet, one.asker, one.topic, one.official))
    told = f"{one.answered} answered, {one.ambivalent} in part, {one.unanswered} not"
    yield f"{' / '.join(named) or 'not stated'}  {one.asked} asked: {told} ({one.share:.0%})"


def lines(one: Answer) -> Iterator[str]:
    """An exchange for people."""
    yield f"{one.clarity}, {one.evasion}  {one.official or 'official not known'}"
    by = one.asker or one.outlet
    yield f"   ?  {one.question}" + ("" if one.whole else "\u2026") + (f" ({by})" if by else "")
    yield from ledger_view.passage(one.shown)
    for part in one.parts:
        yield f"      - {part.clarity}, {part.evasion}: {part.question}"
    if one.follow_up is not None:
        yield "    a later answer was promised:"
        yield from ledger_view.passage(one.follow_up.said)
        yield from ledger_view.became(one.follow_up.answers)
        if not one.follow_up.answers:
            yield "    no later answer was found"
