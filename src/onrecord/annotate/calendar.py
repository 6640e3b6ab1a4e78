"""The calendar: periods as TIMEX3 writes them (`2019`, `2019-10`, `2019-W41`, `2019-Q3`, `199`),
moved by units, and with their first and last days; and the days on which feasts fall.

It knows no language and no document.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable

Day = datetime.date
FRIDAY = 5  # as ISO 8601 counts
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}  # first and last month
_FIXED = {
    "christmas": (12, 25),
    "christmas_eve": (12, 24),
    "boxing_day": (12, 26),
    "orthodox_christmas": (1, 7),
    "new_year_eve": (12, 31),
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "assumption": (8, 15),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "nowruz": (3, 21),
    "victory_day": (5, 9),
    "europe_day": (5, 9),
    "womens_day": (3, 8),
    "labour_day": (5, 1),
    "bastille_day": (7, 14),
    "halloween": (10, 31),
    "valentine": (2, 14),
    "veterans_day": (11, 11),
    "un_day": (10, 24),
    "human_rights_day": (12, 10),
    "german_unity": (10, 3),
    "russia_day": (6, 12),
    "diplomats_day": (2, 10),
    "unity_day": (11, 4),
    "hispanic_day": (10, 12),
    "mexican_independence": (9, 16),
    "ukraine_independence": (8, 24),
    "us_independence": (7, 4),
}
_NTH_WEEKDAY = {"thanksgiving": (11, 4, 4), "us_labor_day": (9, 1, 1), "mlk_day": (1, 1, 3)}
_SIZE = {"Y": 1, "DE": 10, "CE": 100}
_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?P<we>-WE)?|Q(?P<q>\d)|H(?P<h>\d)"
    r"|(?P<s>SP|SU|FA|WI)))?"
)


def day(value: str | None) -> Day | None:
    """The day of an ISO 8601 prefix that names one.

    >>> day("2019-10-09T10:54"), day("2019-10"), day("2019-02-30")
    (datetime.date(2019, 10, 9), None, None)
    """
    try:
        return Day.fromisoformat(value[:10]) if value and len(value) >= 10 else None
    except ValueError:
        return None


def moved(at: Day, by: int, unit: str) -> str | None:
    """The period of a unit that is `by` units from the one in which a day lies; `None` outside the
    calendar.

    >>> [moved(Day(2019, 10, 9), -1, unit) for unit in ("D", "W", "M", "Q", "Y", "DE", "WE")]
    ['2019-10-08', '2019-W40', '2019-09', '2019-Q3', '2018', '200', '2019-W40-WE']
    """
    try:
        return _MOVES[unit](at, by)
    except (ValueError, OverflowError, KeyError):
        return None


def _by_day(at: Day, by: int) -> str:
    return (at + datetime.timedelta(days=by)).isoformat()


def _by_week(at: Day, by: int) -> str:
    return week(at + datetime.timedelta(weeks=by))


def week(at: Day) -> str:
    """
    >>> week(Day(2019, 10, 9))
    '2019-W41'
    """
    year, number, _ = at.isocalendar()
    return f"{year:04}-W{number:02}"


def _by_month(at: Day, by: int) -> str:
    months = at.year * 12 + at.month - 1 + by
    return f"{_year(months // 12)}-{months % 12 + 1:02}"


def _by_quarter(at: Day, by: int) -> str:
    quarters = at.year * 4 + (at.month - 1) // 3 + by
    return f"{_year(quarters // 4)}-Q{quarters % 4 + 1}"


def _by_half(at: Day, by: int) -> str:
    halves = at.year * 2 + (at.month > 6) + by
    return f"{_year(halves // 2)}-H{halves % 2 + 1}"


def _year(year: int) -> str:
    if not 1 <= year <= 9999:
        raise ValueError
    return f"{year:04}"


_MOVES: dict[str, Callable[[Day, int], str]] = {
    "D": _by_day,
    "W": _by_week,
    "WE": lambda at, by: f"{_by_week(at, by)}-WE",
    "M": _by_month,
    "Q": _by_quarter,
    "H": _by_half,
    "Y": lambda at, by: _year(at.year + by),
    "DE": lambda at, by: _year(at.year + 10 * by)[:3],
    "CE": lambda at, by: _year(at.year + 100 * by)[:2],
}


def bounds(value: str) -> tuple[str, str] | None:
    """The first and the last day of a period; `None` where it is not known.

    >>> bounds("2019-W41"), bounds("2019-02"), bounds("199"), bounds("XXXX-10-09")
    (('2019-10-07', '2019-10-13'), ('2019-02-01', '2019-02-28'), ('1990-01-01', '1999-12-31'), None)
    """
    first, slash, last = value.partition("/")
    if slash:
        a, b = bounds(first), bounds(last)
        return (a[0], b[1]) if a and b else None
    if re.fullmatch(r"\d\d\d?", value):
        size = 10 ** (4 - len(value))
        year = int(value) * size
        return (f"{max(year, 1):04}-01-01", f"{year + size - 1:04}-12-31")
    found = _VALUE.match(first[:10] if first[10:11] == "T" else first)
    try:
        return _bounds(found) if found and found.end() >= min(len(first), 10) else None
    except ValueError:
        return None


def _bounds(found: re.Match[str]) -> tuple[str, str]:
    year = int(found["y"])
    if found["d"]:
        one = Day(year, int(found["m"]), int(found["d"])).isoformat()
        return one, one
    if found["w"]:
        first, last = (6, 7) if found["we"] else (1, 7)
        number = int(found["w"])
        return (
            Day.fromisocalendar(year, number, first).isoformat(),
            Day.fromisocalendar(year, number, last).isoformat(),
        )
    if found["m"]:
        return _months(year, int(found["m"]), int(found["m"]))
    if found["q"]:
        return _months(year, int(found["q"]) * 3 - 2, int(found["q"]) * 3)
    if found["h"]:
        return _months(year, int(found["h"]) * 6 - 5, int(found["h"]) * 6)
    return _months(year, *SEASONS[found["s"]]) if found["s"] else _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    ends = year + (last < first)
    return (
        Day(year, first, 1).isoformat(),
        Day(ends, last, calendar.monthrange(ends, last)[1]).isoformat(),
    )


def unit(value: str) -> str | None:
    """The unit of a period.

    >>> [unit(v) for v in ("2019", "2019-10", "2019-10-09", "2019-Q3", "2019-W41", "201", "FY2019")]
    ['Y', 'M', 'D', 'Q', 'W', 'DE', None]
    """
    if re.fullmatch(r"\d\d\d?", value):
        return "DE" if len(value) == 3 else "CE"
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    for key, name in (("we", "WE"), ("w", "W"), ("q", "Q"), ("h", "H"), ("s", "S"), ("d", "D")):
        if found[key]:
            return name
    return "M" if found["m"] else "Y"


def is_part(value: str) -> bool:
    """Is a value a part of a year that every year has: a month, quarter, half or season?"""
    return unit(value) in {"M", "Q", "H", "S"}


def feast(name: str, year: int) -> str | None:
    """The day of a feast in a year, also so many days from Easter; `None` if that is not known.

    >>> feast("orthodox_easter", 2019), feast("easter-2", 2019), feast("nowruz", 2019)
    ('2019-04-28', '2019-04-19', '2019-03-21')
    """
    if name in _FIXED:
        return f"{year:04}-{_FIXED[name][0]:02}-{_FIXED[name][1]:02}"
    if name in _NTH_WEEKDAY:
        month, weekday, nth = _NTH_WEEKDAY[name]
        first = Day(year, month, 1)
        ahead = (weekday - first.isoweekday()) % 7 + 7 * (nth - 1)
        return (first + datetime.timedelta(days=ahead)).isoformat()
    found = re.fullmatch(r"(orthodox_)?easter([+-]\d+)?", name)
    if not found or not 1583 <= year <= 4000:
        return None
    sunday = orthodox_easter(year) if found[1] else easter(year)
    return (sunday + datetime.timedelta(days=int(found[2] or 0))).isoformat()


def easter(year: int) -> Day:
    """Easter Sunday of the Western churches (the anonymous Gregorian algorithm).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, before = divmod(h + k - 7 * m + 114, 31)
    return Day(year, month, before + 1)


def orthodox_easter(year: int) -> Day:
    """Easter Sunday of the Orthodox churches (Meeus's Julian algorithm, in Gregorian days).

    >>> orthodox_easter(2022)
    datetime.date(2022, 4, 24)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, before = divmod(d + e + 114, 31)
    apart = year // 100 - year // 400 - 2
    return Day(year, month, before + 1) + datetime.timedelta(days=apart)
