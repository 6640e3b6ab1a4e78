"""What a watch asks next: of each host, when something is due there, and what. Listings go before
new pages, and these before pages that were seen before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.pipeline.watching_hosts import Hosts
from onrecord.store import frontier
from onrecord.store.frontier import Listing, Page

LONGEST_WAIT = 300.0  # seconds without looking at the clock
_PATIENT = 120.0  # seconds that a host is waited for where one wants to end
_EVER = float("inf")


class Task(NamedTuple):
    """What is asked of a host: its robots.txt, a listing or a page."""

    host: str
    row: Listing | Page | None


class Agenda:
    """When something is due at which host, and what is under way."""

    def __init__(self, db: sqlite3.Connection, hosts: Hosts) -> None:
        self._db = db
        self._hosts = hosts
        self._dues: dict[str, float | None] = {}
        self._flying: dict[str, set[Task]] = {}

    def look(self, hosts: Iterable[str] | None = None) -> None:
        """Looks anew at when something is due: of some hosts, or of all."""
        for host in frontier.hosts(self._db) if hosts is None else hosts:
            self._dues[host] = frontier.next_due(self._db, host)

    @property
    def busy(self) -> tuple[str, ...]:
        """Hosts that are being asked."""
        return tuple(sorted(host for host, tasks in self._flying.items() if tasks))

    @property
    def next_at(self) -> float | None:
        """When something is due next."""
        return min((due for due in self._dues.values() if due is not None), default=None)

    def due(self, now: float) -> list[str]:
        """Hosts of which something is due."""
        return [host for host, due in self._dues.items() if due is not None and due <= now]

    def begun(self, task: Task) -> None:
        """A task is under way."""
        self._flying.setdefault(task.host, set()).add(task)

    def ended(self, task: Task) -> None:
        """A task is no longer under way."""
        self._flying[task.host].discard(task)

    def tasks(self, host: str, now: float, free: int) -> list[Task]:
        """What is asked of a host now, so many at most: its robots.txt alone where that is not
        known."""
        if self._hosts.wants_robots(host, now):
            self.look([host])
            return [Task(host, None)] if host in self.due(now) else []
        flying = self._flying.get(host, set())
        limit = free + len(flying)
        rows: list[Listing | Page] = list(frontier.due_listings(self._db, host, now, limit))
        if len(rows) < limit:
            rows += frontier.due_pages(self._db, host, now, limit - len(rows))
        tasks = [task for row in rows if (task := Task(host, row)) not in flying][:free]
        if not tasks and not flying:
            self.look([host])
        return tasks

    def scheme(self, host: str) -> str:
        """With which scheme a host is asked for its robots.txt: that of what is due there."""
        rows: list[Listing | Page] = list(frontier.due_listings(self._db, host, _EVER, 1))
        rows += frontier.due_pages(self._db, host, _EVER, 1)
        plain = any((row.via or row.url).startswith("http:") for row in rows[:1])
        return "http" if plain else "https"

    def idle(self, now: float, until: float | None) -> float:
        """Seconds until something may be begun."""
        moments = [now + LONGEST_WAIT]
        for host, due in self._dues.items():
            if due is None or self._flying.get(host):
                continue
            moments.append(max(due, self._hosts.ready_at(host)))
        if until is not None:
            moments.append(until)
        return max(0.0, min(moments) - now)

    def awaited(self, now: float) -> bool:
        """Is anything due, of a host that may be asked before long?"""
        return any(self._hosts.ready_at(host) - now <= _PATIENT for host in self.due(now))
