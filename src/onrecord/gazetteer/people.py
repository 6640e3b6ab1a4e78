"""People in office: by their names in a text, and who held an office on a day.

Knows what stands in `people/`: heads of state and government, foreign ministers and others, with
the terms that are known; not who speaks. A term whose end is not known ends nowhere, but is not
vouched for after the day on which its file was written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import msgspec

from onrecord.gazetteer.fold import key
from onrecord.gazetteer.named import (
    Claim,
    Named,
    NamedSpan,
    entities,
    find,
    named,
)
from onrecord.gazetteer.period import Period, last_day, period
from onrecord.gazetteer.spans import is_capital, matches
from onrecord.gazetteer.tables import rows

_FOLDER = "people"
_PREFIX = "person/"
_OTHER = "="
_WORD_BEFORE = re.compile(r"([\w\u2019'\-]+)\.?[^\S\n]$")
_WORD_AFTER = re.compile(r"[^\S\n]([\w\u2019'\-]+)")


class Term(msgspec.Struct, frozen=True):
    """A term of office. `of` is an ISO code or the id of an organisation; dates are ISO 8601
    prefixes, None if not known; `until` is None too while it lasts: then `seen` is the last day on
    which it was known to last."""

    person: str
    office: str
    of: str
    since: str | None
    until: str | None
    seen: str | None
    acting: bool
    source: str

    def surely_holds(self, date: str) -> bool:
        """Whether the person surely was in office on a day."""
        return self._period().surely_holds(date)

    def may_hold(self, date: str) -> bool:
        """Whether the person may have been in office on a day."""
        begun = period(self.since, None).begun_from
        return begun <= date <= (self._period().ended_by if self.until else "9999-12-31")

    def _period(self) -> Period:
        if self.until is None:
            end = None if self.seen is None else last_day(self.seen)
            return period(self.since, end if end is not None else self.since)
        return period(self.since, self.until)


def person(identifier: str) -> Named | None:
    """The record of a person by id; None if there is none.

    >>> person("person/sergey-lavrov")
    Named(id='person/sergey-lavrov', kind='person', name='Sergey Lavrov', country='RU')
    """
    rest = identifier.removeprefix(_PREFIX)
    return named(_FOLDER, rest) if rest in entities(_FOLDER) else None


def holder(office: str, of: str, date: str) -> Named | None:
    """Who held an office of a state (ISO code) or an organisation (id) on a day (YYYY-MM-DD).

    None if it is not known, if nobody did, or if the day is one on which the office may have
    changed hands and the tables know only the month or year. On the day of a change it is the new
    holder.

    >>> [p.name for p in [holder("foreign_minister", "KZ", "2019-10-09")] if p]
    ['Mukhtar Tleuberdi']
    >>> holder("foreign_minister", "KZ", "2150-01-01") is None
    True
    """
    known = terms(office, of)
    sure = [term for term in known if term.surely_holds(date)]
    if not sure:
        return None
    latest = max(sure, key=lambda term: term.since or "")
    rivals = [t for t in known if t.person != latest.person and t.may_hold(date)]
    if any((t.since or "") >= (latest.since or "") or t not in sure for t in rivals):
        return None
    return named(_FOLDER, latest.person.removeprefix(_PREFIX))


@cache
def terms(office: str, of: str) -> tuple[Term, ...]:
    """The known terms of an office of a state or an organisation, in order; empty if none are.

    Where the head of state is also head of government the terms are the same.
    """
    of = of.rpartition("/")[2]
    packed = _terms().get(f"{office} {of}", "")
    if packed.startswith(_OTHER):
        return terms(packed.removeprefix(_OTHER), of)
    return tuple(_term(office, of, cell) for cell in packed.split(";") if cell)


@cache
def career(identifier: str) -> tuple[Term, ...]:
    """The known terms of a person, in order.

    >>> [t.since for t in career("person/volodymyr-zelenskyy")]
    ['2019-05-20']
    """
    return _careers().get(identifier, ())


def people_in(
    text: str,
    language: str | None = None,
    date: str | None = None,
    *,
    surnames: bool = False,
) -> tuple[NamedSpan, ...]:
    """(start, end, who) of the people named in full in a text, longest first, not overlapping.

    Namesakes are told apart by who was in office on the date (YYYY-MM-DD), else nobody is named.
    With `surnames`, a surname alone is who was in office on the date, if that is one person and the
    surname is no word or common name.

    >>> [p.id for _, _, p in people_in("С.В.Лавров и М.Чавушоглу", "ru")]
    ['person/sergey-lavrov', 'person/mevlut-cavusoglu']
    """

    def choose(held: tuple[Claim, ...]) -> str | None:
        return _meant([claim.id for claim in held], date)

    found = find(_FOLDER, text, language, choose)
    if not surnames or date is None:
        return found
    alone = [
        span
        for span in _surnames_in(text, date)
        if all(span[1] <= start or end <= span[0] for start, end, _ in found)
    ]
    return tuple(sorted([*found, *alone], key=lambda span: span[:2]))


def _meant(ids: list[str], date: str | None) -> str | None:
    """Who of namesakes is meant: the only one, or the only one in office."""
    if len(ids) == 1 and (date is None or ids[0] not in _common()):
        return None if ids[0] in _common() else ids[0]
    if date is None:
        return None
    in_office = [i for i in ids if any(t.may_hold(date) for t in career(_PREFIX + i))]
    return in_office[0] if len(in_office) == 1 else None


def _surnames_in(text: str, date: str) -> list[NamedSpan]:
    """Surnames that stand alone and are one person's in office on the date."""

    def accept(_: str, start: int, end: int, value: str) -> bool:
        return is_capital(text, start) and _stands_alone(text, start, end)

    found = []
    for start, end, value in matches(text, _families(), _family_heads(), accept):
        in_office = {
            i for i in value.split() if any(t.surely_holds(date) for t in career(_PREFIX + i))
        }
        if len(in_office) == 1 and key(text[start:end]) not in _common_surnames():
            who = in_office.pop()
            if who not in _common():
                found.append((start, end, named(_FOLDER, who)))
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a surname is not part of a longer name: no other name right before it or after."""
    after = _WORD_AFTER.match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - 32), start)
    named_after = after is not None and after.group(1)[0].isupper()
    named_before = before is not None and before.group(1)[0].isupper()
    return not named_after and not (
        named_before and before is not None and not is_title(before.group(1))
    )


def _term(office: str, of: str, cell: str) -> Term:
    who, since, until, seen, acting, source = cell.split(",")
    return Term(
        _PREFIX + who,
        office,
        of,
        None if since == "?" else since,
        None if until in ("..", "?", "") else until,
        seen or None,
        bool(acting),
        _sources()[source],
    )


@cache
def _terms() -> dict[str, str]:
    return rows("terms.tsv", _FOLDER)


@cache
def _sources() -> dict[str, str]:
    return rows("sources.tsv", _FOLDER)


@cache
def _careers() -> dict[str, tuple[Term, ...]]:
    """Person -> terms, of all offices."""
    careers: dict[str, list[Term]] = defaultdict(list)
    for office_of, packed in _terms().items():
        if not packed.startswith(_OTHER):
            for term in terms(*office_of.split(" ")):
                careers[term.person].append(term)
    return {who: tuple(sorted(held, key=lambda t: t.since or "")) for who, held in careers.items()}


@cache
def _families() -> dict[str, str]:
    """Folded form of a family name -> ids of who bears it."""
    return rows("families.tsv", _FOLDER)


@cache
def _family_heads() -> dict[str, int]:
    return {head: int(size) for head, size in rows("family_heads.tsv", _FOLDER).items()}


@cache
def _common() -> frozenset[str]:
    """Persons whose name others bear too: named only while in office."""
    return frozenset(rows("common.tsv", _FOLDER))


@cache
def _common_surnames() -> frozenset[str]:
    """Folded surnames that are common names or words: alone they are nobody's."""
    return frozenset(rows("common_surnames.tsv", _FOLDER))


def is_title(word: str) -> bool:
    """Whether a word may stand before a surname without being a name: an office, a form of
    address.

    >>> is_title("President"), is_title("Herr"), is_title("Dmitry")
    (True, True, False)
    """
    return key(word) in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(rows("titles.tsv", "offices"))
