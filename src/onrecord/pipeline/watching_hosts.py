"""Hosts while a watch runs: which may be asked now, for what, and what came of it. What it decides
is written down before a request goes out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from onrecord.crawl import politeness, robots
from onrecord.crawl.browser import REQUESTS
from onrecord.crawl.crew import Done
from onrecord.crawl.fetcher import Fetched, retry_after
from onrecord.crawl.politeness import Host
from onrecord.crawl.robots import Robots
from onrecord.errors import FetchRefused
from onrecord.store import hosts

_FRESH = 86_400.0  # seconds for which a robots.txt holds (RFC 9309, 2.4)
_UNREACHED = 3_600.0  # after which one is asked for again that could not be had
_MOST_SPENT = 1_000
_HOST = msgspec.json.Decoder(Host)


class Hosts:
    """The hosts of one watch. `delays`: what sources say of theirs, in seconds; `polite`: whether
    any of this holds: if not, a host is asked by as many at once as `at_once`."""

    def __init__(
        self,
        db: sqlite3.Connection,
        delays: Mapping[str, float],
        chance: Callable[[], float],
        polite: bool = True,
        at_once: int = 1,
    ) -> None:
        self._db = db
        self._delays = delays
        self._chance = chance
        self._polite = polite
        self._at_once = at_once if not polite else 1
        self._hosts: dict[str, Host] = {}
        self._robots: dict[str, tuple[Robots, float]] = {}
        self._busy: dict[str, int] = {}

    def _host(self, name: str) -> Host:
        if name not in self._hosts:
            known = hosts.one(self._db, name)
            host = _HOST.decode(known.manners) if known.manners else Host()
            self._hosts[name] = msgspec.structs.replace(host, busy=False)
            if known.robots_at is not None:
                rules = robots.of_answer(known.robots_status, known.robots or b"")
                self._robots[name] = rules, known.robots_at
            self._set_delay(name)
        return self._hosts[name]

    def _set_delay(self, name: str) -> None:
        rules = self._robots.get(name)
        wanted = politeness.delay(rules[0].delay if rules else None, self._delays.get(name))
        self._hosts[name] = msgspec.structs.replace(self._hosts[name], delay=wanted)

    def known(self, name: str) -> bool:
        """Is the host one that this watch asks?"""
        return name in self._hosts

    def ready_at(self, name: str) -> float:
        """From when on the host may be asked, as far as it is known."""
        return self._host(name).next_at if self._polite else 0.0

    def free(self, name: str, now: float) -> int:
        """How many requests to the host may begin now."""
        host = self._host(name)
        if self._polite:
            return int(politeness.ready(host, now))
        return self._at_once - self._busy.get(name, 0)

    def wants_robots(self, name: str, now: float) -> bool:
        """Is its robots.txt to be asked for before anything else?"""
        if not self._polite:
            return False
        self._host(name)
        rules, at = self._robots.get(name, (robots.NONE, float("-inf")))
        return now - at >= (_UNREACHED if rules is robots.NONE else _FRESH)

    def forbidden(self, name: str, url: str) -> str | None:
        """Why an address may not be asked for."""
        if not self._polite:
            return None
        rules = self._robots[name][0]
        if rules.allowed(url):
            return None
        return rules.why or f"robots.txt does not allow it ({rules.decisive(url)})"

    def begin(self, name: str, now: float) -> None:
        """A request goes out. Were we to end now, its delay would hold for who comes after us."""
        host = self._host(name)
        self._busy[name] = self._busy.get(name, 0) + 1
        if self._polite:
            after = msgspec.structs.replace(host, next_at=now + host.delay)
            hosts.asking(self._db, name, now, _encoded(after))
            self._hosts[name] = politeness.started(host)

    def end(self, name: str, done: Done[Any], now: float, failed: bool = False) -> None:
        """What came of a request to a host."""
        self._busy[name] -= 1
        if not self._polite:
            return
        outcome, wait = "answered", None
        if done.fetched is not None:
            outcome, wait = politeness.outcome(done.fetched.status), retry_after(done.fetched)
            if outcome == "answered":
                wait = self._host(name).delay * spent(done.fetched)
        elif not isinstance(done.error, FetchRefused):
            outcome = "failed"
        self._after(name, "failed" if failed else outcome, now, wait)

    def _after(self, name: str, outcome: str, now: float, wait: float | None) -> None:
        host = politeness.after(
            self._host(name),
            "failed" if outcome == "failed" else "answered",
            now,
            wait=wait,
            chance=self._chance(),
        )
        self._hosts[name] = host
        hosts.treat(self._db, name, _encoded(host))

    def distrust(self, name: str, now: float) -> None:
        """The host answers, but not with its pages: as if it had failed."""
        if self._polite:
            self._after(name, "failed", now, None)

    def learn(self, name: str, fetched: Fetched | None, now: float) -> Robots:
        """Its robots.txt, or that there was no answer."""
        status = fetched.status if fetched else None
        content = fetched.payload[: robots.MOST] if fetched else b""
        hosts.keep_robots(self._db, name, content, status, now)
        rules = robots.of_answer(status, content)
        self._robots[name] = rules, now
        self._set_delay(name)
        host = self._hosts[name]
        if host.failures == 0:  # the delay that it asks for holds from this answer on
            later = max(host.next_at, now + host.delay)
            self._hosts[name] = msgspec.structs.replace(host, next_at=later)
        hosts.treat(self._db, name, _encoded(self._hosts[name]))
        return rules


def spent(fetched: Fetched) -> int:
    """How many requests an answer took: of a page that was rendered, what it asked for too."""
    said = fetched.header(REQUESTS) or "1"
    return min(int(said), _MOST_SPENT) if said.isascii() and said.isdigit() else 1


def _encoded(host: Host) -> str:
    return msgspec.json.encode(host).decode()
