"""Saves searches, and takes them away. What cannot be asked is refused before it is saved."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime

from onrecord.alerts import database as book
from onrecord.alerts import searches
from onrecord.alerts.records import (
    KINDS,
    AlertKind,
    Cadence,
    Place,
    SavedSearch,
    Target,
    TargetKind,
)
from onrecord.alerts.schedule import stamp
from onrecord.alerts.signing import new_secret
from onrecord.archive.folder import Folder
from onrecord.errors import QueryError
from onrecord.meaning.encoder import LONGEST
from onrecord.pipeline.nearing import Nearing
from onrecord.records import Record
from onrecord.search.meant import meant
from onrecord.search.percolation import Percolator
from onrecord.search.query.parser import parse
from onrecord.search.records import Filters
from onrecord.store import database, positions

MODES = ("words", "meaning", "hybrid")
_LONGEST_NAME = 200


class Wanted(Record, frozen=True, kw_only=True):
    """A search that somebody wants to be told of. `like`: a turn or statement: what is like it in
    meaning."""

    name: str
    query: str = ""
    filters: Filters = Filters()
    mode: str = "words"
    like: str | None = None
    kinds: tuple[AlertKind, ...] = KINDS


class Goal(Record, frozen=True, kw_only=True):
    """Where the alerts are to go."""

    kind: TargetKind
    address: str = ""
    cadence: Cadence = "immediate"


def save(
    folder: Folder, wanted: Wanted, goals: Iterable[Goal] = (), now: datetime | None = None
) -> tuple[SavedSearch, tuple[Target, ...]]:
    """Saves a search of what comes from now on. Raises `QueryError` if it cannot be asked, and
    `NoEncoder` if the archive cannot be asked by meaning."""
    text = _text(wanted.like, folder) if wanted.like else None
    check(wanted, folder)
    with (
        closing(database.readable(folder.records)) as db,
        book.opened(folder.alerts) as kept,
        book.transaction(kept),
    ):
        place = as_place(positions.last(db))
        name = " ".join(wanted.name.split())[:_LONGEST_NAME] or wanted.query[:_LONGEST_NAME]
        made = SavedSearch(
            id=searches.new_id(kept, name, lambda: f"search-{secrets.token_hex(3)}"),
            name=name or "*",
            query=wanted.query,
            filters=_named(wanted.filters),
            since_day=wanted.filters.since,
            until_day=wanted.filters.until,
            mode="meaning" if text else wanted.mode,
            like=wanted.like if text else None,
            text=text,
            kinds=wanted.kinds,
            created_at=stamp(now or datetime.now(UTC)),
            since=place,
        )
        targets = tuple(_target(made.id, goal) for goal in goals)
        searches.save(kept, made, targets)
        if searches.seen(kept) is None:
            searches.set_seen(kept, place)
    return made, targets


def check(wanted: Wanted, folder: Folder) -> None:
    """Raises `QueryError` or `NoEncoder` if a search cannot be asked of what comes."""
    if wanted.mode not in MODES:
        raise QueryError(f"there is no mode {wanted.mode!r}: one of {', '.join(MODES)}", "", 0)
    Percolator((), None).planned(wanted.query, wanted.filters)
    if wanted.mode != "words":
        Nearing(folder).asked(meant(parse(wanted.query), wanted.query).text)


def _text(like: str, folder: Folder) -> str:
    """The words of a turn or statement, as far as an encoder looks at them. `QueryError` if it is
    not there, `NoEncoder` if the archive cannot be asked by meaning."""
    from onrecord.search.modes import Modes  # noqa: PLC0415  (numpy: only who asks by meaning pays)

    text = " ".join(turn.text for turn in Modes(folder).called(like))[:LONGEST]
    if not any(map(str.isalnum, text)):
        raise QueryError(f"there is no turn or statement {like!r}", like, 0)
    Nearing(folder).asked(text)
    return text


def remove(folder: Folder, search: str) -> bool:
    """Takes a search away, with its alerts; whether it was there."""
    if not folder.alerts.is_file():
        return False
    with book.opened(folder.alerts) as kept, book.transaction(kept):
        return searches.remove(kept, search)


def filters_of(search: SavedSearch) -> Filters:
    """The filters of a saved search, as the index takes them. One that is not known any more is a
    `QueryError`."""
    unknown = sorted(search.filters.keys() - set(Filters.__struct_fields__))
    if unknown:
        raise QueryError(f"there is no filter {unknown[0]!r}", "", 0)
    return Filters(**search.filters, since=search.since_day, until=search.until_day)


def as_place(position: positions.Position) -> Place:
    """A position as it is kept."""
    return Place(file=position.file, start=position.start)


def _named(filters: Filters) -> dict[str, tuple[str, ...]]:
    """The filters that are set, by name."""
    names = (name for name in Filters.__struct_fields__ if name not in ("since", "until"))
    return {name: values for name in names if (values := getattr(filters, name))}


def _target(search: str, goal: Goal) -> Target:
    return Target(
        id=f"target-{secrets.token_hex(4)}",
        search=search,
        kind=goal.kind,
        address=goal.address,
        cadence=goal.cadence,
        secret=new_secret() if goal.kind == "webhook" else None,
    )
