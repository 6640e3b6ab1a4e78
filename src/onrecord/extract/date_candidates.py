"""Dates that may be a page's own, each with the trust in its place. It gathers and ranks; which one
is taken is `extract.dates`' decision."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.extract import addresses, field_dates, page_dates, stamps
from onrecord.extract.field_dates import FieldDate
from onrecord.extract.page import Field, Found, Page
from onrecord.extract.page_dates import Seen
from onrecord.languages.loader import Language
from onrecord.records import Record, Span

FIRM = 2  # ranks up to this: the date stands at the title
NEAR = 3  # ranks up to this: trusted more than the date of the address
LEFTOVER = 6  # a date line somewhere, without a word that tells what it is
_STRUCTURED = ("feed", "selector", "json-ld", "microdata", "open-graph", "dublin-core", "meta")
# <meta name="date"> and Dublin Core's dates are often those of the last edit: what is printed at
# the title is believed before them.
_LOOSE = ("dublin-core", "meta")
_ELEMENTS = ("time", "class")
_NAMES = ("published", "updated", "created", "said", "date", "time")
_DATE_LINE = 45  # letters beside the date: an author, a place, a section


class Candidate(Record, frozen=True, kw_only=True):
    """A date that may be the page's. `rank`: the trust in its place, 0 the most; `utc`: its clock
    is in the zone of machines, not of a place."""

    rank: int
    found: Found
    utc: bool = False

    @property
    def day(self) -> str:
        """The day, or what there is of it."""
        return self.found.value[:10]


class Case(Record, frozen=True, kw_only=True):
    """All that a page gives before one date is chosen."""

    page: Page
    words: Language
    url: str | None
    title: int | None
    subtitle: int | None
    seen: tuple[Seen, ...]
    fields: tuple[tuple[Field, FieldDate], ...]


def case(
    page: Page,
    words: Language,
    url: str | None,
    title: int | None,
    subtitle: int | None = None,
) -> Case:
    """What the page gives about its title, at the opening and the end of its body."""
    address = url or page.url or next((f.value for f in page.values("url")), None)
    at = page_dates.title_line(page) if title is None else title
    fields = tuple((f, field_dates.read(f, words)) for f in page.fields if f.name in _NAMES)
    seen = tuple(page_dates.seen(page, words, at, everywhere=False))
    return Case(
        page=page,
        words=words,
        url=address,
        title=at,
        subtitle=subtitle,
        seen=seen,
        fields=fields,
    )


def wider(given: Case) -> Case:
    """The same with the dates of all other lines."""
    seen = tuple(page_dates.seen(given.page, given.words, given.title, everywhere=True))
    return msgspec.structs.replace(given, seen=seen)


def structured(given: Case, name: str) -> Iterator[Candidate]:
    """Dates of structured data, in its order of trust."""
    for field, date in given.fields:
        value = date.value or settled(given, date.choices)
        if field.name == name and field.method in _STRUCTURED and value:
            rank = 1 if field.method in _LOOSE else 0
            yield Candidate(rank=rank, found=of_field(field, value), utc=date.utc)


def shown(given: Case, elements: bool) -> list[Candidate]:
    """What readers see, the most trusted first, near the title before far; leftovers only if they
    agree: dates of a list of articles do not. `elements`: <time> and the like too."""
    found = [*_lines(given), *(_elements(given) if elements else ())]
    found.sort(key=lambda c: (c.rank, _distance(given, c.found.line)))
    leftover = {c.day for c in found if c.rank >= LEFTOVER}
    return [c for c in found if c.rank < LEFTOVER or len(leftover) == 1]


def _lines(given: Case) -> Iterator[Candidate]:
    for seen in given.seen:
        rank = _rank(seen, given)
        found = of_line(given, seen, f"{seen.cue} line" if seen.cue else "date line")
        if rank is not None and found:
            rank += 0 if len(found.value) >= 10 else 4  # a month is seldom a stamp
            yield Candidate(rank=rank, found=found)


def _elements(given: Case) -> Iterator[Candidate]:
    for field, date in given.fields:
        value = date.value or settled(given, date.choices)
        if not value:
            continue
        if field.name == "created" and field.method in _STRUCTURED:
            yield Candidate(rank=4, found=of_field(field, value), utc=date.utc)
        elif field.name in ("published", "time") and field.method in _ELEMENTS:
            printed = _printed(field, given)
            if printed and len(printed) >= 10 and printed[:10] != value[:10]:
                value = printed
            rank = 1 if _is_near(field, given) else (4 if field.name == "published" else 5)
            yield Candidate(rank=rank, found=of_field(field, value), utc=date.utc)


def _rank(seen: Seen, given: Case) -> int | None:
    """The trust in a date that is seen to be the publication's; `None`: it cannot be."""
    told = seen.cue == "published" and seen.rest <= 2 * _DATE_LINE
    alone = seen.rest <= _DATE_LINE
    if seen.cue in ("updated", "said") or seen.zone == "title":
        return None
    if seen.zone == "opening":
        return 3
    if seen.zone == "head":
        if told:
            return 0
        return 2 if alone or seen.stamp.start == 0 else 5
    if seen.zone == "rest" and given.page.lines[seen.line].part == "furniture":
        return 5 if told and alone else None
    if told:
        return 4
    return LEFTOVER if alone else None


def _distance(given: Case, line: int | None) -> int:
    if line is None or given.title is None:
        return 0
    return line - given.title if line >= given.title else 2 * (given.title - line)


def _printed(field: Field, given: Case) -> str | None:
    """The date that an element shows, which is what readers go by."""
    if not field.extra or field.extra == field.value:
        return None
    return next((s.value for s in stamps.read(field.extra, given.words) if s.value), None)


def _is_near(field: Field, given: Case) -> bool:
    """Does an element's text stand about the title?"""
    if given.title is None or not field.extra:
        return False
    first = max(given.title - page_dates.ABOVE, 0)
    about = given.page.lines[first : given.title + page_dates.BELOW]
    return any(field.extra in line.text for line in about)


def of_field(field: Field, value: str) -> Found:
    """A field's date with its evidence."""
    return Found(value=value, method=field.method, quote=field.value, where=field.where)


def of_line(given: Case, seen: Seen, method: str) -> Found | None:
    """A line's date with its evidence: its value, with the clock that stands alone on the line
    before or after."""
    value = seen.stamp.value or settled(given, seen.stamp.choices)
    if value is None:
        return None
    if len(value) == 10:
        for index in (seen.line + 1, seen.line - 1):
            if 0 <= index < len(given.page.lines):
                clock = stamps.clock_alone(given.page.lines[index].text, given.words)
                if clock:
                    value = f"{value}T{clock}"
                    break
    span = Span(seen.stamp.start, seen.stamp.end)
    method = f"{method}: {seen.stamp.rule}"
    return Found(value=value, method=method, line=seen.line, span=span)


def address(given: Case) -> Found | None:
    """The date of the page's address."""
    dated = addresses.date(given.url)
    if dated is None or given.url is None:
        return None
    value, span = dated
    quote = given.url[span.start : span.end]
    return Found(value=value, method="address", quote=quote, where="url")


def settled(given: Case, choices: tuple[str, str] | None) -> str | None:
    """Which of two figures is the month: as the source says, other dates of the page, or the
    country."""
    if choices is None:
        return None
    for said in given.page.values("date_order"):
        return choices[0] if said.value == "dmy" else choices[1]
    sure = {date.value[:10] for _, date in given.fields if date.value}
    sure |= {seen.stamp.value[:10] for seen in given.seen if seen.stamp.value}
    dated = addresses.date(given.url)
    sure |= {dated[0]} if dated else set()
    fitting = [choice for choice in choices if choice[:10] in sure]
    if len(fitting) == 1:
        return fitting[0]
    order = page_dates.order(given.page, given.words, given.url)
    return {"dmy": choices[0], "mdy": choices[1]}.get(order or "")
