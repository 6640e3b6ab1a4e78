"""Threads that fetch while one thread decides, reads and stores. It knows neither hosts nor delays:
whoever starts a call has seen to these."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import Generic, NamedTuple, Protocol, TypeVar

from onrecord.crawl.fetcher import Fetched
from onrecord.errors import InputError

K = TypeVar("K", bound=Hashable)


class Done(NamedTuple, Generic[K]):
    """What came of a call: an answer, or why there is none. `fault`: an error that is ours, which
    ends the watch in the thread that decides."""

    key: K
    fetched: Fetched | None
    error: InputError | None
    fault: BaseException | None = None


class Crew(Generic[K]):
    """At most so many fetches at once."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="fetch")
        self._done: SimpleQueue[Done[K] | None] = SimpleQueue()
        self.busy = 0

    def start(self, key: K, fetch: Callable[[], Fetched]) -> None:
        """Begins a fetch; what comes of it is told by `finished`."""
        self.busy += 1
        self._pool.submit(fetch).add_done_callback(lambda done: self._ended(key, done))

    def _ended(self, key: K, done: Future[Fetched]) -> None:
        error = None if done.cancelled() else done.exception()
        if error is None and not done.cancelled():
            self._done.put(Done(key, done.result(), None))
        elif isinstance(error, InputError):
            self._done.put(Done(key, None, error))
        elif error is not None:
            self._done.put(Done(key, None, None, error))

    def finished(self, seconds: float | None) -> list[Done[K]]:
        """What is done, all of it; waits for the first so many seconds, or (`None`) until there is
        one. Nothing, if time passed or somebody has called."""
        found: list[Done[K]] = []
        try:
            first = self._done.get(timeout=seconds)
            while first is not None:
                found.append(first)
                first = self._done.get_nowait()
        except Empty:
            pass
        self.busy -= len(found)
        for done in found:
            if done.fault is not None:
                raise done.fault
        return found

    def call(self) -> None:
        """Ends a wait. May be called from the handler of a signal."""
        self._done.put(None)

    def close(self) -> None:
        """Waits for no fetch that has not begun; those that have end by their own limits."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class Pace(Protocol):
    """The clock, and how one waits by it."""

    def time(self) -> float:
        """Seconds since the epoch."""

    def wait(self, crew: Crew[K], seconds: float) -> list[Done[K]]:
        """What the crew has done, after so many seconds at the latest."""


class Unhurried:
    """Time as it passes."""

    def __init__(self, time: Callable[[], float]) -> None:
        self.time = time

    def wait(self, crew: Crew[K], seconds: float) -> list[Done[K]]:
        """See `Pace`."""
        return crew.finished(max(0.0, seconds))


class Simulated:
    """Time that passes only while nobody works: a fetch takes none of it."""

    def __init__(self, time: Callable[[], float], advance: Callable[[float], None]) -> None:
        self.time = time
        self._advance = advance

    def wait(self, crew: Crew[K], seconds: float) -> list[Done[K]]:
        """See `Pace`."""
        if crew.busy:
            return crew.finished(None)
        self._advance(seconds)
        return []
