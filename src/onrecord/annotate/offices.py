"""Offices in a text: which office of which state or body, and who held it on the date.

Knows how an office and what it is of stand together, that a surname after an office is its
holder's, and that a colleague of an office holder abroad holds the same office there. Says nothing
where the tables do not know, nor of former and deputy holders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.annotate import lexis
from onrecord.annotate.document import Document
from onrecord.annotate.hits import printed
from onrecord.annotate.known_names import office_names, office_words, people_names
from onrecord.annotate.mention import Mention
from onrecord.annotate.words import Words
from onrecord.gazetteer.fold import key
from onrecord.gazetteer.named import Named
from onrecord.gazetteer.offices import office_holder, traits
from onrecord.gazetteer.people import career
from onrecord.gazetteer.tables import rows

_BETWEEN = 5  # words between an office and what it is of
_FAR = 28  # characters between them
_DAY = len("2019-10-09")

Owners = Sequence[Mention | None]


class Speaker(NamedTuple):
    """Who speaks: the offices that he or she surely holds on the day."""

    offices: tuple[str, ...]


class Held(NamedTuple):
    """An office at words `first` to `last`, and whose it is."""

    first: int
    last: int
    office: str
    of: str | None
    alone: bool  # does the name of the office alone say of whom it is?


def mentions(words: Words, owners: Owners, document: Document) -> Iterator[Mention]:
    """The offices of which it is known whose they are, with their holders on the day."""
    date, speaker = document.date, document.speaker
    day = date[:_DAY] if date and len(date) >= _DAY else None
    for held in _offices(words, owners, document.country):
        named = _named_after(owners, held)
        who = office_holder(held.office, held.of, day) if day and held.of else None
        if named is not None and not _is(named, who):
            if who is not None and held.alone:
                continue
            who = None
        if held.of:
            yield _mention(words, held, who)
    if day and speaker:
        yield from _colleagues(words, owners, day, speaker)


def _mention(words: Words, held: Held, who: Named | None) -> Mention:
    country = held.of if held.of and held.of.isupper() else None
    name = who.name if who else printed(words, held.first, held.last)
    rule = "<office> of <state or body>" if who is None else "<office> of <state or body>: holder"
    return Mention(held.first, held.last, "office", rule, name, who.id if who else None, country)


def _is(named: Mention, who: Named | None) -> bool:
    """Is the person that is named after an office its holder, as far as one can tell?"""
    if who is None or named.entity is not None:
        return who is not None and named.entity == who.id
    return bool(set(key(named.name).split()) & set(key(who.name).split()))


def _offices(words: Words, owners: Owners, country: str | None) -> Iterator[Held]:
    free = 0
    for n in [n for n, form in enumerate(words.forms) if form.classes & lexis.OF_OFFICE]:
        if n < free:
            continue
        last, value = _longest(words, n)
        if not value or _changed(words, n):
            continue
        office, _, owner = value.partition(" ")
        target = owners[n]
        if target is not None and not (target.first == n and target.last <= last):
            continue
        if owner and country in _elsewhere().get(_name(words, n, last), "").split():
            owner = ""
        of, end = (owner, last) if owner else _of(words, owners, n, last, office)
        yield Held(n, end, office, of or None, bool(owner))
        free = last


def _name(words: Words, first: int, last: int) -> str:
    return "".join(
        (words.joint(n) or "" if n > first else "") + words.forms[n].key for n in range(first, last)
    )


@cache
def _elsewhere() -> dict[str, str]:
    return rows("elsewhere.tsv", "offices")


def _longest(words: Words, first: int) -> tuple[int, str]:
    name = words.forms[first].key
    best = (first + 1, office_names().get(name, ""))
    for last in range(first + 2, first + office_words()[name] + 1):
        joint = words.joint(last - 1) if last <= len(words) else None
        if joint is None:
            break
        name += joint + words.forms[last - 1].key
        if name in office_names():
            best = (last, office_names()[name])
    return best


def _changed(words: Words, first: int) -> bool:
    """Does the word before make another office of it: former, deputy?"""
    return bool(first) and words.open(first) and words.forms[first - 1].key in _changing()


@cache
def _changing() -> frozenset[str]:
    return frozenset(rows("changing.tsv", "offices"))


def _of(words: Words, owners: Owners, first: int, last: int, office: str) -> tuple[str | None, int]:
    """What an office is of, and the end of the words that say so: what follows it, else what
    stands right before it."""
    fits = traits(office)
    for n in range(last, min(last + _BETWEEN, len(words))):
        owner = owners[n]
        far = words.starts[n] - words.ends[last - 1] > _FAR
        if far or not words.open(n) or (owner and owner.kind == "person"):
            break
        if owner is not None:
            target = _target(owner, fits.states, fits.bodies)
            after = n > last or words.lexis.inflects
            return (target, owner.last) if target and after else (None, last)
        if not words.forms[n].classes & (lexis.JOINT | lexis.ARTICLE | lexis.DETERMINER):
            break
    if first:
        gap = words.forms[first - 1].key == "s" and first > 1
        owner = owners[first - 2 if gap else first - 1] if words.open(first) else None
        if owner is not None and (target := _target(owner, fits.states, fits.bodies)):
            return target, last
    return None, last


def _target(owner: Mention, states: bool, bodies: bool) -> str | None:
    if owner.kind == "state" and states:
        return owner.country
    return owner.entity if owner.kind == "organisation" and bodies else None


def _named_after(owners: Owners, held: Held) -> Mention | None:
    """The person named right after an office."""
    owner = owners[held.last] if held.last < len(owners) else None
    return owner if owner is not None and owner.kind == "person" else None


def _colleagues(words: Words, owners: Owners, day: str, speaker: str) -> Iterator[Mention]:
    """The colleague of another state of a speaker whose office is known ("my Kazakh colleague")."""
    offices = _offices_of(speaker, day)
    if len(offices) != 1:
        return
    for n, form in enumerate(words.forms[1:], 1):
        owner = owners[n - 1]
        beside = owner is not None and owner.rule == "<adjective of a state>" and words.open(n)
        if not form.classes & lexis.COUNTERPART or not beside or owner is None:
            continue
        who = office_holder(offices[0], owner.country or "", day)
        if who is not None:
            yield Mention(
                owner.first,
                n + 1,
                "office",
                "<adjective of a state> <colleague>",
                who.name,
                who.id,
                owner.country,
            )


def _offices_of(speaker: str, day: str) -> tuple[str, ...]:
    """The offices that a speaker surely holds on a day."""
    value = people_names().get(key(speaker), "")
    ids = value.split()[1:]
    if len(ids) != 1:
        return ()
    terms = career(f"person/{ids[0]}")
    return tuple(dict.fromkeys(term.office for term in terms if term.surely_holds(day)))
