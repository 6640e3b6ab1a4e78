"""Dates as precise as known, as days on a line: so that a period can hold them."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")


class Period(NamedTuple):
    """First and last day, each as the number yyyymmdd."""

    first: int
    last: int


def period(date: str | None) -> Period | None:
    """The days that an ISO 8601 prefix may mean, or `None` if it is no date.

    >>> period("2020-02"), period("2019-10-09T10:54"), period("2019-13"), period("soon")
    (Period(first=20200201, last=20200229), Period(first=20191009, last=20191009), None, None)
    """
    found = _DATE.fullmatch(date or "")
    if found is None:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    if year == 0 or (month and not 1 <= int(month) <= 12):
        return None
    if month is None:
        return Period(year * 10_000 + 101, year * 10_000 + 1231)
    start, days = (year * 100 + int(month)) * 100, monthrange(year, int(month))[1]
    if day is None:
        return Period(start + 1, start + days)
    return Period(start + int(day), start + int(day)) if 1 <= int(day) <= days else None


def month(date: str | None) -> str | None:
    """
    >>> month("2019-10-09"), month("2019")
    ('2019-10', None)
    """
    return date[:7] if period(date) is not None and date and len(date) >= 7 else None


def year(date: str | None) -> str | None:
    """
    >>> year("2019-10-09"), year("unknown")
    ('2019', None)
    """
    return date[:4] if period(date) is not None and date else None
