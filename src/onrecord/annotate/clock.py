"""Times of day: a clock or a part of a day on a date."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.annotate import calendar
from onrecord.annotate.timex import Timex

_CLOCK = re.compile(r"(\d\d?)(?:[:.h](\d\d?)|(\d\d))?")


def with_clock(
    told: Mapping[str, str], date: str, anchor: str | None, mod: str | None
) -> Timex | None:
    """A time of day on a date; `None` if there is no such time.

    >>> with_clock({"clock": "3:05", "ampm": "pm"}, "2019-10-09", None, None).value
    '2019-10-09T15:05'
    """
    clock = told.get("clock")
    part = told.get("part")
    if night := told.get("night"):
        by, part = int(night[:-2]), night[-2:]
        day = calendar.day(date)
        date = (calendar.moved(day, by, "D") or date) if day else date
    if clock is not None:
        time = reading(clock, told.get("ampm"))
        if time is None:
            return None
        value = _joined(date, f"T{time}")
        start = value if len(date) == 10 and "X" not in value else None
        zone = told.get("zone")
        return Timex(
            type="TIME", value=value, mod=mod, anchor=anchor, start=start, end=start, zone=zone
        )
    bounds = calendar.bounds(date)
    start, end = bounds or (None, None)
    return Timex(type="TIME", value=f"{date}T{part}", mod=mod, anchor=anchor, start=start, end=end)


def _joined(date: str, time: str) -> str:
    if time.startswith("T24") and time != "T24:00":
        day = calendar.day(date)
        return f"{calendar.moved(day, 1, 'D') if day else date}T00{time[3:]}"
    return date + time


def reading(clock: str, half: str | None) -> str | None:
    """What a clock says, in 24 hours.

    >>> reading("3:05", "pm"), reading("12", "am"), reading("10.54", None), reading("9", None)
    ('15:05', '00:00', '10:54', '09:00')
    """
    found = _CLOCK.match(clock)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"
