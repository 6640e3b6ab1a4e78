"""Who takes part: the persons of the title, then those of bylines and of a feed's creator, each
once, with the evidence. How a person reads in a line is known to `persons`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.extract import persons
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
) -> Participants:
    """`lines`: of the page, with their parts; `titled`: the persons of the title."""
    mentions = [
        *_in_title(lines, headline, titled, language),
        *_in_bylines(lines, headline, language),
        *_in_issuer(issuer, language),
    ]
    people = persons.merge([mention.participant for mention in mentions])
    first: dict[str, Found] = {}
    for mention in mentions:
        first.setdefault(persons.surname(mention.participant.name), mention.found)
    found = {
        f"participants.{n}": first[key]
        for n, person in enumerate(people)
        if (key := persons.surname(person.name)) in first
    }
    return Participants(people, found)


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
        name = persons.nominative(person.participant.name, lines, language)
        found = headline.part(name, "title", person.start, person.end)
        mentions.append(_Mention(msgspec.structs.replace(person.participant, name=name), found))
    return mentions


def _in_bylines(
    lines: Sequence[Line], headline: Headline | None, language: Language
) -> list[_Mention]:
    title = headline.lines if headline else ()
    return [
        _Mention(person.participant, _by_line(line, n, person))
        for n, line in enumerate(lines)
        if line.part == "header" and n not in title
        for person in persons.byline(line.text, language)
    ]


def _by_line(line: Line, n: int, person: Person) -> Found:
    span = Span(person.start, person.end)
    quote = line.text[person.start : person.end]
    return Found(
        value=person.participant.name, method="byline", line=n, span=span, quote=quote,
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
