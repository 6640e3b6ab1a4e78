"""Which offices somebody held on a day, as far as it is certain: dates are as precise as known, and
what they leave open is not claimed."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.gazetteer.profile import Held

_FIRST = "0000-01-01"
_LAST = "9999-12-31"


def on(offices: Iterable[Held], day: str | None) -> tuple[Held, ...]:
    """The offices that were certainly held on all of a day, month or year.

    >>> held = Held(office="o", of="TR", person="p", name="N", since="2014", until="2019-05-20",
    ...             source="s")
    >>> [len(on([held], day)) for day in ("2014-03-01", "2015", "2019-05-20", "2019-05", None)]
    [0, 1, 1, 0, 0]
    """
    if not day:
        return ()
    first, last = _earliest(day), _latest(day)
    return tuple(each for each in offices if _holds(each, first, last))


def _holds(held: Held, first: str, last: str) -> bool:
    """Without an end it is certain up to the day when the source said so, and no further."""
    end = held.until or held.seen
    return bool(held.since and end and _latest(held.since) <= first and last <= _earliest(end))


def _earliest(day: str) -> str:
    return day[:10] + _FIRST[len(day[:10]) :]


def _latest(day: str) -> str:
    """
    >>> _latest("2019"), _latest("2019-02"), _latest("2019-02-03T10:00")
    ('2019-12-31', '2019-02-31', '2019-02-03')
    """
    return day[:10] + _LAST[len(day[:10]) :]
