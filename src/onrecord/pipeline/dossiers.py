"""The dossier of a thing: what the gazetteer knows of it, and what the archive says of it, put
together. One record for the page, the API and the command.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.gazetteer.known_as import known_as
from onrecord.gazetteer.profile import KINDS, Profile, name_of, profile
from onrecord.records import Record
from onrecord.store import mentions
from onrecord.store.company import Companion, Company, company
from onrecord.text.normalize import fold

LATEST = 20
_MOST = 100


class Dossier(Record, frozen=True, kw_only=True):
    """What is known of a thing and who speaks of it. `of`: how many statements there are of all;
    `months`, `countries`, `speakers`: how often it is mentioned, by whom; `latest`: the first
    mention of each turn of a page, the newest first."""

    id: str
    kind: str
    name: str
    profile: Profile | None
    totals: mentions.Totals
    of: int
    forms: tuple[mentions.Form, ...]
    months: dict[str, int]
    countries: dict[str, int]
    speakers: tuple[mentions.Speaking, ...]
    company: Company
    page: int
    latest: tuple[mentions.Mention, ...]


class Counted(Record, frozen=True, kw_only=True):
    """What a dossier counts: the same for all its pages."""

    totals: mentions.Totals
    forms: tuple[mentions.Form, ...]
    months: dict[str, int]
    speakers: tuple[mentions.Speaking, ...]
    company: Company


def counted(db: sqlite3.Connection, entity: str) -> Counted:
    """What there is to count of a thing."""
    together = company(db, entity)
    companions = tuple(
        Companion(each.id, name_of(each.id) or each.name, each.turns)
        for each in together.companions
    )
    return Counted(
        totals=mentions.totals(db, entity),
        forms=mentions.forms(db, entity),
        months=mentions.months(db, entity),
        speakers=mentions.speakers(db, entity),
        company=msgspec.structs.replace(together, companions=companions),
    )


def dossier(
    db: sqlite3.Connection, entity: str, counts: Counted, of: int, page: int = 1
) -> Dossier | None:
    """The dossier of an id; `None` if neither the gazetteer nor the archive knows it."""
    known = profile(entity)
    if known is None and not counts.totals.mentions:
        return None
    named = counts.forms[0].words if counts.forms else entity
    return Dossier(
        id=entity,
        kind=entity.partition("/")[0],
        name=name_of(entity) or named,
        profile=known,
        totals=counts.totals,
        of=of,
        forms=counts.forms,
        months=counts.months,
        countries=mentions.by_country(counts.speakers),
        speakers=counts.speakers,
        company=counts.company,
        page=page,
        latest=mentions.latest(db, entity, LATEST, (page - 1) * LATEST),
    )


def everything(db: sqlite3.Connection) -> tuple[mentions.Known, ...]:
    """All that is mentioned and has an id, under the names of the gazetteer."""
    return tuple(
        msgspec.structs.replace(each, name=name_of(each.id) or each.name)
        for each in mentions.everything(db)
    )


def found(
    name: str, known: Iterable[mentions.Known], kind: str | None = None
) -> list[mentions.Known]:
    """What a name may mean, the likeliest first: what is mentioned in the archive before what only
    the gazetteer knows; and what is mentioned under names that the gazetteer has not."""
    there = {each.id: each for each in known}
    ids = list(known_as(name, _MOST))
    folded = fold(name.strip())
    ids += [i for i, each in there.items() if folded and folded in fold(each.name)]
    ordered = [
        there.get(i) or mentions.Known(i, i.partition("/")[0], name_of(i) or i, 0, 0)
        for i in dict.fromkeys(ids)
    ]
    ordered = [each for each in ordered if kind is None or each.kind == kind]
    return sorted(ordered, key=lambda each: each.statements == 0)[:_MOST]


__all__ = ["KINDS", "LATEST", "Counted", "Dossier", "counted", "dossier", "everything", "found"]
