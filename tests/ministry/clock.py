"""A clock that a test moves. With a file it is the same clock in several processes, and a process
that is killed leaves it as it was."""

from __future__ import annotations

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2026, 3, 2, tzinfo=UTC)
_SIZE = 8


class Clock:
    """Simulated time, in seconds since the epoch. `sleep` moves it, and takes no time.

    >>> clock = Clock()
    >>> clock.sleep(90)
    >>> clock.now().isoformat()
    '2026-03-02T00:01:30+00:00'
    """

    def __init__(self, start: datetime = START, path: Path | None = None) -> None:
        self._shared: mmap.mmap | None = None
        self._time = start.timestamp()
        if path is not None:
            if not path.exists() or path.stat().st_size < _SIZE:
                path.write_bytes(struct.pack("<d", self._time))
            with path.open("r+b") as file:
                self._shared = mmap.mmap(file.fileno(), _SIZE)

    def time(self) -> float:
        """Seconds since the epoch."""
        if self._shared is None:
            return self._time
        return float(struct.unpack("<d", self._shared[:_SIZE])[0])

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.fromtimestamp(self.time(), UTC)

    def set(self, moment: datetime | float) -> None:
        """Moves the clock to a time."""
        seconds = moment.timestamp() if isinstance(moment, datetime) else moment
        if self._shared is None:
            self._time = seconds
        else:
            self._shared[:_SIZE] = struct.pack("<d", seconds)

    def advance(self, seconds: float) -> None:
        """Moves the clock on."""
        self.set(self.time() + max(0.0, seconds))

    def sleep(self, seconds: float) -> None:
        """What a program that waits does instead of waiting."""
        self.advance(seconds)

    def day(self, start: datetime = START) -> float:
        """Days since the start."""
        return (self.now() - start) / timedelta(days=1)
