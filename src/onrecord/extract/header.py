"""The header of a page: title, kind, dates, place, issuer, participants, language versions, each
with its evidence. Knows the order of the questions; each is answered in a module of its own.

What the page does not say stays `None`, with an issue where a reader would miss it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import msgspec

from onrecord.extract import (
    dates,
    headlines,
    issuers,
    kind_words,
    kinds,
    openings,
    participants,
    persons,
    places,
    versions,
)
from onrecord.extract.dates import DatesFound
from onrecord.extract.headlines import Headline
from onrecord.extract.kind_words import KINDS
from onrecord.extract.kinds import refine_kind
from onrecord.extract.officials import with_speakers
from onrecord.extract.openings import Class
from onrecord.extract.page import Draft, Found, Line, Page
from onrecord.extract.persons import Person
from onrecord.languages.loader import Language
from onrecord.records import Header, Issue, Issuer, Place, Source, Span

__all__ = ["read", "refine_kind", "with_speakers"]

_STAGE = "header"
_OPENING = 8  # short lines that may open a statement before its first sentence


def read(
    page: Page, language: Language, *, source: Source | None = None, url: str | None = None
) -> Draft:
    """The header of a page, and its lines with their parts."""
    address = url or page.url or next((f.value for f in page.values("url")), None)
    case = _Case(page, language)
    headline = case.headline
    title = case.title[0] if case.title else None
    dated = dates.find(page, language, url=address, title=title, subtitle=case.subtitle)
    kind = kinds.find(page, language, headline, case.classes, case.subtitle)
    issuer = issuers.find(page, language, case.title, case.classes, source)
    country = issuers.country(issuer, source, address)
    place, where = case.place(kind, country)
    spoken, shown = versions.find(page)
    lines = case.lines()
    people = participants.find(lines, headline, case.persons, issuer, language, case.subtitle)
    header = Header(
        title=case.text,
        kind=KINDS[kind.value] if kind else "other",
        published=_value(dated.published),
        updated=_value(dated.updated),
        date=_value(dated.said),
        place=where,
        issuer=_issuer(issuer, country),
        participants=people.people,
        languages=spoken,
    )
    found = {
        "title": headline.found if headline else None,
        "kind": kind,
        "published": dated.published,
        "updated": dated.updated,
        "date": dated.said,
        "place": place,
        "issuer": issuer,
        "issuer.country": country,
        "languages": shown,
        **people.found,
    }
    issues = (*dated.issues, *_issues(header, dated))
    return Draft(header=header, lines=lines, found=_known(found), issues=issues)


class _Case:
    """A page with what several questions need of it, looked at once."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page = page
        self.language = language
        self.classes = self._classes()
        self.headline: Headline | None = headlines.find(page, self._is_aside, self._opens_kind)
        self.title = self.headline.lines if self.headline else ()
        self.text = self.headline.found.value if self.headline else None
        self.subtitle: int | None = headlines.subtitle(page, self.headline, self._opens_kind)
        titled = persons.of_title(self.text, language) if self.text else ()
        self.persons: tuple[Person, ...] = titled

    def _classes(self) -> Callable[[int], Class | None]:
        """What each short line says."""

        @cache
        def classes(n: int) -> Class | None:
            return openings.classify(self.page.lines[n], self.language)

        return classes

    def _opens_kind(self, text: str) -> bool:
        return kind_words.opens(text, self.language)

    def _is_aside(self, n: int) -> bool:
        """Is a line above the text no title although it looks like one?"""
        line = self.page.lines[n]
        if line.kind == "heading" and line.level == 1 and line.where is not None:
            return openings.is_bare_stamp(line.text, self.language)
        return self.classes(n) is not None

    def place(self, kind: Found | None, country: Found | None) -> tuple[Found | None, Place | None]:
        where = places.Where(
            self.page,
            self.language,
            self.title,
            self.text,
            KINDS[kind.value] if kind else "other",
            [Span(person.start, person.end) for person in self.persons],
            self.classes,
            _value(country),
        )
        found = places.find(where)
        return found, places.place(found, where) if found else None

    def lines(self) -> tuple[Line, ...]:
        """The lines with the title, the short lines around it, and a date at the end as header."""
        lines = list(self.page.lines)
        last = self.title[-1] if self.title else -1
        body = [n for n, line in enumerate(lines) if line.part == "body" and line.text]
        above = [n for n in reversed(body) if self.title and n < self.title[0]][:_OPENING]
        taken = [*self.title, *(n for n in above if self.classes(n) is not None)]
        taken += [n for n in body[_OPENING:][-1:] if self.classes(n) == "stamp"]
        before: Class | None = None
        for n in [n for n in body if n > last][:_OPENING]:
            said = self.classes(n)
            venue = before == "place" and openings.is_venue(lines[n].text)
            if said is None and not venue and n != self.subtitle:
                break
            before = said
            taken.append(n)
        taken += [self.subtitle] if self.subtitle is not None else []
        for n in taken:
            lines[n] = msgspec.structs.replace(lines[n], part="header", reason=None)
        return tuple(lines)


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _known(found: Mapping[str, Found | None]) -> dict[str, Found]:
    return {name: one for name, one in found.items() if one is not None}


def _issuer(name: Found | None, country: Found | None) -> Issuer | None:
    if name is None and country is None:
        return None
    return Issuer(name=_value(name), country=_value(country))


def _issues(header: Header, dated: DatesFound) -> Sequence[Issue]:
    """What a reader would miss."""
    issues = []
    if header.title is None:
        issues.append(Issue(stage=_STAGE, message="no title found", subject="title"))
    if not (header.published or header.date or dated.issues):
        issues.append(Issue(stage=_STAGE, message="no date found", subject="published"))
    if header.kind == "other" and header.title:
        message = "neither title nor section says what kind of statement this is"
        issues.append(Issue(stage=_STAGE, severity="info", message=message, subject="kind"))
    return issues
