"""The date in a structured field: its value as an ISO 8601 prefix, or why there is none."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from onrecord.extract import stamps
from onrecord.extract.page import Field
from onrecord.languages.loader import Language
from onrecord.text.normalize import fold

_ISO = re.compile(
    r"(\d{4})-(\d\d?)(?:-(\d\d?)(?:[t ]+(\d\d?):(\d\d)(?::\d\d(?:[.,]\d+)?)?)?)?"
    r"\s*(?:z|utc|gmt|[+-]\d\d:?\d\d)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(?:\d\d)?)?z?")
_UTC = re.compile(r"(?:z|utc|gmt|[+-]00:?00)\s*$")
# What programs write when they know no date.
_PLACEHOLDERS = frozenset({"1970-01-01", "1900-01-01", "1980-01-01"})
_CLOCKED = frozenset({"feed", "selector"})  # midnight is a clock here, elsewhere a filler


class FieldDate(NamedTuple):
    """A field's date. `utc`: the clock is in the zone of machines, not of a place."""

    value: str | None
    problem: str | None = None
    utc: bool = False
    choices: tuple[str, str] | None = None


def read(field: Field, words: Language) -> FieldDate:
    """
    >>> from onrecord.languages.loader import language
    >>> given = Field(name="published", method="json-ld", value="2019-10-09T10:54:00+03:00")
    >>> read(given, language("en")).value
    '2019-10-09T10:54'
    """
    text = fold(field.value).strip()
    found = _ISO.match(text) or _COMPACT.fullmatch(text)
    if found and not text[found.end() : found.end() + 1].isdecimal():
        return _plain(found, field)
    for stamp in stamps.read(text[:200], words)[:1]:
        if stamp.problem:
            return FieldDate(None, stamp.problem)
        return FieldDate(stamp.value, None, _UTC.search(text) is not None, stamp.choices)
    return FieldDate(None, f"no date that can be read: {field.value[:60]}")


def _plain(found: re.Match[str], field: Field) -> FieldDate:
    year, month, day, hour, minute = found.groups()[:5]
    try:
        date = datetime.date(int(year), int(month), int(day or 1)).isoformat()
        if hour:
            datetime.time(int(hour), int(minute))
    except ValueError:
        return FieldDate(None, f"no such day: {field.value[:60]}")
    if date in _PLACEHOLDERS or not "1900" <= year <= "2099":
        return FieldDate(None, f"no day of a publication: {field.value[:60]}")
    if day is None:
        return FieldDate(date[:7])
    if hour is None or (hour + minute in ("0000", "000") and field.method not in _CLOCKED):
        return FieldDate(date)
    utc = _UTC.search(found[0]) is not None
    return FieldDate(f"{date}T{int(hour):02}:{minute}", None, utc)
