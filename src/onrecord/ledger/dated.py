"""Dates that are known to the day, month or year, compared with the day that a reader names."""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def known(value: object) -> str | None:
    """A date as precise as it is known; None for what is none.

    >>> known("2019-11-05T10:00"), known("2019-W45"), known("2019-11"), known(None)
    ('2019-11-05', '2019', '2019-11', None)
    """
    found = _DATE.match(value) if isinstance(value, str) else None
    return found[0] if found else None


def ending(value: object) -> str | None:
    """When a date or a time between two dates ends.

    >>> ending("2019/2021"), ending("2019-11"), ending(None)
    ('2021', '2019-11', None)
    """
    return known(value.rpartition("/")[2]) if isinstance(value, str) else None


def first(date: str) -> str:
    """The first day that a date may mean.

    >>> first("2019"), first("2019-11"), first("2019-11-05")
    ('2019-01-01', '2019-11-01', '2019-11-05')
    """
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date[:10]


def last(date: str) -> str:
    """The last day that a date may mean.

    >>> last("2019"), last("2020-02"), last("2019-11-05")
    ('2019-12-31', '2020-02-29', '2019-11-05')
    """
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date[:10]


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """May a date lie in a time? What is not known lies in none, unless all is asked for.

    >>> within("2019", "2019-05", None), within("2018", "2019", None), within(None, None, None)
    (True, False, True)
    """
    if date is None:
        return since is None and until is None
    return (since is None or last(date) >= first(since)) and (
        until is None or first(date) <= last(until)
    )
