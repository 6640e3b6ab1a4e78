"""Dates that say their year, decade or century, or are written in figures.

What is no day of the calendar (31 February) is no date.
"""

from __future__ import annotations

import datetime

from onrecord.annotate import calendar
from onrecord.annotate.durations import amount
from onrecord.annotate.timex import Context, Dated, Told

_LONGEST = 20  # years of a period as 2014/20


def iso(told: Told, context: Context) -> Dated | None:
    """
    >>> iso({"iso": "2019/10/09"}, Context(None))
    ('2019-10-09', None)
    """
    date, _, clock = told["iso"].replace("/", "-").replace(".", "-").partition("t")
    year, month, day = date.split("-")
    value = checked(int(year), int(month), int(day))
    return (f"{value}T{clock[:5]}" if clock and value else value, None) if value else None


def numeric(told: Told, context: Context) -> Dated | None:
    """
    >>> numeric({"dmy": "09.10.19"}, Context("2019-12-01"))
    ('2019-10-09', None)
    """
    day, month, year = told["dmy"].split(".")
    value = checked(_full(year, context), int(month), int(day))
    return (value, None) if value else None


def slashed(told: Told, context: Context) -> Dated | None:
    """Where nobody knows which figure is the month, both stay unknown.

    >>> [slashed({"slashed": f"{d}/2019"}, Context(None))[0] for d in ("9/10", "9/13")]
    ['2019-XX-XX', '2019-09-13']
    """
    a, b, printed = told["slashed"].split("/")
    year = _full(printed, context)
    day_first, month_first = checked(year, int(b), int(a)), checked(year, int(a), int(b))
    if context.order == "mdy" and month_first:
        return month_first, None
    if context.order == "dmy" and day_first:
        return day_first, None
    if day_first and month_first and day_first != month_first:
        return f"{year:04}-XX-XX", None
    one = day_first or month_first
    return (one, None) if one else None


def pair(told: Told, context: Context) -> Dated | None:
    """
    >>> pair({"pair": "2014/15"}, Context(None))
    ('2014/2015', None)
    """
    first, _, last = told["pair"].partition("/")
    if len(last) == 2 and (int(last) - int(first)) % 100 > _LONGEST:
        return None  # a number, as of a directive: 2014/65
    return of_year({"year": first, "year2": last}, context)


def of_year(told: Told, context: Context) -> Dated | None:
    """A year with what is said of it."""
    year = int(told["year"].rpartition("/")[2])  # also of a law: 12/2002
    if "pair" in told or "year2" in told:
        last = told["year2"]
        end = int(last) if len(last) > 2 else year - year % 100 + int(last)
        return (f"{year:04}/{end:04}", None) if end > year else None
    value = within(told, year)
    return (value, None) if value else None


def decade(told: Told, context: Context) -> Dated | None:
    """
    >>> decade({"decade": "90"}, Context("2019-10-09")), decade({"decade": "1980"}, Context(None))
    (('199', None), ('198', None))
    """
    printed = told["decade"]
    if len(printed) == 2:
        base = context.day
        now = base.year if base else 2030
        printed = str((2000 if 2000 + int(printed) <= now else 1900) + int(printed))
    return printed[:3], None


def century(told: Told, context: Context) -> Dated | None:
    """
    >>> century({"century": "20"}, Context(None))
    ('19', None)
    """
    return f"{int(told['century']) - 1:02}", None


def words(told: Told, context: Context) -> Dated | None:
    """A year in words.

    >>> words({"words": "1900+90+6"}, Context(None))
    ('1996', None)
    """
    total = amount(told["words"])
    return of_year({**told, "year": str(int(total))}, context) if total else None


def within(told: Told, year: int) -> str | None:
    """What is said within a year, as a value of that year; `None` if there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if "holiday" in told:
        return calendar.feast(told["holiday"], year)
    if "month2" in told or "day2" in told:
        return _stretch(told, year)
    if "day" in told:
        return checked(year, int(told["month"]), int(told["day"]))
    if "month" in told:
        return f"{year:04}-{int(told['month']):02}"
    for key, sign in (("quarter", "Q"), ("half", "H"), ("season", "")):
        if key in told:
            return f"{year:04}-{sign}{told[key]}"
    return f"{year:04}"


def _stretch(told: Told, year: int) -> str | None:
    last = told.get("month2", told["month"])
    if "day" not in told:
        return f"{year:04}-{int(told['month']):02}/{year:04}-{int(last):02}"
    a = checked(year, int(told["month"]), int(told["day"]))
    b = checked(year, int(last), int(told["day2"]))
    return f"{a}/{b}" if a and b and a < b else None


def _full(year: str, context: Context) -> int:
    """A year of two figures is of this century unless it would lie far ahead."""
    if len(year) > 2:
        return int(year)
    said = int(context.said[:4]) if context.said else 2030
    return int(year) + (2000 if int(year) + 2000 <= said + 10 else 1900)


def checked(year: int, month: int, day: int) -> str | None:
    """A day of the calendar, or `None`.

    >>> checked(2019, 2, 28), checked(2019, 2, 31)
    ('2019-02-28', None)
    """
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
