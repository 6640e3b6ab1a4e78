"""`onrecord ledger`: the parts of the ledger at a glance, and the way to each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.cli import agenda as agenda_view
from onrecord.cli import ledger_view, output
from onrecord.ledger import agenda, commitments, events, overview, positions, unanswered
from onrecord.ledger.overview import Count, Overview, Parts
from onrecord.store import acts


def run(options: argparse.Namespace) -> int:
    """Counts all parts; for people also what is to be held next, and whose positions changed."""
    wanted = overview.Wanted(
        source=options.source, since=ledger_view.date(options.since),
        until=ledger_view.date(options.until), of=ledger_view.date(options.of),
    )  # fmt: skip
    with ledger_view.reading(options) as (_, db):
        parts = Parts(
            commitments.commitments(acts.acts(db, commitments.LAYERS)),
            agenda.agenda(acts.acts(db, agenda.LAYERS)),
            unanswered.answers(acts.acts(db, unanswered.LAYERS), acts.exchanges(db)),
            positions.positions(acts.acts(db, positions.LAYERS, named=True)),
            events.events(acts.acts(db, events.LAYERS)),
        )
    made = overview.overview(parts, wanted)
    if options.json or options.csv:
        return ledger_view.put(options, made.counts, lines)
    for line in _told(made):
        print(output.safe(line))
    return 0


def lines(one: Count) -> Iterator[str]:
    """A count for people."""
    yield f"{one.part}: {one.name} {one.count} of {one.of}"


def _told(made: Overview) -> Iterator[str]:
    for part in overview.PARTS:
        counts = {one.name: one.count for one in made.counts if one.part == part}
        total = counts.pop("all", 0)
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        yield f"{part}  {total}" + (f"  ({told})" if told else "")
        yield f"      onrecord {part}"
    if made.next:
        yield f"to be held from {made.of} on:"
    for scheduled in made.next:
        yield from agenda_view.lines(scheduled, made.of)
    if made.shifts:
        yield "positions that changed:"
    for shift in made.shifts:
        yield f"{shift.holder}  {shift.name}: {shift.before.stance}, then {shift.after.stance}"
        yield from ledger_view.passage(shift.before.said)
        yield from ledger_view.passage(shift.after.said)
    if made.of is None and made.latest:
        yield f"(overdue and coming are told as of a day: --of {made.latest})"
