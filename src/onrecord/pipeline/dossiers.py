"""The dossier of a thing: what the gazetteer knows of it, and what the archive says of it, put
together. One record for the page, the API and the command.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.gazetteer.known_as import known_as
from onrecord.gazetteer.profile import KINDS, Profile, kind_of, name_of, profile
from onrecord.records import Record
from onrecord.store import mentions
from onrecord.store.company import Company, company, named
from onrecord.store.mentions import Form, Known, Mention, Turned
from onrecord.text.normalize import fold

LATEST = 20
_MOST = 100
_MONTH = len("2019-11")


class Totals(Record, frozen=True, kw_only=True):
    """How often a thing is mentioned, in how many turns and statements, and the days of the first
    and the last statement that has a date."""

    mentions: int = 0
    turns: int = 0
    statements: int = 0
    first: str | None = None
    last: str | None = None


class Speaking(Record, frozen=True, kw_only=True):
    """Somebody who speaks of a thing, and in how many turns and statements. `country`: the state
    that he or she speaks for; no `name`: the page does not say who speaks."""

    name: str | None
    country: str | None
    turns: int
    statements: int


class Wanted(Record, frozen=True, kw_only=True):
    """Which turns are listed: of a `month` (or year), of those who speak for a state (`country`,
    empty: not known), of a `speaker`, and only where these things are named too (`beside`)."""

    month: str = ""
    country: str | None = None
    speaker: str | None = None
    beside: tuple[str, ...] = ()


class Dossier(Record, frozen=True, kw_only=True):
    """What is known of a thing and who speaks of it. `of`: how many statements there are of all;
    `months`, `countries`: in how many turns it is mentioned, by month and by the state that the
    speaker speaks for (empty: not known), `when` by both; `listed`: how many turns are `wanted`;
    `latest`: the first mention of each turn of a page of these, the newest first."""

    id: str
    kind: str
    name: str
    profile: Profile | None
    totals: Totals
    of: int
    forms: tuple[Form, ...]
    months: dict[str, int]
    countries: dict[str, int]
    when: dict[str, dict[str, int]]
    speakers: tuple[Speaking, ...]
    company: Company
    wanted: Wanted
    listed: int
    page: int
    latest: tuple[Mention, ...]


def dossier(
    db: sqlite3.Connection,
    entity: str,
    of: int,
    wanted: Wanted | None = None,
    page: int = 1,
    size: int = LATEST,
) -> Dossier | None:
    """The dossier of an id; `None` if neither the gazetteer nor the archive knows it."""
    known = profile(entity)
    turned = mentions.turned(db, entity)
    if known is None and not turned:
        return None
    forms = mentions.forms(db, entity)
    chosen = wanted or Wanted()
    listed = chosen_of(db, turned, chosen)
    shown = listed[(page - 1) * size : page * size]
    return Dossier(
        id=entity,
        kind=kind_of(entity),
        name=name_of(entity) or (forms[0].words if forms else entity),
        profile=known,
        totals=totals(turned),
        of=of,
        forms=forms,
        months=dict(sorted(Counter((turn.said or "")[:_MONTH] for turn in turned).items())),
        countries=_counted(Counter(turn.country or "" for turn in turned)),
        when=_when(turned),
        speakers=speakers(turned),
        company=_under_names(company(db, entity)),
        wanted=chosen,
        listed=len(listed),
        page=page,
        latest=tuple(mentions.in_turn(db, entity, turn) for turn in shown),
    )


def totals(turned: Sequence[Turned]) -> Totals:
    """How often a thing is mentioned."""
    days = [turn.said for turn in turned if turn.said]
    return Totals(
        mentions=sum(turn.mentions for turn in turned),
        turns=len(turned),
        statements=len({turn.version for turn in turned}),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def speakers(turned: Iterable[Turned]) -> tuple[Speaking, ...]:
    """All who speak of a thing, who does so in the most turns first."""
    where: dict[tuple[str | None, str | None], list[int]] = {}
    for turn in turned:
        where.setdefault((turn.speaker, turn.country), []).append(turn.version)
    ranked = sorted(where.items(), key=lambda each: (-len(each[1]), each[0][0] or "~"))
    return tuple(
        Speaking(name=name, country=country, turns=len(found), statements=len(set(found)))
        for (name, country), found in ranked
    )


def _counted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _when(turned: Iterable[Turned]) -> dict[str, dict[str, int]]:
    """Turns by the state that the speaker speaks for, and by month."""
    found: dict[str, Counter[str]] = {}
    for turn in turned:
        found.setdefault(turn.country or "", Counter())[(turn.said or "")[:_MONTH]] += 1
    return {country: dict(sorted(months.items())) for country, months in sorted(found.items())}


def _under_names(found: Company) -> Company:
    companions = tuple(
        msgspec.structs.replace(each, name=name_of(each.id) or each.name)
        for each in found.companions
    )
    return msgspec.structs.replace(found, companions=companions)


def chosen_of(
    db: sqlite3.Connection, turned: Sequence[Turned], wanted: Wanted
) -> tuple[Turned, ...]:
    """Those turns that are wanted, in their order."""
    found = [turn for turn in turned if _fits(turn, wanted)]
    if wanted.beside:
        there = named(db, [(turn.version, turn.turn) for turn in found])
        beside = set(wanted.beside)
        found = [t for t in found if beside <= there.get((t.version, t.turn), set())]
    return tuple(found)


def _fits(turn: Turned, wanted: Wanted) -> bool:
    return (
        (turn.said or "").startswith(wanted.month)
        and wanted.country in (None, turn.country or "")
        and wanted.speaker in (None, turn.speaker or "")
    )


def everything(db: sqlite3.Connection) -> tuple[Known, ...]:
    """All that is mentioned and has an id, under the names of the gazetteer."""
    return tuple(
        msgspec.structs.replace(each, kind=kind_of(each.id), name=name_of(each.id) or each.name)
        for each in mentions.everything(db)
    )


def found(name: str, known: Iterable[Known], kind: str | None = None) -> list[Known]:
    """What a name may mean, the likeliest first: what is mentioned in the archive before what only
    the gazetteer knows; and what is mentioned under names that the gazetteer has not."""
    there = {each.id: each for each in known}
    ids = list(known_as(name, _MOST))
    folded = fold(name.strip())
    ids += [i for i, each in there.items() if folded and folded in fold(each.name)]
    ordered = [
        there.get(i) or Known(i, kind_of(i), name_of(i) or i, 0, 0) for i in dict.fromkeys(ids)
    ]
    ordered = [each for each in ordered if kind is None or each.kind == kind]
    return sorted(ordered, key=lambda each: each.statements == 0)[:_MOST]


__all__ = ["KINDS", "LATEST", "Dossier", "Wanted", "dossier", "everything", "found"]
