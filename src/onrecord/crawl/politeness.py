"""When a host may be asked again. Pure: a host's state, what came of a request and the time in, the
next state out. At most one request at once; as long between two as the host asks for; after a
failure twice as long each time, with some chance in it; never before a Retry-After.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

import msgspec

from onrecord.records import Record

Outcome = Literal["answered", "failed"]

DELAY = 1.0  # seconds between two requests, where nobody says otherwise
_FIRST = 30.0  # seconds after a first failure
_LONGEST = 6 * 3600.0
_LONGEST_ASKED = 7 * 86_400.0  # of a Retry-After
_SPREAD = 0.5  # of a wait that chance takes off
_CHANGED = (429, 500, 502, 503, 504)  # answers that say: later


class Host(Record, frozen=True, kw_only=True):
    """What is known of a host. Times in seconds since the epoch. `busy`: a request is under way."""

    next_at: float = 0.0
    delay: float = DELAY
    failures: int = 0
    busy: bool = False


def delay(asked: float | None, configured: float | None = None) -> float:
    """Seconds between two requests: what robots.txt asks for, or the source's, whichever is longer.

    >>> delay(None), delay(10.0, 2.0), delay(None, 0.5)
    (1.0, 10.0, 0.5)
    """
    least = configured if configured is not None else DELAY
    return max(asked or 0.0, least)


def ready(host: Host, now: float) -> bool:
    """May the host be asked now?"""
    return not host.busy and now >= host.next_at


def started(host: Host) -> Host:
    """A request is under way."""
    return msgspec.structs.replace(host, busy=True)


def after(
    host: Host,
    outcome: Outcome,
    now: float,
    *,
    wait: float | None = None,
    chance: float = 0.5,
) -> Host:
    """The state once a request has ended. `wait`: the seconds of a Retry-After; `chance`: a random
    number from 0 to 1.

    >>> after(Host(delay=2.0), "answered", 100.0).next_at
    102.0
    >>> later = after(Host(), "failed", 0.0, chance=0.0)
    >>> later.next_at, after(later, "failed", 0.0, chance=0.0).next_at
    (30.0, 60.0)
    >>> after(Host(), "failed", 0.0, wait=3600.0).next_at
    3600.0
    """
    failures = host.failures + 1 if outcome == "failed" else 0
    pause = max(host.delay, backoff(failures, chance) if failures else 0.0)
    pause = max(pause, min(wait or 0.0, _LONGEST_ASKED))
    return msgspec.structs.replace(host, next_at=now + pause, failures=failures, busy=False)


def backoff(failures: int, chance: float, first: float = _FIRST) -> float:
    """Seconds to wait after so many failures in a row: twice as long each time, less a part that
    chance takes off, so that many who failed together do not come back together.

    >>> [backoff(n, 0.0) for n in (1, 2, 3, 20)], backoff(1, 1.0)
    ([30.0, 60.0, 120.0, 21600.0], 15.0)
    """
    return float(min(_LONGEST, first * 2 ** min(failures - 1, 30))) * (1 - _SPREAD * chance)


def outcome(status: int) -> Outcome:
    """
    >>> outcome(200), outcome(404), outcome(503)
    ('answered', 'answered', 'failed')
    """
    return "failed" if status in _CHANGED else "answered"


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for: a number, or a date.

    >>> when = datetime(2026, 3, 2, tzinfo=UTC)
    >>> retry_after("120", when), retry_after("Mon, 02 Mar 2026 00:01:00 GMT", when)
    (120.0, 60.0)
    >>> retry_after("soon", when), retry_after(None, when), retry_after("-5", when)
    (None, None, None)
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), _LONGEST_ASKED)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    moment = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_ASKED)
