"""One listing and one page of a source, fetched and read, nothing kept: what would be read if the
source were watched. robots.txt is obeyed here too, and a host is not asked twice in a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from urllib.parse import urljoin, urlsplit

import msgspec

from onrecord.crawl import robots
from onrecord.crawl.browser import Browser
from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.crawl.inputs import Loaded
from onrecord.errors import FetchRefused, InputError, NotAStatement, NotFetched
from onrecord.pipeline.reading import Options, read_payload
from onrecord.records import Evidence, Listing, Reading, Record, Source
from onrecord.sources import documents, listings, loader
from onrecord.sources.entries import Entry, Found

STAGE = "fetch"
_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_ADDRESSES = 3


class TriedListing(Record, frozen=True, kw_only=True):
    """What a listing gives now. `problem`: why it was not fetched; `unreadable`: why what came is
    no listing."""

    kind: str
    url: str
    entries: tuple[Entry, ...] = ()
    further: tuple[str, ...] = ()
    unreadable: str | None = None
    problem: str | None = None


class TriedPage(Record, frozen=True, kw_only=True):
    """What would be read of a page. `source`: whose selectors were used; `documents`: files that
    are the statement; `evidence`: why the fields are what they are."""

    url: str
    source: str | None = None
    title: str | None = None
    kind: str | None = None
    language: str | None = None
    published: str | None = None
    date: str | None = None
    turns: int = 0
    exchanges: int = 0
    characters: int = 0
    opening: str = ""
    documents: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = {}  # noqa: RUF012  (msgspec copies it)
    issues: tuple[str, ...] = ()
    problem: str | None = None


class Asking:
    """Fetches what may be asked; each host's robots.txt once. `browser`: for pages that a script
    fills."""

    def __init__(
        self,
        fetcher: Fetcher,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        browser: Browser | None = None,
    ) -> None:
        self._fetcher = fetcher
        self._browser = browser
        self._sleep = sleep
        self._clock = clock
        self._robots: dict[str, robots.Robots] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str) -> Fetched:
        """The page of an address; `InputError` for any other answer."""
        browser = self._browser
        found = self._rendered(browser, url) if browser else self._fetch(url, self._permits)
        if found.status != 200:
            raise InputError(f"{found.url}: the server answers {found.status}", STAGE)
        return found

    def robots(self, url: str) -> robots.Robots:
        """The rules of an address's host."""
        host = _host(url)
        if host not in self._robots:
            try:
                answer = self._fetch(urljoin(host + "/", "robots.txt"), None)
                self._robots[host] = robots.of_answer(answer.status, answer.payload)
            except FetchRefused:
                raise
            except InputError as error:
                endless = isinstance(error, NotFetched) and error.kind == "redirects"
                self._robots[host] = robots.of_answer(302 if endless else None, b"")
        return self._robots[host]

    def _permits(self, url: str) -> bool:
        """May an address be asked? If so, when the time has come."""
        allowed = self.robots(url).allowed(url)
        if allowed:
            self._wait(_host(url))
        return allowed

    def _rendered(self, browser: Browser, url: str) -> Fetched:
        if not self._permits(url):
            raise FetchRefused(f"{url}: it may not be asked (robots.txt)")
        return browser.render(url, lambda part: self.robots(part).allowed(part))

    def _wait(self, host: str) -> None:
        known = self._robots.get(host)
        pause = max(_PAUSE, min((known.delay if known else None) or 0.0, _LONGEST_PAUSE))
        left = self._asked[host] + pause - self._clock() if host in self._asked else 0.0
        if left > 0:
            self._sleep(left)

    def _fetch(self, url: str, permit: Callable[[str], bool] | None) -> Fetched:
        if permit is None:
            self._wait(_host(url))
        try:
            return self._fetcher.fetch(url, permit=permit)
        finally:
            self._asked[_host(url)] = self._clock()


def listing(given: Listing, source: Source, asking: Asking, today: date) -> TriedListing:
    """One listing of a source as it is now: its first address, of an archive the latest that has
    something, and of an index of sitemaps the latest one."""
    tried = TriedListing(kind=given.kind, url=given.url)
    for url in listings.addresses(given, today)[:_ADDRESSES]:
        tried = _tried(given, source, asking, url)
        if tried.entries:
            break
    return tried


def _tried(given: Listing, source: Source, asking: Asking, url: str) -> TriedListing:
    tried = TriedListing(kind=given.kind, url=url)
    try:
        found = _found(given, source, asking, url)
        tried = _with(tried, found)
        if not found.entries and found.further and found.unreadable is None:
            nested = _found(given, source, asking, found.further[0])
            tried = msgspec.structs.replace(
                tried, entries=nested.entries, unreadable=nested.unreadable
            )
    except InputError as error:
        return msgspec.structs.replace(tried, problem=str(error))
    return tried


def _found(given: Listing, source: Source, asking: Asking, url: str) -> Found:
    came = asking.get(url)
    return listings.entries(came.payload, came.url, came.charset, given, source.languages)


def _with(tried: TriedListing, found: Found) -> TriedListing:
    return msgspec.structs.replace(
        tried, entries=found.entries, further=found.further, unreadable=found.unreadable
    )


def page(url: str, asking: Asking) -> TriedPage:
    """What would be read of a page."""
    try:
        came = asking.get(url)
        loaded = Loaded(came.payload, came.media_type, came.charset, came.url)
        readings = read_payload(loaded, url, urlsplit(url).path, Options())
    except NotAStatement as error:
        return TriedPage(url=url, problem=f"{error.verdict}: {error}")
    except InputError as error:
        return TriedPage(url=url, problem=str(error))
    source = loader.for_url(came.url)
    files = documents.documents(came.payload, came.url, came.charset, source) if source else ()
    return tried(url, readings[0], files)


def tried(url: str, read: Reading, files: tuple[str, ...] = ()) -> TriedPage:
    """A reading in short."""
    header = read.header
    return TriedPage(
        url=url,
        source=read.source.source,
        title=header.title,
        kind=header.kind,
        language=read.language,
        published=header.published,
        date=header.date,
        turns=len(read.turns),
        exchanges=len(read.exchanges),
        characters=len(read.text),
        opening=read.text[:300],
        documents=files,
        evidence=dict(header.evidence),
        issues=tuple(issue.message for issue in read.issues),
    )


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
