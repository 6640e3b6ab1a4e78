"""Persons with their offices in a title or a byline: name, office as printed, country.

Knows how an office and a name stand together in most languages: the office and what it is of, then
the name ("Minister of Foreign Affairs of Kazakhstan Mukhtar Tleuberdi"), or the name, a comma and
the office ("Ned Price, Department Spokesperson"). The words of offices stand in
`languages/*/names.toml`. A name without an office is not taken: it may be a place or a body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.extract.kind_words import of_words
from onrecord.extract.offices import Office, Reader
from onrecord.languages.loader import Language
from onrecord.records import Participant, Span
from onrecord.text.normalize import bare

_FILE = "names"
_SURNAME = 3  # shorter last words ("Jr") identify nobody
_LONGEST = 1000  # characters of a title that are read
_LONGEST_BYLINE = 20  # words
_NAME_WORDS = 2, 4  # words of a name that stands alone before what it says
_QUOTED = re.compile('([^:：«“„"]{4,50}?)\\s?[:：]\\s?[«“„"]')


class Person(NamedTuple):
    """A participant and the stretch of the text that names him with his office."""

    participant: Participant
    start: int
    end: int


def of_text(text: str, language: Language) -> tuple[Person, ...]:
    """The persons that a title or byline names with their offices, in order, each once."""
    text = text[:_LONGEST]
    if any(True for _ in language.rules(_FILE)):
        return _uncased(text, language)
    reader = Reader(text, language)
    persons: list[Person] = []
    for office in reader.offices():
        name = _named(reader, office)
        if name is None or office.former:
            continue
        role = text[office.start : office.end]
        persons.append(_person(text, name, role, reader.country(office), office))
    return _distinct(persons)


def of_title(text: str, language: Language) -> tuple[Person, ...]:
    """Those of a title, which may also open with whose words it quotes: 'Ada Vale: "We shall
    wait"'."""
    found = of_text(text, language)
    quoted = _QUOTED.match(text)
    if found or quoted is None:
        return found
    name = quoted[1]
    reader = Reader(name, language)
    count = len(reader.words)
    plain = all(map(reader.in_name, range(count))) and reader.is_name(0, count)
    if not plain or not _NAME_WORDS[0] <= count <= _NAME_WORDS[1] or of_words(name, language):
        return ()
    return (Person(Participant(name=name), 0, len(name)),)


def _named(reader: Reader, office: Office) -> Span | None:
    """The name that goes with an office: right after it, before its comma, or after its comma."""
    return office.name or reader.name_before(office) or reader.name_after(office)


def _person(text: str, name: Span, role: str, country: str | None, office: Office) -> Person:
    participant = Participant(name=text[name.start : name.end], role=role, country=country)
    return Person(participant, min(name.start, office.start), max(name.end, office.end))


def _uncased(text: str, language: Language) -> tuple[Person, ...]:
    """By rules, where no capitals part office and name."""
    found = []
    for match in language.rules(_FILE).best(text):
        role, name = str(match.parts["role"]), str(match.parts["name"])
        start = match.start + text[match.start :].find(name)
        participant = Participant(name=text[start : start + len(name)], role=role)
        found.append(Person(participant, match.start, start + len(name)))
    return _distinct(found)


def surname(name: str) -> str:
    """The key by which two mentions of a person are one.

    >>> surname("Antony J. Blinken"), surname("С.В.Лавров")
    ('blinken', 'лавров')
    """
    parts = [part for part in bare(name).split() if len(part) >= _SURNAME]
    return parts[-1] if parts else bare(name)


def _distinct(persons: Sequence[Person]) -> tuple[Person, ...]:
    """Each person once, with the fullest name and office; the first place in the order stays."""
    kept: list[Person] = []
    for person in persons:
        name = person.participant.name
        same = (n for n, other in enumerate(kept) if is_same(name, other.participant.name))
        n = next(same, None)
        if n is None:
            kept.append(person)
        else:
            kept[n] = _fuller(kept[n], person)
    return tuple(kept)


def is_same(a: str, b: str) -> bool:
    """May two names be of one person: one surname, and no first names that differ?

    >>> is_same("Vale", "Ada B. Vale"), is_same("A. Vale", "Ada Vale"), is_same("Ann Lee", "Bo Lee")
    (True, True, False)
    """
    if surname(a) != surname(b):
        return False
    mine, theirs = bare(a).split()[:-1], bare(b).split()[:-1]
    few, many = sorted((mine, theirs), key=len)
    rest = iter(many)
    return all(any(x[0] == y[0] and (x == y or 1 in (len(x), len(y))) for y in rest) for x in few)


def _fuller(first: Person, second: Person) -> Person:
    a, b = first.participant, second.participant
    name = b.name if len(b.name) > len(a.name) else a.name
    role = b.role if len(b.role or "") > len(a.role or "") else a.role
    merged = Participant(name=name, role=role, country=a.country or b.country)
    return Person(merged, first.start, first.end)


def merge(*groups: Sequence[Participant]) -> tuple[Participant, ...]:
    """Participants of several places of a page, each once, the first group's order first."""
    persons = [Person(one, 0, 0) for group in groups for one in group]
    return tuple(person.participant for person in _distinct(persons))


def byline(text: str, language: Language) -> tuple[Person, ...]:
    """The persons of a line that holds nothing else; empty if it holds anything else."""
    if len(text.split()) > _LONGEST_BYLINE or text.endswith((":", "?", "!")):
        return ()
    if text.isupper():  # a speaker's label
        return ()
    persons = of_text(text, language)
    covered = sum(person.end - person.start for person in persons)
    joints = 4 * len(persons)
    return persons if persons and covered + joints >= len(text.strip()) else ()
