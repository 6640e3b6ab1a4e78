"""`onrecord agenda`: what is to be held, when, where and with whom; also as iCalendar."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from onrecord.cli import ledger_view, output
from onrecord.ledger import agenda as ledger
from onrecord.ledger.agenda import Scheduled
from onrecord.ledger.sayings import Saying


def run(options: argparse.Namespace) -> int:
    """Lists the agenda."""
    if options.state and not options.of:
        output.say("--state needs --of: the day against which it is told")
        return 2
    wanted = ledger.Wanted(
        participant=options.participant, place=options.place, source=options.source,
        since=ledger_view.date(options.since), until=ledger_view.date(options.until),
        dated=None if options.dated == "all" else options.dated, state=options.state,
        of=ledger_view.date(options.of),
    )  # fmt: skip
    found = ledger.chosen(ledger.agenda(ledger_view.loaded(options, ledger.LAYERS)), wanted)
    if options.ical:
        return _ical(options, found[: options.limit])
    return ledger_view.put(options, found, lambda one: lines(one, options.of))


def _ical(options: argparse.Namespace, found: list[Scheduled]) -> int:
    from onrecord.export import ical

    base = options.address.rstrip("/")

    def link(said: Saying) -> str:
        start, end = said.span
        return f"{base}/statements/{said.statement}@{said.version}?at={start}-{end}#at"

    told = "(in this month, day not said) {what}"
    sys.stdout.buffer.write(ical.calendar(found, "onrecord agenda", link, told))
    sys.stdout.buffer.flush()
    return 0


def lines(one: Scheduled, of: str | None) -> Iterator[str]:
    """An entry for people."""
    state = f", {stands}" if (stands := ledger.state(one, of)) else ""
    where = f"  {one.place}" if one.place else ""
    when = one.date or "date not said"
    yield f"{when}{where}  {ledger_view.who(one.participants)} [{one.status}{state}]"
    yield from ledger_view.passage(one.said)
    for again in one.again:
        yield from ledger_view.passage(again)
    yield from ledger_view.became(one.evidence)
