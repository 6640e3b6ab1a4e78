"""`onrecord dossier`: what is known of a state, person, organisation or agreement, who speaks of
it, when and in which words; or the dated sentences that name it."""

from __future__ import annotations

import argparse
import sqlite3
from collections import Counter
from collections.abc import Iterator

from onrecord.archive.folder import chosen
from onrecord.cli import output
from onrecord.cli.words import counted
from onrecord.gazetteer.profile import office_title
from onrecord.pipeline import dossiers
from onrecord.pipeline.dossiers import Dossier
from onrecord.store import database, timelines
from onrecord.store.issues import totals

_ROWS = 8
_MONTHS = 12
_BAR = 30
_OTHERS = 6


def run(options: argparse.Namespace) -> int:
    """Shows the dossier of what a name most likely means; says what else it may mean."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    try:
        with database.explained(folder.records):
            return _run(db, options)
    finally:
        db.close()


def _run(db: sqlite3.Connection, options: argparse.Namespace) -> int:
    found = dossiers.found(options.name, dossiers.everything(db))
    if not found:
        output.say(
            f"{options.name}: neither the gazetteer nor the archive knows this name: "
            "look for the words with `onrecord search`"
        )
        return 1
    first, *others = found
    if options.timeline:
        _timeline(db, first.id, options)
    else:
        record = dossiers.dossier(db, first.id, totals(db)["statements"], size=options.limit)
        assert record is not None
        if options.json:
            output.write(record)
        else:
            print("\n".join(map(output.safe, _lines(record))))
    if others:
        named = ", ".join(f"{each.name} ({each.id})" for each in others[:_OTHERS])
        output.say(f"{options.name} may also mean: {named}")
    return 0


def _timeline(db: sqlite3.Connection, entity: str, options: argparse.Namespace) -> None:
    found = timelines.of_entity(db, entity, options.limit)
    for each in found.dated:
        if options.json:
            output.write(each)
            continue
        when = each.start if each.end in (None, each.start) else f"{each.start} to {each.end}"
        print(output.safe(f"{when}  [{each.quote}]  {_flat(each.sentence.text)}"))
        print(
            output.safe(f"    {each.statement}@{each.version}  {each.span.start}-{each.span.end}")
        )


def _lines(record: Dossier) -> Iterator[str]:
    """A dossier for the eye."""
    yield f"{record.name}  ({record.kind}, {record.id})"
    yield from _known(record)
    extent = record.totals
    yield (
        f"  {counted(extent.mentions, 'mention')} in {counted(extent.turns, 'turn')}, in "
        f"{extent.statements:,} of {counted(record.of, 'statement')}"
        + (f"; {extent.first} to {extent.last}" if extent.first else "")
    )
    if record.forms:
        words = ", ".join(f"{f.words} {f.mentions:,}" for f in record.forms[:_ROWS])
        yield f"  in these words: {words}"
    yield from _bars("by month", list(record.months.items())[-_MONTHS:])
    yield from _bars("by state of the speaker", list(record.countries.items())[:_ROWS])
    said: Counter[str] = Counter()
    for each in record.speakers:
        said[each.name or ""] += each.turns
    yield from _bars("by speaker", said.most_common(_ROWS))
    beside = [(each.name, each.turns) for each in record.company.companions[:_ROWS]]
    yield from _bars("named together with", beside)
    if record.latest:
        yield ""
    for one in record.latest:
        yield f"{one.date or 'no date'}  {one.speaker or 'speaker not stated'}"
        yield f"  {_flat(one.sentence.text)}"
        place = f"#t{one.turn}" if one.turn is not None else ""
        yield f"  {one.statement}@{one.version}{place}"


def _known(record: Dossier) -> Iterator[str]:
    known = record.profile
    if known is None:
        return
    names = [f"{tag} {some[0]}" for tag, some in known.names.items() if some]
    if names:
        yield f"  {'; '.join(names)}"
    for held in known.offices[:_ROWS]:
        whose = held.of if record.kind == "person" else held.name
        until = held.until or (f"in office {held.seen}" if held.seen else "")
        yield f"  {held.since or '?'} to {until or '?'}: {office_title(held.office)}, {whose}"


def _bars(title: str, counts: list[tuple[str, int]]) -> Iterator[str]:
    if not counts:
        return
    yield f"  {title} (turns):"
    most = max(number for _, number in counts)
    for label, number in counts:
        drawn = "#" * -(-20 * number // most)
        yield f"    {(label or 'not known')[:_BAR]:<{_BAR}} {number:>7,} {drawn}"


def _flat(text: str) -> str:
    return " ".join(text.split())
