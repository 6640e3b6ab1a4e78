"""Addresses with a date or a page's number in them: `https://.../{year}/{month:02}?page={page}`.

Knows calendars and numbers; asks no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.records import Listing

_FIELD = re.compile(r"\{([^{}]*)\}")
_KNOWN = re.compile(r"(year|month|day|page)(?::(0[1-9]))?")
_MOST_PERIODS = 400


def fields(url: str) -> frozenset[str]:
    """The names between braces in an address; `ValueError` says what is wrong with one.

    >>> sorted(fields("https://a.example/{year}/{month:02}"))
    ['month', 'year']
    """
    names = set()
    for inside in _FIELD.findall(url):
        known = _KNOWN.fullmatch(inside)
        if known is None:
            raise ValueError(f"{{{inside}}}: write {{year}}, {{month}}, {{day:02}} or {{page}}")
        names.add(known[1])
    if "{" in _FIELD.sub("", url) or "}" in _FIELD.sub("", url):
        raise ValueError("a brace that is not closed")
    if ("day" in names and "month" not in names) or ("month" in names and "year" not in names):
        raise ValueError("a day needs its month, and a month its year")
    return frozenset(names)


def addresses(listing: Listing, today: date) -> tuple[str, ...]:
    """What is asked on a day: the listing's address; of an archive, the current period and those
    before it, the latest first."""
    named = fields(listing.url)
    if not named:
        return (listing.url,)
    days = _periods(today, named, min(listing.back, _MOST_PERIODS))
    return tuple(dict.fromkeys(_filled(listing.url, day, listing.first) for day in days))


def next_page(listing: Listing, url: str) -> str | None:
    """The address of the page after this one, where pages have numbers.

    >>> numbered = Listing(kind="page", url="https://a.example/?p={page}")
    >>> next_page(numbered, "https://a.example/?p=9"), next_page(numbered, "https://a.example/")
    ('https://a.example/?p=10', None)
    """
    if "page" not in fields(listing.url):
        return None
    found = _pattern(listing.url).fullmatch(url)
    if found is None:
        return None
    start, end = found.span("page")
    number = str(int(found["page"]) + 1).zfill(_width(listing.url))
    return url[:start] + number + url[end:]


def _periods(today: date, named: frozenset[str], back: int) -> Iterator[date]:
    day = today
    for _ in range(back + 1 if named & {"year", "month", "day"} else 1):
        yield day
        if "day" in named:
            day -= timedelta(days=1)
        elif "month" in named:
            day = day.replace(day=1) - timedelta(days=1)
        else:
            day = date(day.year - 1, 12, 31)


def _filled(url: str, day: date, page: int) -> str:
    values = {"year": day.year, "month": day.month, "day": day.day, "page": page}

    def value(found: re.Match[str]) -> str:
        known = _KNOWN.fullmatch(found[1])
        return format(values[known[1]], known[2] or "") if known else found[0]

    return _FIELD.sub(value, url)


def _pattern(url: str) -> re.Pattern[str]:
    """What an address that was made from this one looks like; the first page number has a name."""
    pieces, done, told = [], 0, False
    for found in _FIELD.finditer(url):
        is_page = found[1].startswith("page") and not told
        told = told or is_page
        pieces += [re.escape(url[done : found.start()]), r"(?P<page>\d+)" if is_page else r"\d+"]
        done = found.end()
    return re.compile("".join([*pieces, re.escape(url[done:])]))


def _width(url: str) -> int:
    found = re.search(r"\{page:0(\d)\}", url)
    return int(found[1]) if found else 0
