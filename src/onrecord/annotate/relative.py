"""Dates that are reckoned: from when it was said, from the date mentioned last, by the direction of
the clause. What cannot be known keeps X for its missing parts.
"""

from __future__ import annotations

import datetime

from onrecord.annotate import calendar, explicit
from onrecord.annotate.durations import amount, away, sized
from onrecord.annotate.timex import Context, Dated, Direction, Told

_FAR = 10  # years
_EITHER = "0"  # of `hence`: a word for both, so long from now and so long after
_SIZES = ("D", "W", "WE", "M", "Q", "H", "S", "Y", "DE", "CE")  # the smaller first


def without_year(told: Told, context: Context) -> Dated | None:
    """A day, month, quarter... without its year: that of the date reckoned from, as told by "last"
    and "this", by the direction of the clause, or the nearest."""
    base = _base(context)
    if told.get("of") == "that":
        return _of_that_year(told, context)
    if base is None:
        return (_unknown_year(told), None) if explicit.within(told, 2000) else None
    anchor = base.isoformat()
    rel = told.get("rel")
    if rel is not None and (told.get("of") == "Y" or "half" in told):
        value = explicit.within(told, base.year + int(rel))
    else:
        value = _nearest(told, base, context, int(rel) if rel is not None else None)
    return (value, anchor) if value else None


def _of_that_year(told: Told, context: Context) -> Dated | None:
    """Of the year of the date that was mentioned last."""
    last = context.last or ""
    value = explicit.within(told, int(last[:4])) if last[:4].isdecimal() else _unknown_year(told)
    return (value, context.last) if value else None


def _unknown_year(told: Told) -> str:
    value = explicit.within({k: v for k, v in told.items() if k != "holiday"}, 2000) or "2000"
    if "holiday" in told:
        day = calendar.feast(told["holiday"], 2000)
        value = day if day and "easter" not in told["holiday"] else "2000-XX-XX"
    return value.replace("2000", "XXXX")


def _nearest(told: Told, base: datetime.date, context: Context, rel: int | None) -> str | None:
    years = range(max(base.year - 1, 1), min(base.year + 1, 9999) + 1)
    options = [v for v in (explicit.within(told, year) for year in years) if v]
    spans = [(v, b) for v in options if (b := calendar.bounds(v))]
    if not spans:
        return options[0] if options else None
    today = base.isoformat()
    if rel == 0 or ("quarter" in told and rel is None and not context.narrative):
        this = next((b for v, b in spans if v[:4] == str(base.year)), None)
        early = this is not None and this[0] > today and context.direction < 0
        return explicit.within(told, base.year - (early and rel is None))
    if context.narrative and context.last and not rel:
        if calendar.unit(context.last) not in {"D", "M", "W"}:
            return next((v for v, _ in spans if v[:4] == str(base.year)), None)
        return min(spans, key=lambda item: _distance(item[1], base, 1, 2))[0]  # a story goes on
    if rel:
        there = [v for v, (start, end) in spans if (end < today if rel < 0 else start > today)]
        return there[-1 if rel < 0 else 0] if there else None
    against = 4 if "day" in told or "holiday" in told else 8
    way = context.direction
    return min(spans, key=lambda item: _distance(item[1], base, way, against))[0]


def _distance(
    span: tuple[str, str], base: datetime.date, direction: Direction, against: int
) -> int:
    """Days to a period; those against the direction of the clause count so many times."""
    start, end = (datetime.date.fromisoformat(day) for day in span)
    if start <= base <= end:
        return 0
    days = (start - base).days if start > base else (end - base).days
    return abs(days) * (against if days * direction < 0 else 1)


def weekday(told: Told, context: Context) -> Dated | None:
    base = _base(context)
    if "seq" in told and context.last and calendar.unit(context.last) == "D":
        base = calendar.day(context.last)
    if base is None or "some" in told:  # "a Friday": which one is not told
        return f"XXXX-WXX-{told['weekday']}", None
    to = int(told["weekday"]) - base.isoweekday()
    if "week" in told:
        by = to + 7 * int(told["week"])
    else:
        way = int(told.get("rel", told.get("seq", context.direction)))
        if "rel" in told or "seq" in told:
            by = (to % 7 or 7) if way > 0 else (-((-to) % 7 or 7) if way < 0 else to)
        else:
            by = to % 7 if way > 0 else -((-to) % 7)
    value = calendar.moved(base, by, "D")
    return (value, base.isoformat()) if value else None


def relative(told: Told, context: Context) -> Dated | None:
    """So many units from now: today, last week, three years ago."""
    unit = told.get("unit", "D")
    if "ago" in told or "hence" in told:
        return _ago(told, context, -1 if "ago" in told else 1)
    by = int(told.get("rel", told.get("shift", "0")))
    if "rel" in told and by and unit == "D" and (by > 0 or "part" not in told):  # the next morning
        return sequence({"seq": str(by), "unit": unit}, context)
    base = context.day if "shift" in told or "part" in told else _base(context)
    if base is None:
        return _partial(context, by, unit) or (_blank(unit), None)
    size, unit = sized(unit)
    if size != "1" and unit != "W":  # a term of six years: nobody knows when it begins
        return _blank(unit), None
    return (calendar.moved(base, by * int(size), unit) or _blank(unit), base.isoformat())


def _partial(context: Context, by: int, unit: str) -> Dated | None:
    """Reckoned from a date of which only the year or month is known."""
    said = context.said or ""
    known = 4 if unit in {"Y", "DE", "CE"} else 7 if unit == "M" else 11
    if len(said) < known:
        return None
    start = calendar.bounds(said[:known])
    value = start and calendar.moved(datetime.date.fromisoformat(start[0]), by, unit)
    return (value, said) if value else None


def _ago(told: Told, context: Context, way: int) -> Dated | None:
    size, unit = sized(told["unit"])
    if told.get("hence") == _EITHER and (context.direction < 0 or _far(told, context)):
        if context.last is None or not context.direction:
            return _blank(unit), None
        return sequence({**told, "later": "1"}, context)
    if "X" in (size, told.get("n")):
        return ("PAST_REF" if way < 0 else "FUTURE_REF"), None
    base = _base(context)
    if base is None:
        return _blank(unit), None
    if way < 0 and (quarter := _quarter_before(told, unit, base, context)):
        return quarter
    return away(told, base, way) or _blank(unit), base.isoformat()


def _far(told: Told, context: Context) -> bool:
    """Are so many years, with nothing that tells the direction, ahead? Nobody knows."""
    many = amount(told.get("n", "1"))
    years = {"Y": 1, "DE": 10, "CE": 100}.get(told["unit"], 0)
    return not context.direction and many is not None and many * years >= _FAR


def _quarter_before(told: Told, unit: str, base: datetime.date, context: Context) -> Dated | None:
    """Where a quarter of late is spoken of, "a year ago" is that quarter of the year before."""
    quarter = context.recent.get("Q")
    if quarter is None or (told.get("of") != "Q" and "Q" not in (context.last or "")):
        return None
    value = _years_from(quarter, {"later": "-1"})
    late = int(quarter[:4]) >= base.year - 1
    one_year = unit == "Y" and told.get("n") == "1"
    return (value, quarter) if value and late and one_year else None


def sequence(told: Told, context: Context) -> Dated | None:
    """That year, the following day, two days later: from the date that was mentioned last."""
    last = _before(told, context)
    bounds = calendar.bounds(last) if last else None
    unit = told.get("unit", "D")
    if unit == "WE" and told.get("seq") == "0" and (context.day or last):
        return _weekend(context)
    if "seqword" in told:
        way, unit = int(told["seqword"][:2].rstrip("DWMQY")), told["seqword"].lstrip("+-0123456789")
        told = {"seq": str(way), "unit": unit}
    after = told.get("later") == "1" and (
        context.last is None or "/" in context.last
    )  # after what?
    if not bounds or last is None or after:
        return _blank(unit), None
    if told.get("seq") == "0" and unit == "Q" and "Q" not in last and context.day:
        value = calendar.moved(context.day, -1, "Q")
        return (value, context.day.isoformat()) if value else None
    if "seq" in told and _finer(unit, last):
        return _blank(unit), None
    if "later" in told and unit == "Y" and (kept := _years_from(last, told)):
        return kept, last
    if "later" in told:
        way = int(told["later"])
        base = datetime.date.fromisoformat(bounds[0] if way < 0 else bounds[1])
        if "X" in (told.get("n"), sized(unit)[0]):
            return ("PAST_REF" if way < 0 else "FUTURE_REF"), None
        value = away(told, base, way)
    else:
        by = int(told["seq"])
        base = datetime.date.fromisoformat(bounds[0] if by < 0 else bounds[1])
        size, plain = sized(unit)
        value = calendar.moved(base, by * (1 if size == "X" else int(size)), plain)
    return value or _blank(unit), last


def _before(told: Told, context: Context) -> str | None:
    """The date from which the text goes on: the last that is fine enough, else the last at all."""
    unit, last = told.get("unit", "D"), context.last
    if "later" not in told and (last is None or _finer(unit, last) or unit == "Q"):
        last = context.recent.get(unit) or last
    return last or context.said


def _finer(unit: str, value: str) -> bool:
    """Is a unit smaller than a period, so that nobody knows which of it is meant?"""
    other = calendar.unit(value)
    return unit in _SIZES and other in _SIZES and _SIZES.index(unit) < _SIZES.index(other)


def _years_from(last: str, told: Told) -> str | None:
    """So many years from a quarter or month: that quarter or month of the other year."""
    many = amount(told.get("n", "1"))
    if many is None or many.denominator != 1 or not calendar.is_part(last):
        return None
    return f"{int(last[:4]) + int(told['later']) * int(many):04}{last[4:]}"


def _blank(unit: str) -> str:
    return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}.get(
        unit, "XXXX-XX-XX" if unit in {"D", "TH", "TM", "TS"} else "XXX"
    )


def _weekend(context: Context) -> Dated | None:
    """The weekend: the one that was mentioned, else the last or, of what is ahead, the next."""
    if known := context.recent.get("WE"):
        return known, known
    base = _base(context)
    if base is None:
        return _blank("WE"), None
    by = 0 if context.direction > 0 or base.isoweekday() > calendar.FRIDAY else -1
    value = calendar.moved(base, by, "WE")
    return (value, base.isoformat()) if value else None


def day_alone(told: Told, context: Context) -> Dated | None:
    """The 16th: of the month of the date mentioned last, else the nearest in the direction of the
    clause."""
    base = _base(context)
    day = int(told["day"])
    if context.last and calendar.unit(context.last) in {"D", "M"}:
        value = explicit.checked(int(context.last[:4]), int(context.last[5:7]), day)
        if value:
            return value, context.last
    if base is None:
        return f"XXXX-XX-{day:02}", None
    months = [calendar.moved(base, by, "M") for by in (-1, 0, 1)]
    days = [explicit.checked(int(m[:4]), int(m[5:]), day) for m in months if m]
    spans = [(value, (value, value)) for value in days if value]
    way = context.direction
    if not spans:
        return None
    return min(spans, key=lambda item: _distance(item[1], base, way, 3))[0], base.isoformat()


def time_alone(told: Told, context: Context) -> Dated | None:
    base = calendar.day(context.beside) or _base(context)
    return (base.isoformat(), base.isoformat()) if base else ("XXXX-XX-XX", None)


def _base(context: Context) -> datetime.date | None:
    """The day from which to reckon: in a story of the past, the date mentioned last."""
    if context.narrative and context.last:
        bounds = calendar.bounds(context.last)
        if bounds:
            return datetime.date.fromisoformat(bounds[0])
    return context.day
