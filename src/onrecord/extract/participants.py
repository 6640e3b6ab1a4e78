"""Who takes part, as the page's header says: the persons of the title and of the line under it,
then those of bylines and of a feed's creator, each once, with the evidence. How a person reads in a
line is known to `persons`; whom the labels of turns add, to `officials`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.extract import name_forms, persons
from onrecord.extract.headlines import Headline
from onrecord.extract.page import Found, Line
from onrecord.extract.persons import Person
from onrecord.languages.loader import Language
from onrecord.records import Participant, Span

_FEED = "feed"


class Participants(NamedTuple):
    """The participants; `found`: by number in their order, what names each."""

    people: tuple[Participant, ...]
    found: Mapping[str, Found]


class _Mention(NamedTuple):
    participant: Participant
    found: Found


def find(
    lines: Sequence[Line],
    headline: Headline | None,
    titled: Sequence[Person],
    issuer: Found | None,
    language: Language,
    subtitle: int | None = None,
) -> Participants:
    """`lines`: of the page, with their parts; `titled`: the persons of the title; `subtitle`: the
    line under it that belongs to it."""
    mentions = [
        *_in_title(lines, headline, titled, language),
        *_in_subtitle(lines, subtitle, language),
        *_in_bylines(lines, headline, subtitle, language),
        *_in_issuer(issuer, language),
    ]
    mentions += _introduced(lines, mentions, language)
    people = persons.merge([mention.participant for mention in mentions])
    found = {f"participants.{n}": _evidence(person, mentions) for n, person in enumerate(people)}
    return Participants(people, found)


def _evidence(person: Participant, mentions: Sequence[_Mention]) -> Found:
    """What names a person so; of several the first."""
    own = [m for m in mentions if persons.is_same(m.participant.name, person.name)]
    return next((m for m in own if m.participant.name == person.name), own[0]).found


def _in_title(
    lines: Sequence[Line],
    headline: Headline | None,
    titled: Sequence[Person],
    language: Language,
) -> list[_Mention]:
    if headline is None:
        return []
    mentions = []
    for person in titled:
        name = name_forms.nominative(person.participant.name, lines, language)
        found = headline.part(name, "title", person.start, person.end)
        mentions.append(_Mention(msgspec.structs.replace(person.participant, name=name), found))
    return mentions


def _in_subtitle(lines: Sequence[Line], subtitle: int | None, language: Language) -> list[_Mention]:
    """Persons in full: what stands after an office there may be a state that nobody knows."""
    if subtitle is None:
        return []
    line = lines[subtitle]
    return [
        _Mention(person.participant, _by_line(line, subtitle, person, "subtitle"))
        for person in persons.of_text(line.text, language)
        if len(person.participant.name.split()) > 1
    ]


def _in_bylines(
    lines: Sequence[Line], headline: Headline | None, subtitle: int | None, language: Language
) -> list[_Mention]:
    title = headline.lines if headline else ()
    return [
        _Mention(person.participant, _by_line(line, n, person, "byline"))
        for n, line in enumerate(lines)
        if line.part == "header" and n not in title and n != subtitle
        for person in persons.byline(line.text, language)
    ]


def _by_line(line: Line, n: int, person: Person, method: str) -> Found:
    span = Span(person.start, person.end)
    quote = line.text[person.start : person.end]
    return Found(
        value=person.participant.name, method=method, line=n, span=span, quote=quote,
        where=line.where,
    )  # fmt: skip


def _in_issuer(issuer: Found | None, language: Language) -> list[_Mention]:
    """A feed's creator may be a list of persons with their offices."""
    if issuer is None or issuer.method != _FEED:
        return []
    return [
        _Mention(
            person.participant,
            msgspec.structs.replace(issuer, value=person.participant.name),
        )
        for person in persons.byline(issuer.value, language)
    ]


def _introduced(
    lines: Sequence[Line], mentions: Sequence[_Mention], language: Language
) -> list[_Mention]:
    """The same persons as the first paragraphs name them in full."""
    people = persons.merge([mention.participant for mention in mentions])
    full = name_forms.introduced([one.name for one in people], lines, language)
    return [
        _Mention(person.participant, _by_line(lines[n], n, person, "text"))
        for n, person in full.values()
    ]
