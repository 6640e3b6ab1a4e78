"""What a temporal expression stands for: the value of the layer `time`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from onrecord.records import Record

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Told = Mapping[str, str]  # what a phrase says: `docs/reference/layers/time.md`
Dated = tuple[str, str | None]  # a value, and the date from which it was reckoned, if it was
Direction = Literal[-1, 0, 1]  # of the clause: past, not told, future


class Timex(Record, frozen=True, kw_only=True):
    """TIMEX3. `anchor`: the date from which a relative one was reckoned; `start` and `end`: the
    first and last day, or minute, where they follow."""

    type: Type
    value: str
    mod: str | None = None
    anchor: str | None = None
    start: str | None = None
    end: str | None = None
    zone: str | None = None
    quant: str | None = None
    freq: str | None = None


class Context(NamedTuple):
    """From where to reckon. `said`: when it was said (an ISO 8601 prefix); `last`: the date that
    was mentioned last; `direction`: of the clause; `order`: how 01/02/2019 is read; `narrative`: is
    it a story of the past; `recent`: the period of each unit that was mentioned last; `beside`: a
    day that was mentioned close before."""

    said: str | None
    last: str | None = None
    direction: Direction = 0
    order: str | None = None
    narrative: bool = False
    recent: Mapping[str, str] = MappingProxyType({})
    beside: str | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day on which it was said, or None."""
        return _day(self.said)


def _day(value: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value[:10]) if value and len(value) >= 10 else None
    except ValueError:
        return None
