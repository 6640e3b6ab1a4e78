"""What phrases say of time, resolved: features (`languages/und/times.toml`) to TIMEX3, reckoned
from when it was said, from the date mentioned last, and by the direction of the clause.

What cannot be known stays unknown: a value with X for its missing parts, without start and end.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.annotate import calendar, explicit, relative
from onrecord.annotate.clock import with_clock
from onrecord.annotate.durations import away, period
from onrecord.annotate.timex import Context, Dated, Timex, Told

_LENGTHS = frozenset({"dur", "stretch"})
_OF_A_CLOCK = frozenset({"TS", "TM", "TH"})  # no clock is known from which to reckon them
_RECKONED = frozenset({"ago", "hence", "later"})


def resolved(told: Told, kind: str, context: Context) -> Timex | None:
    """The value of a phrase; `None` if it says nothing (31 February).

    >>> resolved({"rel": "-1", "unit": "W"}, "date", Context("2019-10-09")).value
    '2019-W40'
    """
    if daytime := told.get("daytime"):  # one word for both: a weekday and its part
        told = {**told, "weekday": daytime[0], "part": daytime[2:]}
    if told.get("dmy", "..").count(".") == 1:  # 7.10. without its year
        day, month = told["dmy"].split(".")
        told = {"day": day, "month": month}
    if "ref" in told:
        return Timex(type="DATE", value=told["ref"])
    if "set" in told:
        return _set(told)
    if kind in _LENGTHS:
        return _duration(told, context)
    if told.get("unit") in _OF_A_CLOCK and told.get("rel") == "0":  # this minute
        return Timex(type="DATE", value="PRESENT_REF")
    if told.get("unit") in _OF_A_CLOCK and not _RECKONED.isdisjoint(told):
        return Timex(type="DURATION", value=period(told.get("n"), told["unit"]), mod=_mod(told))
    found = _date(told, context)
    if found is None:
        return None
    value, anchor = beside(told, found)
    if any(key in told for key in ("clock", "part", "night")):
        return with_clock(told, value, anchor, _mod(told))
    bounds = calendar.bounds(value)
    start, end = bounds or (None, None)
    return Timex(type="DATE", value=value, mod=_mod(told), anchor=anchor, start=start, end=end)


def _mod(told: Told) -> str | None:
    return told.get("mod")


def _set(told: Told) -> Timex:
    if "weekday" in told:
        part = f"T{told['part']}" if "part" in told else ""
        return Timex(type="SET", value=f"XXXX-WXX-{told['weekday']}{part}", quant="EVERY")
    if "month" in told:
        return Timex(type="SET", value=f"XXXX-{int(told['month']):02}", quant="EVERY")
    every = None if told.get("n") == "X" else told.get("n")  # a bare plural: each one
    return Timex(type="SET", value=period(every, told["unit"]), mod=_mod(told))


def _duration(told: Told, context: Context) -> Timex:
    number = told.get("n")
    if number and "n+" in told:
        number += "+" + told["n+"]
    value = period(number, told["unit"])
    start, end = _reach(told, context)
    anchor = context.said[:10] if context.said and (start or end) else None
    return Timex(type="DURATION", value=value, mod=_mod(told), anchor=anchor, start=start, end=end)


def _reach(told: Told, context: Context) -> tuple[str | None, str | None]:
    """From when to when "the last two weeks", "the next few days" reach."""
    day, way = context.day, int(told.get("span", 0))
    if not way or day is None:
        return None, None
    other = away(told, day, way)
    edge = other and (calendar.bounds(other) or (None, None))[0 if way < 0 else 1]
    return (edge, day.isoformat()) if way < 0 else (day.isoformat(), edge)


def _date(told: Told, context: Context) -> Dated | None:
    """The value of a date, and from where it was reckoned; `None` if there is no such date."""
    for keys, read in _READERS:
        if any(key in told for key in keys):
            return read(told, context)
    return "XXXX-XX-XX", None


def beside(told: Told, found: Dated) -> Dated:
    """The day before or after a date ("beside"), or the period in which it lies ("lies"): the week
    of 6 March, the quarter ended 30 September.

    >>> beside({"lies": "W"}, ("2000-03-06", None)), beside({"beside": "-1"}, ("2000-02-22", None))
    (('2000-W10', '2000-03-06'), ('2000-02-21', '2000-02-22'))
    """
    value, _ = found
    if "lies" not in told and "beside" not in told:
        return found
    day = calendar.day(value)
    other = day and calendar.moved(day, int(told.get("beside", 0)), told.get("lies", "D"))
    return (other, value) if other else ("XXXX-XX-XX", None)


_READERS: tuple[tuple[tuple[str, ...], Callable[[Told, Context], Dated | None]], ...] = (
    (("iso",), explicit.iso),
    (("dmy",), explicit.numeric),
    (("slashed",), explicit.slashed),
    (("pair",), explicit.pair),
    (("words",), explicit.words),
    (("year",), explicit.of_year),
    (("decade",), explicit.decade),
    (("century",), explicit.century),
    (("weekday",), relative.weekday),
    (("month", "quarter", "half", "season", "holiday"), relative.without_year),
    (("day",), relative.day_alone),
    (("later", "seq", "seqword"), relative.sequence),
    (("unit", "shift", "rel"), relative.relative),
    (("clock", "part", "night"), relative.time_alone),
)
