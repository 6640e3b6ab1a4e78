"""Entries of the ledger on their way out: JSON Lines, a table, or lines for people."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

import msgspec

from onrecord.archive.folder import Folder, chosen
from onrecord.cli import output
from onrecord.cli.words import day
from onrecord.errors import OnrecordError
from onrecord.ledger import dated
from onrecord.ledger.evidence import Evidence
from onrecord.ledger.sayings import Party, Saying
from onrecord.records import Record
from onrecord.store import acts, changes, database, standoff
from onrecord.store.acts import Act

T = TypeVar("T", bound=Record)
Load = Callable[[Sequence[str]], Iterator[Act]]


@contextmanager
def reading(options: argparse.Namespace) -> Iterator[tuple[Folder, Any]]:
    """The archive, open to read; what was kept but not yet annotated is annotated first."""
    folder = chosen(options.archive)
    db = database.readable(folder.records)
    if standoff.form(db).change < changes.last(db):
        from onrecord.pipeline.indexing import refresh

        refresh(folder, output.say)
    try:
        with database.explained(folder.records):
            yield folder, db
    finally:
        db.close()


def loaded(options: argparse.Namespace, layers: Sequence[str], named: bool = False) -> list[Act]:
    """The acts of some layers of the archive."""
    with reading(options) as (_, db):
        return list(acts.acts(db, layers, named))


def date(given: str | None) -> str | None:
    """A date of the command line; what is none is an error."""
    if given is not None and dated.known(given) != given:
        raise OnrecordError(f"{given!r} is no date: give it as 2026, 2026-03 or 2026-03-31")
    return given


def put(
    options: argparse.Namespace, found: Iterable[T], lines: Callable[[T], Iterator[str]]
) -> int:
    """Prints entries in the form that is asked for."""
    some = islice(found, options.limit) if options.limit is not None else iter(found)
    if options.csv:
        _table(list(some))
        return 0
    for one in some:
        if options.json:
            output.write(one)
        else:
            for line in lines(one):
                print(output.safe(line))
    return 0


def _table(found: Sequence[Record]) -> None:
    """A row an entry; what has parts is JSON. A cell that a spreadsheet would reckon with begins
    with an apostrophe."""
    rows = [dict(_cells(msgspec.to_builtins(one))) for one in found]
    head = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(sys.stdout, head, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _cells(value: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, each in value.items():
        if isinstance(each, dict) and name in ("said", "shown"):
            yield from _cells(each, f"{name}_")
        elif isinstance(each, dict | list | tuple):
            yield prefix + name, json.dumps(each, ensure_ascii=False)
        else:
            yield prefix + name, _harmless(each)


def _harmless(each: object) -> object:
    """
    >>> _harmless("=1+1"), _harmless("a"), _harmless(-1)
    ("'=1+1", 'a', -1)
    """
    return f"'{each}" if isinstance(each, str) and each[:1] in ("=", "+", "-", "@") else each


def who(found: Iterable[Party]) -> str:
    """Those who are named, with the state for which they act.

    >>> who([Party(name="we", country="NO"), Party(name="Ann Lee")]), who([])
    ('we (NO), Ann Lee', '?')
    """
    told = [
        f"{each.name} ({each.country})" if each.name and each.country else each.name or each.country
        for each in found
    ]
    return ", ".join(filter(None, told)) or "?"


def passage(said: Saying) -> Iterator[str]:
    """A quote and where it stands."""
    yield f"      \u201c{' '.join(said.quote.split())}\u201d"
    told = (day((said.date or "")[:10] or None), said.speaker, said.id)
    yield "      " + "; ".join(filter(None, told))
    if said.correction is not None:
        by = said.correction.by or "a reader"
        yield f"      {said.correction.verdict}ed by {by}: {said.correction.why or ''}".rstrip(": ")


def became(found: Iterable[Evidence]) -> Iterator[str]:
    """What is said to have become of an entry."""
    for each in found:
        yield f"    {each.outcome}, says {who(each.speaks)} ({each.rule}; {', '.join(each.shared)})"
        yield from passage(each.said)
