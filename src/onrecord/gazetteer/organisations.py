"""Organisations, formats and processes: by their names in a text, and who is in them.

Knows what stands in `organisations/`: names in five languages, dates, members; not what an
organisation does. A name that two share is nobody's. Membership "as seen" (the World Factbook) has
no day of accession: `since` is None then.
"""

from __future__ import annotations

from functools import cache

import msgspec

from onrecord.gazetteer.named import NamedSpan, entities, find, named, only
from onrecord.gazetteer.period import Period, period
from onrecord.gazetteer.tables import rows

_FOLDER = "organisations"
_PREFIX = "organisation/"


class Organisation(msgspec.Struct, frozen=True):
    """An organisation, format, process or party to a conflict.

    `since` and `until` are ISO 8601 prefixes, None if not known (`until`: or not ended); `part_of`
    is the id of what it belongs to.
    """

    id: str
    kind: str
    name: str
    since: str | None
    until: str | None
    part_of: str | None


class Membership(msgspec.Struct, frozen=True):
    """A state in an organisation. `seen`: first and last day on which the source said so, where it
    gives no day of accession."""

    organisation: str
    state: str
    since: str | None
    until: str | None
    seen: str | None
    source: str


def organisations_in(text: str, language: str | None = None) -> tuple[NamedSpan, ...]:
    """(start, end, what) of the organisations named in a text, longest first, not overlapping.

    >>> [(s, e, o.id) for s, e, o in organisations_in("Генсек ОДКБ и ООН", "ru")]
    [(7, 11, 'organisation/csto'), (14, 17, 'organisation/un')]
    """
    return find(_FOLDER, text, language, only)


@cache
def organisation(identifier: str) -> Organisation:
    """The record of an organisation by its id; KeyError if there is none.

    >>> organisation("organisation/csto").since
    '2002-10-07'
    """
    key = identifier.removeprefix(_PREFIX)
    known = named(_FOLDER, key)
    since, until, part_of = entities(_FOLDER)[key].split("|")[3:]
    whole = _PREFIX + part_of if part_of else None
    return Organisation(known.id, known.kind, known.name, since or None, until or None, whole)


def members(identifier: str, date: str | None = None) -> frozenset[str] | None:
    """ISO codes of the members of an organisation on a day (YYYY-MM-DD), or at any time; None if
    its members are not known here.

    A state counts on a day only if it surely was a member then.

    >>> members("organisation/eaeu", "2015-06-01") == {"AM", "BY", "KZ", "RU"}
    True
    >>> members("organisation/hamas") is None
    True
    """
    known = memberships(identifier)
    if not known:
        return None
    return frozenset(m.state for m in known if date is None or _was_member(m, date))


@cache
def memberships(identifier: str) -> tuple[Membership, ...]:
    """All that is known of the membership of an organisation."""
    key = identifier.removeprefix(_PREFIX)
    packed = _members().get(key, "")
    return tuple(_membership(key, cell) for cell in packed.split(";") if cell)


def _membership(key: str, cell: str) -> Membership:
    state, since, until, seen, source = cell.split(",")
    return Membership(
        _PREFIX + key, state, since or None, until or None, seen or None, _sources()[source]
    )


def _was_member(membership: Membership, date: str) -> bool:
    if membership.seen is not None:
        first, _, last = membership.seen.partition("/")
        return first <= date <= last
    return _period(membership).surely_holds(date)


def _period(membership: Membership) -> Period:
    return period(membership.since, membership.until)


@cache
def _members() -> dict[str, str]:
    return rows("members.tsv", _FOLDER)


@cache
def _sources() -> dict[str, str]:
    return rows("sources.tsv", _FOLDER)
