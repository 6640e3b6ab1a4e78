"""When something is sent, and when again: pure functions of moments. It has no clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from onrecord.alerts.records import Cadence

MORNING = 6  # the hour (UTC) at which digests are due
_MINUTES = (1, 5, 30, 120, 360, 720, 1440, 1440, 1440)
MOST = len(_MINUTES) + 1
_MONDAY = 0


def due(cadence: Cadence, found_at: datetime, hour: int = MORNING) -> datetime:
    """When an alert is sent: at once, the next morning, the next Monday morning.

    >>> found = datetime(2024, 3, 6, 9, tzinfo=UTC)
    >>> due("daily", found).isoformat(), due("weekly", found).isoformat()
    ('2024-03-07T06:00:00+00:00', '2024-03-11T06:00:00+00:00')
    """
    if cadence == "immediate":
        return found_at
    morning = found_at.replace(hour=hour, minute=0, second=0, microsecond=0)
    if morning <= found_at:
        morning += timedelta(days=1)
    while cadence == "weekly" and morning.weekday() != _MONDAY:
        morning += timedelta(days=1)
    return morning


def again(attempts: int, now: datetime, key: str, told: float | None = None) -> datetime | None:
    """When to try again after so many failed attempts; `None`: never. `told`: for how many seconds
    the other side asked us to wait. The key spreads what fails together by up to a fifth.

    >>> start = datetime(2024, 3, 6, tzinfo=UTC)
    >>> again(1, start, "").minute, again(10, start, "")
    (1, None)
    """
    if attempts >= MOST:
        return None
    wait = _MINUTES[max(attempts, 1) - 1] * 60
    spread = int(key[:4] or "0", 16) / 0xFFFF * 0.2
    return now + timedelta(seconds=max(wait * (1 + spread), min(told or 0.0, 86_400.0)))


def stamp(moment: datetime) -> str:
    """A moment as it is stored: of one length, so that the order of texts is that of time.

    >>> stamp(datetime(2024, 3, 6, tzinfo=UTC))
    '2024-03-06T00:00:00.000000Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(stamped: str) -> datetime:
    """
    >>> moment("2024-03-06T00:00:00.000000Z").year
    2024
    """
    return datetime.fromisoformat(stamped.replace("Z", "+00:00"))
