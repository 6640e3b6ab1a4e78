"""When a statement was published, updated and said: all that a page gives, in order of trust.

Published: fields of a feed or a source's selector; then structured data (JSON-LD, microdata, Open
Graph); then what readers see at the title: a date with a word such as "Published", <time> and date
elements, a date line; then Dublin Core and other <meta>; then the date in the address; then date
lines elsewhere in the body. A date in the address that agrees with one of these decides among them.
A structured date in UTC that is one day off from the date that is printed gives way to it: readers
are shown the day of the place. A page that has one date stamp was published then.

Said: a date at the end or the beginning of the title, a dateline ("Bern, 09.10.2019 - "), a date
with a word such as "Delivered on" or "Done at", a second date line below the title beside the stamp
of the publication; and, if it was published within a week, the date with which the first paragraph
opens ("On 9 October, the ministers met"). Never another date: without one `said` is unknown.

Updated: structured, or a date with a word such as "Last updated". It never stands for `published`.

Copyright years, and dates in prose, comments and lists of other articles are no dates of the page.
01/02/2019 is read as other dates of the page are, or as usual in its country; else it is unknown.
Clocks are as printed, zones are not converted. What cannot be read is `None` with an issue.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from onrecord.extract import addresses, date_candidates, page_dates, stamps
from onrecord.extract.date_candidates import FIRM, NEAR, Candidate, Case
from onrecord.extract.page import Found, Page
from onrecord.extract.page_dates import Seen
from onrecord.languages.loader import Language
from onrecord.records import Issue, Record

_SHORT = 110  # characters of a byline
_ENDS = (".”", ".", "!", "?", "”", "»", '"', "。")
_SOON = 8  # days: what a title or a first sentence dates within a week before the publication


class DatesFound(Record, frozen=True, kw_only=True):
    """The dates of a page with their evidence, and what could not be read."""

    published: Found | None = None
    updated: Found | None = None
    said: Found | None = None
    issues: tuple[Issue, ...] = ()


def find(
    page: Page,
    language: Language,
    *,
    url: str | None = None,
    title: int | None = None,
    subtitle: int | None = None,
    now: datetime.date | None = None,
) -> DatesFound:
    """The dates of a page. `title`: the line that is its title, if known; `subtitle`: the line
    under it that belongs to it. `now`: what lies later than the day after it is no date of a
    page."""
    case = date_candidates.case(page, language, url, title, subtitle)
    published = _published(case)
    if published is None:
        case = date_candidates.wider(case)
        published = _published(case)
    found = {"published": published, "updated": _updated(case), "said": _said(case, published)}
    issues = [*_future(found, now), *_troubles(case, found)]
    return DatesFound(**found, issues=tuple(issues))


def _published(case: Case) -> Found | None:
    address = date_candidates.address(case)
    given = next(date_candidates.structured(case, "published"), None)
    if given and given.rank == 0:
        return _confirmed(given, date_candidates.shown(case, elements=False), address)
    shown = date_candidates.shown(case, elements=True)
    if given and not any(c.rank <= FIRM for c in shown):
        return _confirmed(given, shown, address)
    for dated in (address.value if address else None, addresses.month(case.url)):
        agreeing = [c for c in shown if dated and c.found.value.startswith(dated)]
        if agreeing and shown[0].rank > 0:
            return agreeing[0].found
    if shown and (shown[0].rank <= NEAR or not address):
        return _clocked(shown)
    return address


def _clocked(shown: Sequence[Candidate]) -> Found:
    """The first; but of two stamps of one day at the title the one with a clock."""
    first = shown[0]
    same = (c.found for c in shown if c.day == first.day and c.rank <= max(first.rank, FIRM))
    return max(same, key=lambda found: len(found.value))


def _confirmed(given: Candidate, shown: Sequence[Candidate], address: Found | None) -> Found:
    """A structured date with what the page shows: its clock, or the day of the place."""
    printed = [c for c in shown if c.rank <= NEAR]
    if given.utc and len(given.found.value) > 10 and all(c.day != given.day for c in printed):
        others = [c.found for c in printed] + ([address] if address else [])
        for other in others:
            if _days(other.value, given.day) in (-1, 1):
                return other
    for candidate in printed:
        if candidate.day == given.day and candidate.found.line is not None:
            value = given.found.value
            return msgspec.structs.replace(
                given.found,
                value=value if len(value) > 10 else candidate.found.value,
                line=candidate.found.line,
                span=candidate.found.span,
            )
    return given.found


def _days(a: str, b: str) -> int | None:
    """How many days the second date lies after the first; `None` if one is no day.

    >>> _days("2019-10-09T23:10", "2019-10-10"), _days("2019-10", "2019-10-10")
    (1, None)
    """
    try:
        first, second = (datetime.date.fromisoformat(day[:10]) for day in (a, b))
    except ValueError:
        return None
    return (second - first).days


def _updated(case: Case) -> Found | None:
    for candidate in date_candidates.structured(case, "updated"):
        return candidate.found
    for seen in case.seen:
        if seen.cue == "updated":
            found = date_candidates.of_line(case, seen, "updated line")
            if found:
                return found
    for field, date in case.fields:
        if field.name == "updated" and date.value:
            return date_candidates.of_field(field, date.value)
    return None


def _said(case: Case, published: Found | None) -> Found | None:
    """What was said after it was published was not said then."""
    limit = published.value[:10] if published and len(published.value) >= 10 else None
    for name in ("said", "date"):
        for candidate in date_candidates.structured(case, name):
            return candidate.found
    for seen in sorted(case.seen, key=lambda seen: seen.zone != "title"):
        method = _says(case, seen, published)
        found = date_candidates.of_line(case, seen, method) if method else None
        if found and len(found.value) >= 10 and found.value[:10] <= (limit or "9999"):
            return msgspec.structs.replace(found, value=found.value[:10])
    return _in_title_field(case, limit) or (_in_lead(case, limit) if limit else None)


def _in_title_field(case: Case, limit: str | None) -> Found | None:
    """A title that only a feed or structured data give may say when, too."""
    for field in case.page.values("title")[:1]:
        for stamp in stamps.read(field.value, case.words):
            told = page_dates.is_title_date(field.value, stamp, case.words)
            value = (stamp.value or "")[:10]
            if told and len(value) == 10 and value <= (limit or "9999"):
                return date_candidates.of_field(field, value)
    return None


def _in_lead(case: Case, limit: str) -> Found | None:
    """The day with which the text opens, if it was published within days."""
    seen = page_dates.lead(case.page, case.words, case.title, limit)
    found = date_candidates.of_line(case, seen, "lead") if seen else None
    if found and _days(found.value, limit) in range(_SOON):
        return msgspec.structs.replace(found, value=found.value[:10])
    return None


def _says(case: Case, seen: Seen, published: Found | None) -> str | None:
    """How a date is told to be the one of the event; `None`: it is not."""
    line = case.page.lines[seen.line]
    value = seen.stamp.value or ""
    if seen.zone == "title":
        soon = published is not None and _days(value, published.value) in range(_SOON)
        return (
            "title" if soon or page_dates.is_title_date(line.text, seen.stamp, case.words) else None
        )
    if seen.line == case.subtitle and page_dates.is_title_date(line.text, seen.stamp, case.words):
        return "subtitle"
    if seen.cue == "said" and seen.zone != "rest":
        return "said line"
    if seen.cue or seen.zone not in ("head", "opening"):
        return None
    if seen.rest > 1:
        return "dateline" if page_dates.is_dateline(line.text, seen.stamp) else None
    other = published is not None and published.line not in (None, seen.line)
    fed = published is not None and published.method == "feed"  # whose items have no furniture
    second = other or (fed and _opens(case, seen.line))
    below = case.title is not None and case.title < seen.line
    return "second date line" if second and below and line.part != "furniture" else None


def _opens(case: Case, line: int) -> bool:
    """Do only short lines that are no sentences stand between the title and a line?"""
    first = 0 if case.title is None else case.title + 1
    return not any(
        len(one.text) > _SHORT or one.text.endswith(_ENDS) for one in case.page.lines[first:line]
    )


def _future(found: dict[str, Found | None], now: datetime.date | None) -> Iterator[Issue]:
    """Takes out what lies in the future. A day's grace: it is tomorrow somewhere."""
    limit = (now + datetime.timedelta(days=1)).isoformat() if now else "9999"
    for name, date in found.items():
        if date and date.value[:10] > limit:
            found[name] = None
            yield _issue(name, f"lies in the future: {date.value}")


def _troubles(case: Case, found: Mapping[str, Found | None]) -> Iterator[Issue]:
    """What could not be read, where that leaves a date unknown."""
    for field, date in case.fields:
        if date.problem and field.name in found and not found[field.name]:
            yield _issue(field.name, f"{field.method}: {date.problem}")
    if found["published"]:
        return
    for seen in case.seen:
        if seen.zone in ("end", "rest"):
            continue
        if seen.stamp.problem:
            yield _issue("published", seen.stamp.problem)
        elif seen.stamp.choices and not date_candidates.settled(case, seen.stamp.choices):
            first, second = seen.stamp.choices
            yield _issue("published", f"{first} or {second}? nothing on the page tells")


def _issue(subject: str, message: str) -> Issue:
    return Issue(stage="dates", message=message, subject=subject)
