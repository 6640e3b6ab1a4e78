"""Dates in a short text: where each stands, its value as an ISO 8601 prefix, and a clock beside it.

All words and patterns are rules of `languages/*/times.toml`. What is no day of the calendar
(31 February) is found too, with the problem instead of a value. Zones are not converted: the clock
is what is printed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from onrecord.languages.loader import Language, everything, language, tags
from onrecord.languages.rules import Match
from onrecord.languages.schema import Value

_TRIGGER = re.compile(r"\d{4}|\d\d?\.\s?\d\d?\.\s?\d\d|\d\d?/\d\d?/\d\d")
_IDEOGRAPH = re.compile("[\u2e80-\uffa0]")
_DIGIT = re.compile(r"\d")
# "9 October 201910:54", "March 3, 2019by": what a browser's copy glues to a year
_GLUED = re.compile(
    r"(?<!\d)(?:19|20)\d\d"
    r"(?=[0-2]?\d:[0-5]\d(?!\d)|\d\d?(?:\.\s?|\s)[^\W\d_]{3}|\d\d?[./]\d\d?[./]|[^\W\d_\u2e80-\uffa0]{2})"
    r"|(?<=[^\W\d_]\s)\d\d?(?=(?:19|20)\d\d(?!\d))"
    r"|[^\W\d_](?=\d\d?[./]\d\d?[./](?:19|20)\d\d)"
)
# a clock range is an event's
_RANGE = re.compile(r"\s?[-–—]\s?\d\d?[:.h]\d\d")
# "9-10 October": the second of two days is no stamp
_FIRST_DAY = re.compile(r"(?:^|[^\d.:/])\d\d?\.?\s?[-–—]\s?$")
_BETWEEN = 12  # characters between a date and its clock: " at ", " | ", " ET, Tue "
_LONGEST = 400


class Stamp(NamedTuple):
    """A date in a text. `value`: `None` if it is no day (`problem` says why) or if nobody knows
    which figure is the month: then `choices` are the two readings, the day first and the month."""

    start: int
    end: int
    value: str | None
    rule: str
    problem: str | None = None
    choices: tuple[str, str] | None = None


def read(text: str, words: Language) -> list[Stamp]:
    """The dates of a text, in order; a text without a date in the words of its language is read
    in those of all others.

    >>> [s.value for s in read("9 October 201910:54", language("en"))]
    ['2019-10-09T10:54']
    >>> [s.value for s in read("Обновлено 6 марта 2024 года", language("en"))]
    ['2024-03-06']
    >>> read("31.02.2019", language("de"))[0].problem
    'no such day: 31.02.2019'
    """
    if len(text) > _LONGEST or not _TRIGGER.search(text):
        return []
    return list(_read(text, words))


@lru_cache(maxsize=512)  # what a line says is asked by several readers
def _read(text: str, words: Language) -> tuple[Stamp, ...]:
    apart, cuts = _unglued(text)
    matches = _matches(apart, words)
    dates = [m for m in matches if _is_date(m)]
    clocks = [m for m in matches if m.value.startswith("TIME")]
    found = [_stamp(apart, d, clocks) for d in dates if not _FIRST_DAY.search(apart[: d.start])]
    return tuple(_moved(stamp, cuts) for stamp in found)


def may_hold(text: str) -> bool:
    """Could there be a date? Quick, and never wrong when it denies."""
    return _TRIGGER.search(text) is not None


def _unglued(text: str) -> tuple[str, list[int]]:
    cuts = [m.end() for m in _GLUED.finditer(text)]
    for cut in reversed(cuts):
        text = f"{text[:cut]} {text[cut:]}"
    return text, cuts


def _moved(stamp: Stamp, cuts: list[int]) -> Stamp:
    """The stamp as it stands in the text before it was cut apart."""

    def back(position: int) -> int:
        return position - sum(cut + n < position for n, cut in enumerate(cuts))

    return stamp._replace(start=back(stamp.start), end=back(stamp.end))


def _matches(text: str, words: Language) -> list[Match]:
    found = words.rules("times").best(text)
    if any(map(_is_date, found)):
        return found
    worded = next(everything().forms("times", "month").find(text), None) is not None
    for tag in tags():
        tried = worded if language(tag).info.spaces else _IDEOGRAPH.search(text)
        if tried and tag not in words.chain:
            other = language(tag).rules("times").best(text)
            if any(map(_is_date, other)):
                return other
    return found


def _is_date(match: Match) -> bool:
    return not match.value.startswith("TIME") and not _yearless(match)


def _yearless(match: Match) -> bool:
    return match.value.startswith("DATE XXXX")


def day_of_year(text: str, words: Language) -> Match | None:
    """The first day without a year in a text, as `DATE XXXX-MM-DD`.

    >>> day_of_year("On 9 October the ministers met", language("en")).value
    'DATE XXXX-10-09'
    """
    return next((m for m in words.rules("times").best(text) if _yearless(m)), None)


def _stamp(text: str, date: Match, clocks: list[Match]) -> Stamp:
    start, end = date.start, date.end
    printed = text[start:end]
    if date.value.startswith("NUMERIC"):
        return _numeric(text, date, clocks)
    day = date.value.removeprefix("DATE ")
    if problem := _problem(day, printed):
        return Stamp(start, end, None, date.rule, problem)
    if len(day) == 10 and (clock := _clock(text, start, end, clocks)):
        start, end, time = clock
        day = f"{day}T{time}"
    return Stamp(start, end, day, date.rule)


def _numeric(text: str, date: Match, clocks: list[Match]) -> Stamp:
    start, end = date.start, date.end
    first, second, year = (int(part) for part in date.value.removeprefix("NUMERIC ").split("/"))
    day_first = f"{year:04}-{second:02}-{first:02}"
    month_first = f"{year:04}-{first:02}-{second:02}"
    possible = [day for day in (day_first, month_first) if _problem(day, "") is None]
    if not possible:
        problem = f"no such day: {text[start:end]}"
        return Stamp(start, end, None, date.rule, problem)
    suffix = ""
    if clock := _clock(text, start, end, clocks):
        start, end, time = clock
        suffix = f"T{time}"
    if len(set(possible)) == 1:
        return Stamp(start, end, possible[0] + suffix, date.rule)
    both = (day_first + suffix, month_first + suffix)
    return Stamp(start, end, None, date.rule, None, both)


def _problem(value: str, printed: str) -> str | None:
    """Why a date is none."""
    parts = [int(part) for part in value[:10].split("-")]
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        return f"no such day: {printed}"
    return None


def _clock(text: str, start: int, end: int, clocks: list[Match]) -> tuple[int, int, str] | None:
    """The clock that stands beside a date, rather after it than before, taken out of `clocks`: the
    span of both, and the time."""
    for clock in clocks:
        if clock.start >= end and _is_link(text[end : clock.start]):
            break
    else:
        before = [c for c in clocks if c.end <= start and _is_link(text[c.end : start])]
        if not before:
            return None
        clock = before[-1]
    if _RANGE.match(text, clock.end):
        return None
    clocks.remove(clock)
    return min(start, clock.start), max(end, clock.end), clock_value(clock.parts)


def _is_link(between: str) -> bool:
    few = len(between) <= _BETWEEN and between.count(".") <= 1
    return few and "?" not in between and not _DIGIT.search(between)


def clock_value(parts: Mapping[str, Value]) -> str:
    """
    >>> clock_value({"hour": "3", "minute": "05", "half": "pm"})
    '15:05'
    """
    hour, minute = int(parts["hour"]), int(parts.get("minute", 0))
    if parts.get("half") == "pm" and hour < 12:
        hour += 12
    elif parts.get("half") == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"


def clock_alone(text: str, words: Language) -> str | None:
    """The time, if a text is nothing but a clock.

    >>> clock_alone("12:30", language("en")), clock_alone("at 12:30 today", language("en"))
    ('12:30', None)
    """
    if len(text) > 16 or not _DIGIT.search(text):
        return None
    for clock in words.rules("times").best(text):
        around = text[: clock.start] + text[clock.end :]
        if clock.value.startswith("TIME") and not around.strip(" ,|-–·."):
            return clock_value(clock.parts)
    return None
