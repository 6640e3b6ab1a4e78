"""Offices in a line or sentence: which office, and of which state or organisation.

Knows the names of offices (`offices/offices.toml`) and how an office and what it is of stand
together; not who holds it (`people.py`). "Former", "deputy" and the like make another office of it:
then nothing is said, unless the tables hold that office itself.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from onrecord.gazetteer.fold import key
from onrecord.gazetteer.named import Named
from onrecord.gazetteer.organisations import organisations_in
from onrecord.gazetteer.people import holder, terms
from onrecord.gazetteer.spans import matches
from onrecord.gazetteer.state_names import states_in
from onrecord.gazetteer.tables import rows

_FOLDER = "offices"
_AUTHORITY = "authority"
_MOST_LABEL = 100
_JOINTS = " \u00a0-'\u2019s"
_MOST_BETWEEN = 28  # characters between an office and what it is of: "of the Republic of ..."
_BREAK = re.compile(r"[.,;:()\n\u2014\u2013]")
_WORD_BEFORE = re.compile(r"[\w'\u2019]+(?=[\s\-]*$)")


class Office(msgspec.Struct, frozen=True):
    """An office as mentioned. `of` is an ISO code or an organisation's id, None if not said or not
    clear; `states`: it may be a state's, `bodies`: an organisation's."""

    office: str
    of: str | None


class Traits(msgspec.Struct, frozen=True):
    """What offices.toml says of an office. `foremost`: what stands before it owns it."""

    states: bool
    bodies: bool
    foremost: bool
    holders: tuple[str, ...]
    by_state: dict[str, str]
    towards: dict[str, str]


OfficeSpan = tuple[int, int, Office]
Target = tuple[int, int, str]


def office_of(text: str, language: str | None = None) -> tuple[str, str | None] | None:
    """(office, state or organisation) of the first office named in a short text; None if none is.

    >>> office_of("Minister of Foreign Affairs of the Republic of Kazakhstan", "en")
    ('foreign_minister', 'KZ')
    >>> office_of("UN Secretary-General"), office_of("US Secretary of State")
    (('secretary_general', 'organisation/un'), ('foreign_minister', 'US'))
    >>> office_of("former foreign minister of Kazakhstan") is None
    True
    """
    found = offices_in(text, language)
    if not found:
        return None
    first = found[0][2]
    if first.of is None and len(text) <= _MOST_LABEL:
        return first.office, _only_owner(text, language, first.office, found)
    return first.office, first.of


def offices_in(text: str, language: str | None = None) -> tuple[OfficeSpan, ...]:
    """(start, end, office) of the offices named in a text; the span is of the office's words."""
    found = list(matches(text, _names(), _heads(), lambda *_: True))
    if not found:
        return ()
    taken = [(start, end) for start, end, _ in found]
    targets = _targets(text, language, taken)
    spans = []
    for start, end, value in found:
        office, _, owner = value.partition(" ")
        if not _is_another(text, start):
            of = owner or _owner(text, start, end, traits(office), targets, taken)
            spans.append((start, end, Office(_towards(office, targets, start), _id(of))))
    return tuple(spans)


def office_holder(office: str, of: str, date: str) -> Named | None:
    """Who held an office, by the name under which a state has it, on a day; None if not known.

    Unlike `holder` it knows that the president of a republic is its head of state, that a king is
    no prime minister, and that the chancellor of Germany heads its government.

    >>> [p.name for p in [office_holder("chancellor", "DE", "2019-10-09")] if p]
    ['Angela Merkel']
    """
    state = of.rpartition("/")[2]
    known = traits(office) if office in _traits() else None
    if known is None:
        return holder(office, state, date)
    if state in known.by_state:
        return holder(known.by_state[state], state, date)
    for wanted in known.holders or (office,):
        if terms(wanted, state) and _has_style(office, wanted, state):
            return holder(wanted, state, date)
    return None


def _has_style(office: str, wanted: str, state: str) -> bool:
    """Whether a state's head of state bears the office's title, and the government has its own."""
    if wanted == "head_of_state" and office != wanted:
        return _styles().get(state, "president") == office
    if wanted == "head_of_government" and office == "prime_minister":
        return terms(wanted, state) != terms("head_of_state", state)
    return True


@cache
def traits(office: str) -> Traits:
    """What the tables say of an office; KeyError if there is none."""
    of, foremost, holders, by_state, towards = _traits()[office].split("|")
    return Traits(
        of != "body",
        of != "state",
        bool(foremost),
        tuple(holders.split()),
        dict(pair.split("=", 1) for pair in by_state.split()),
        dict(pair.split("=", 1) for pair in towards.split()),
    )


def _targets(text: str, language: str | None, taken: list[tuple[int, int]]) -> list[Target]:
    """States and organisations in a text that are no part of an office's name, in order; for an
    authority of a state, the state."""
    bodies = [
        (start, end, _whose(what))
        for start, end, what in organisations_in(text, language)
        if not any(a < end and start < b for a, b in taken)
    ]
    states = [
        (start, end, iso)
        for start, end, iso in states_in(text, language)
        if not any(a < end and start < b for a, b in taken)
        and not any(body[0] <= start < body[1] for body in bodies)
    ]
    return sorted(states + bodies)


def _whose(what: Named) -> str:
    """The state of an authority, else the organisation itself."""
    return what.country if what.country and what.kind == _AUTHORITY else what.id


def _only_owner(
    text: str, language: str | None, office: str, found: tuple[OfficeSpan, ...]
) -> str | None:
    """What an office in a label is of, where only one thing stands there that may be."""
    known = traits(office)
    targets = _targets(text, language, [(start, end) for start, end, _ in found])
    fitting = {t[2] for t in targets if (known.bodies if "/" in t[2] else known.states)}
    return fitting.pop() if len(fitting) == len(targets) == 1 else None


def _owner(
    text: str,
    start: int,
    end: int,
    office: Traits,
    targets: list[Target],
    taken: list[tuple[int, int]],
) -> str | None:
    """What an office is of: what follows it closely and is not another's, else what stands right
    before it; for an ambassador, what stands before goes first."""
    fitting = [t for t in targets if (office.bodies if "/" in t[2] else office.states)]
    after = next(
        (
            t[2]
            for t in fitting
            if t[0] >= end
            and _follows(text, end, t[0])
            and not any(_touches(text, t[1], other) for other, _ in taken)
        ),
        None,
    )
    before = next((t[2] for t in reversed(fitting) if _touches(text, t[1], start)), None)
    if office.foremost:
        return before or after
    return after or before


def _follows(text: str, end: int, start: int) -> bool:
    """Whether only small words stand between an office and what it is of."""
    between = text[end:start]
    return (
        len(between) <= _MOST_BETWEEN and between == between.lower() and not _BREAK.search(between)
    )


def _touches(text: str, end: int, start: int) -> bool:
    """Whether nothing but a space, a hyphen or a genitive s stands between."""
    return end <= start and not text[end:start].strip(_JOINTS)


def _towards(office: str, targets: list[Target], start: int) -> str:
    """The office that an office is, towards an organisation named after it."""
    known = traits(office).towards
    return next(
        (
            known[name]
            for t in targets
            if t[0] > start and (name := t[2].rpartition("/")[2]) in known
        ),
        office,
    )


def _is_another(text: str, start: int) -> bool:
    """Whether the word before makes another office of it: former, deputy."""
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return before is not None and key(before.group()) in _changing()


def _id(of: str | None) -> str | None:
    """A state's ISO code, or the full id of an organisation."""
    if of is None or of.isupper() or "/" in of:
        return of
    return "organisation/" + of


@cache
def _names() -> dict[str, str]:
    """Folded name -> `office [owner]`."""
    return rows("names.tsv", _FOLDER)


@cache
def _heads() -> dict[str, int]:
    return {head: int(size) for head, size in rows("heads.tsv", _FOLDER).items()}


@cache
def _traits() -> dict[str, str]:
    return rows("traits.tsv", _FOLDER)


@cache
def _styles() -> dict[str, str]:
    """State -> what its head of state is called, if not president."""
    return rows("styles.tsv", _FOLDER)


@cache
def _changing() -> frozenset[str]:
    return frozenset(rows("changing.tsv", _FOLDER))


def offices() -> tuple[str, ...]:
    """The ids of all offices.

    >>> "foreign_minister" in offices()
    True
    """
    return tuple(_traits())
