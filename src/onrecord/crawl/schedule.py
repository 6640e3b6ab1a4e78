"""When is a page or a listing visited next? Pure: it is told the time.

A listing is asked at its cadence, on a fixed grid. A page is visited again after as long as it has
stood still: an hour after it was first seen, then after an hour, two, four, ... sixty days. One
that changes begins anew. What failed is tried again, and again later; what is gone is looked for as
seldom as what stands still.
"""

from __future__ import annotations

import math
import zlib
from datetime import UTC, datetime

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SOONEST = HOUR  # from one visit of a page to the next
LONGEST = 60 * DAY
RETRY = 15 * MINUTE  # after a first failure; doubled with every further one
LATEST_RETRY = 2 * DAY
ABANDONED = 20  # failures in a row, a month of them: a page that was never captured is left alone
LASTING = 8  # failures that one counts for which will not soon be another
DOUBT = HOUR  # a page that is not found is looked for once more, before it is taken for removed
_SPREAD = 0.1  # of an interval: pages of one listing do not all come due at once


def settled(found_at: float, date: str | None) -> float:
    """Since when a page that is new to us stands still, as far as is known: since the day that its
    listing gives.

    >>> settled(1_700_000_000.0, "2023-11-13") < settled(1_700_000_000.0, None)
    True
    """
    day = moment(date)
    return found_at if day is None else min(found_at, day + DAY)


def revisit(url: str, visited_at: float, still_since: float) -> float:
    """When a page is visited again that was as it had been.

    >>> 7 < (revisit("a", 8 * HOUR, 0.0) - 8 * HOUR) / HOUR <= 8
    True
    """
    still = max(SOONEST, min(LONGEST, visited_at - still_since))
    return visited_at + max(SOONEST, still * (1 - _SPREAD * _part(url)))


def _part(url: str) -> float:
    """A number from 0 to 1 that an address always has."""
    return zlib.crc32(url.encode("utf-8", "replace")) / 0xFFFFFFFF


def retry(visited_at: float, failures: int, asked: float | None = None) -> float:
    """When something is tried again that has failed so many times in a row. `asked`: not before
    this, as the server said.

    >>> [retry(0.0, n) / MINUTE for n in (1, 2, 3)]
    [15.0, 30.0, 60.0]
    """
    pause = min(LATEST_RETRY, RETRY * 2.0 ** min(failures - 1, 16))
    return max(visited_at + pause, asked or 0.0)


def listing(name: str, now: float, cadence: float) -> float:
    """When a listing of a source is asked next: at the source's own place in the grid that its
    cadence makes, after now. What was missed while nobody watched is not made up for.

    >>> first = listing("a", 0.0, 3600.0)
    >>> listing("a", first, 3600.0) - first, listing("a", first + 10_000.0, 3600.0) - first
    (3600.0, 10800.0)
    """
    begins = float(zlib.crc32(name.encode()) % max(1, int(cadence)))
    return begins + cadence * (math.floor((now - begins) / cadence) + 1)


def listing_retry(name: str, now: float, cadence: float, failures: int) -> float:
    """When a listing is asked next that could not be read: soon, but never later than its turn."""
    return min(retry(now, failures), listing(name, now, cadence))


def moment(date: str | None) -> float | None:
    """The time at which a date begins, as precise as it is; `None` for what is no date.

    >>> moment("1970-01-02"), moment("1970"), moment("soon"), moment(None)
    (86400.0, 0.0, None, None)
    """
    if not date:
        return None
    day = (date[:10] + "-01-01"[len(date[:10]) - 4 :])[:10] if len(date) < 10 else date[:10]
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


def day_of(now: float) -> str:
    """
    >>> day_of(0.0)
    '1970-01-01'
    """
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d")
