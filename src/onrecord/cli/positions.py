"""`onrecord positions`: who stands where toward what; the formulas; how far apart states are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from onrecord.cli import ledger_view, output
from onrecord.ledger import positions as ledger
from onrecord.ledger.positions import Distance, Formula, Position


def run(options: argparse.Namespace) -> int:
    """Lists positions, formulas, or distances."""
    if (options.formulas or options.distances) and not options.target:
        output.say("--formulas and --distances need a TARGET")
        return 2
    wanted = ledger.Wanted(
        holder=options.holder, target=options.target, stance=options.stance,
        source=options.source, since=ledger_view.date(options.since),
        until=ledger_view.date(options.until),
    )  # fmt: skip
    acts = ledger_view.loaded(options, ledger.LAYERS, named=True)
    found = ledger.chosen(ledger.positions(acts), wanted)
    if options.formulas:
        return ledger_view.put(options, ledger.formulas(found, options.target), _formula)
    if options.distances:
        standing = ledger.standings(found, options.target)
        return ledger_view.put(options, ledger.distances(standing), _distance)
    return ledger_view.put(options, found, lines)


def lines(one: Position) -> Iterator[str]:
    """A position for people."""
    target = one.target or "target not said"
    yield f"{one.stance}  {ledger_view.who(one.holders)}: {target} (\u201c{one.formula}\u201d)"
    yield from ledger_view.passage(one.said)


def _formula(one: Formula) -> Iterator[str]:
    since = f"; {one.later} later without it" if one.later else ""
    yield f"{one.holder}  {one.stance}  \u201c{one.formula}\u201d, {one.uses} times{since}"
    yield f"      first {one.first.date or '?'}: {one.first.id}"
    yield f"      last  {one.last.date or '?'}: {one.last.id}"


def _distance(one: Distance) -> Iterator[str]:
    of = f"from {one.of[0]} and {one.of[1]} positions"
    yield f"{one.a}  {one.b}  distance {one.distance:.2f}, agreement {one.agreement:.2f}, {of}"
