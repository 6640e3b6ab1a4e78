"""Which pages of a watch are rendered, and what they may ask for while they are.

The host of the page is asked by nobody else meanwhile, and is left alone afterwards for as many
delays as there were requests. Another host that is watched is not asked on the side; any other by
its own robots.txt, one request after another, since one page is rendered at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlsplit

from onrecord.crawl import robots
from onrecord.crawl.browser import Permit
from onrecord.crawl.fetcher import Fetched
from onrecord.crawl.robots import Robots
from onrecord.errors import InputError
from onrecord.pipeline.watching_hosts import Hosts
from onrecord.pipeline.watching_listings import host_of
from onrecord.records import Source
from onrecord.store.frontier import Listing, Page

_MOST = 500  # hosts whose rules are kept
_MARKUP = ("page", "archive")

Get = Callable[[str], Fetched]


class Render(Protocol):
    """Renders an address; raises `InputError` where there is no page."""

    def __call__(self, url: str, permit: Permit | None = None) -> Fetched: ...


def rendered(row: Listing | Page | None, source: Source | None) -> bool:
    """Does what is asked for need a browser? robots.txt, feeds and sitemaps never do."""
    if row is None or source is None or not source.rendered:
        return False
    return isinstance(row, Page) or source.listings[row.place].kind in _MARKUP


class Aside:
    """What pages may ask for besides themselves. `get`: asks for the robots.txt of a host that is
    not watched."""

    def __init__(self, hosts: Hosts, get: Get) -> None:
        self._hosts = hosts
        self._get = get
        self._rules: dict[str, Robots] = {}

    def permit(self, host: str) -> Permit:
        """Whether an address may be asked for a page of a host. Called while it is rendered."""

        def allowed(url: str) -> bool:
            other = host_of(url)
            if other == host:
                return self._hosts.forbidden(host, url) is None
            if not other or self._hosts.known(other):
                return False
            return self._of(other, url).allowed(url)

        return allowed

    def _of(self, host: str, url: str) -> Robots:
        if host not in self._rules:
            while len(self._rules) >= _MOST:
                del self._rules[next(iter(self._rules))]
            try:
                answer = self._get(f"{urlsplit(url).scheme}://{host}/robots.txt")
                self._rules[host] = robots.of_answer(answer.status, answer.payload)
            except InputError:
                self._rules[host] = robots.of_answer(None, b"")
        return self._rules[host]
