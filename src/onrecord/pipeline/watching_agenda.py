"""What a watch asks next: of each host, when something is due there, and what. Listings go before
new pages, and these before pages that were seen before.

A robots.txt that stands elsewhere is asked for there, as a request of its own, in that host's turn;
until it is there its host waits (RFC 9309, 2.3.1.2)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.crawl.fetcher import Fetched
from onrecord.pipeline.watching_hosts import Hosts
from onrecord.pipeline.watching_listings import host_of, leads_to
from onrecord.store import frontier
from onrecord.store.frontier import Listing, Page

LONGEST_WAIT = 300.0  # seconds without looking at the clock
_PATIENT = 120.0  # seconds that a host is waited for where one wants to end
_EVER = float("inf")
_MOST_HOPS = 5  # redirects of a robots.txt that are followed
_ROBOTS = "/robots.txt"


class Errand(NamedTuple):
    """The robots.txt of a host, at another address, after so many redirects."""

    of: str
    url: str
    hops: int


class Task(NamedTuple):
    """What is asked of a host: its robots.txt (or, `errand`, that of another), a listing or a
    page."""

    host: str
    row: Listing | Page | None
    errand: Errand | None = None


class Agenda:
    """When something is due at which host, and what is under way."""

    def __init__(self, db: sqlite3.Connection, hosts: Hosts) -> None:
        self._db = db
        self._hosts = hosts
        self._dues: dict[str, float | None] = {}
        self._flying: dict[str, set[Task]] = {}
        self._sought: set[str] = set()  # hosts whose robots.txt stands elsewhere
        self._errands: dict[str, list[Errand]] = {}

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
        found = [host for host, due in self._dues.items() if due is not None and due <= now]
        return [*self._errands, *(h for h in found if h not in {*self._sought, *self._errands})]

    def begun(self, task: Task) -> None:
        """A task is under way."""
        if task.errand is not None:
            waiting = self._errands[task.host]
            waiting.remove(task.errand)
            if not waiting:
                del self._errands[task.host]
        self._flying.setdefault(task.host, set()).add(task)

    def ended(self, task: Task) -> None:
        """A task is no longer under way."""
        self._flying[task.host].discard(task)

    def tasks(self, host: str, now: float, free: int) -> list[Task]:
        """What is asked of a host now, so many at most: its robots.txt alone where that is not
        known."""
        if host in self._errands:
            return [Task(host, None, self._errands[host][0])]
        if host in self._sought:
            return []
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

    def learn(self, task: Task, fetched: Fetched | None, now: float) -> None:
        """A robots.txt that came, or another address of it, or that it cannot be had."""
        at = task.errand or Errand(task.host, self.robots(task.host), 0)
        target = leads_to(fetched) if fetched is not None else None
        if target is not None and at.hops < _MOST_HOPS:
            self._sought.add(at.of)
            there = self._errands.setdefault(host_of(target), [])
            there.append(Errand(at.of, target, at.hops + 1))
            return
        self._sought.discard(at.of)
        self._hosts.learn(at.of, fetched, now)
        self.look([at.of])

    def robots(self, host: str) -> str:
        """Where a host's robots.txt stands, with the scheme of what is due there."""
        return f"{self._scheme(host)}://{host}{_ROBOTS}"

    def _scheme(self, host: str) -> str:
        rows: list[Listing | Page] = list(frontier.due_listings(self._db, host, _EVER, 1))
        rows += frontier.due_pages(self._db, host, _EVER, 1)
        plain = any((row.via or row.url).startswith("http:") for row in rows[:1])
        return "http" if plain else "https"

    def idle(self, now: float, until: float | None) -> float:
        """Seconds until something may be begun."""
        moments = [now + LONGEST_WAIT]
        for host, due in self._dues.items():
            if due is None or self._flying.get(host) or host in self._sought:
                continue
            moments.append(max(due, self._hosts.ready_at(host)))
        moments += (self._hosts.ready_at(h) for h in self._errands if not self._flying.get(h))
        if until is not None:
            moments.append(until)
        return max(0.0, min(moments) - now)

    def awaited(self, now: float) -> bool:
        """Is anything due, of a host that may be asked before long?"""
        return any(self._hosts.ready_at(host) - now <= _PATIENT for host in self.due(now))
