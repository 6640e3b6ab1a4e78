"""Stretches of time whose ends are known to the day, the month, the year or not at all.

Knows when a day surely lies within one, and when it surely does not; in between nobody knows.
"""

from __future__ import annotations

import msgspec

_LAST = "9999-12-31"
_FIRST = "0000-01-01"


class Period(msgspec.Struct, frozen=True):
    """The earliest and latest days on which a stretch may have begun and ended."""

    begun_from: str
    begun_by: str
    ended_from: str
    ended_by: str

    def surely_holds(self, date: str) -> bool:
        """Whether a day lies within it whatever its ends were."""
        return self.begun_by <= date <= self.ended_from

    def may_hold(self, date: str) -> bool:
        """Whether a day may lie within it."""
        return self.begun_from <= date <= self.ended_by


def period(since: str | None, until: str | None) -> Period:
    """The period of two ISO 8601 prefixes; no `since`: it began at an unknown time; no `until`: it
    has not ended.

    >>> period("2012-05", None).surely_holds("2012-05-20")
    False
    >>> period("2012-05", None).may_hold("2012-05-20")
    True
    """
    begun = (_FIRST, _LAST) if since is None else (first_day(since), last_day(since))
    ended = (_LAST, _LAST) if until is None else (first_day(until), last_day(until))
    return Period(*begun, *ended)


def first_day(prefix: str) -> str:
    """The first day of a year, month or day.

    >>> first_day("2019"), first_day("2019-10")
    ('2019-01-01', '2019-10-01')
    """
    return (prefix + "-01-01")[:10]


def last_day(prefix: str) -> str:
    """The last day of a year, month or day; a month's may be one that no calendar has.

    >>> last_day("2019"), last_day("2019-10-09")
    ('2019-12-31', '2019-10-09')
    """
    return prefix + {4: "-12-31", 7: "-31"}.get(len(prefix), "")
