"""Fetches of URLs, guarded: every hop's host is resolved once, all its addresses must be public (or
listed by the user), and the connection goes to the address that was checked.

It knows HTTP, not pages: whether what came is a statement is judged elsewhere. Every answer is
given as it is, whatever its status; an error means that no whole answer came.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.crawl import politeness
from onrecord.crawl.unpacking import ACCEPTED, Beyond, Broken, unpacked
from onrecord.errors import FetchRefused, InputError, NotFetched, TooLarge
from onrecord.records import Record

if TYPE_CHECKING:
    import httpx

    from onrecord.crawl.guard import Resolver
    from onrecord.crawl.pinned import Connector

STAGE = "fetch"
USER_AGENT = f"onrecord/{__version__} (reads official statements)"
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8"
_REDIRECTS = (301, 302, 303, 307, 308)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_PRINTED = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,1000}")
_AGAIN = ("connect", "reset", "time")  # kinds of failure that may pass
_KEEP = 30.0  # seconds for which a host's checked addresses are used again
_FIRST_WAIT = 1.0


class Limits(Record, frozen=True, kw_only=True):
    """Seconds to connect, between two pieces, and in all; bytes after decompression; redirects that
    are followed; seconds that are waited before the same is asked again."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 64 * 1024 * 1024
    redirects: int = 5
    wait: float = 30.0


class Fetched(Record, frozen=True, kw_only=True):
    """What came. `url`: where the payload is from, after redirects; `hops`: the addresses before
    it, each with the status that led on. `request`: the header that was sent for it."""

    url: str
    requested: str
    status: int
    headers: tuple[tuple[str, str], ...]
    payload: bytes
    media_type: str | None
    charset: str | None
    fetched_at: datetime
    request: tuple[tuple[str, str], ...] = ()
    hops: tuple[tuple[int, str], ...] = ()

    def header(self, name: str) -> str | None:
        """A field of the answer's header; `name` in small letters."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def etag(self) -> str | None:
        """What to send next time as `If-None-Match`."""
        return self.header("etag")

    @property
    def modified(self) -> str | None:
        """What to send next time as `If-Modified-Since`."""
        return self.header("last-modified")

    @property
    def unchanged(self) -> bool:
        """Does the server say that what the client has is still what there is?"""
        return self.status == 304


def retry_after(fetched: Fetched) -> float | None:
    """The seconds that the server asks to wait."""
    return politeness.retry_after(fetched.header("retry-after"), fetched.fetched_at)


def fetch(
    url: str,
    *,
    transport: httpx.BaseTransport | None = None,
    resolver: Resolver | None = None,
    allow: Sequence[str] = (),
    limits: Limits = Limits(),  # noqa: B008  (immutable)
    now: Callable[[], datetime] | None = None,
    retries: int = 1,
) -> Fetched:
    """Fetches one URL; any answer but a page is an error. `allow`: hosts, addresses and networks of
    the user's own that may be asked."""
    with Fetcher(
        limits=limits, allow=allow, resolve=resolver, transport=transport, now=now, retries=retries
    ) as fetcher:
        found = fetcher.fetch(url)
    if found.status != 200:
        message = f"{found.url}: the server answers {found.status}: open it in a browser"
        raise InputError(message, STAGE)
    return found


def _utc() -> datetime:
    return datetime.now(UTC)


def user_agent(contact: str | None) -> str:
    """What we say of ourselves. `contact`: an address of who runs this, for those who are asked.

    >>> user_agent("https://archive.example/about").partition(" ")[2]
    '(reads official statements; +https://archive.example/about)'
    """
    if not contact:
        return USER_AGENT
    if not _PRINTED.fullmatch(contact):
        raise InputError(f"{contact!r}: a contact is an address or e-mail address, in ASCII", STAGE)
    return f"{USER_AGENT.removesuffix(')')}; +{contact})"


class Fetcher:
    """Fetches many URLs over connections that are kept. Threads may share it; whoever does takes
    care that a host is asked by one at a time.

    `allow`: hosts, addresses and networks of the user's own that may be asked. `resolve`,
    `connect`, `transport`, `now`, `sleep`, `chance` stand for the name service, the network, the
    clock and the dice. `retries`: how often a fetch that failed in passing is repeated.
    """

    def __init__(
        self,
        *,
        limits: Limits = Limits(),  # noqa: B008  (immutable)
        allow: Sequence[str] = (),
        resolve: Resolver | None = None,
        connect: Connector | None = None,
        transport: httpx.BaseTransport | None = None,
        now: Callable[[], datetime] | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
        contact: str | None = None,
        retries: int = 2,
    ) -> None:
        from onrecord.crawl.guard import Guard  # noqa: PLC0415  (httpx: 80 ms, for URLs only)
        from onrecord.crawl.pinned import PinnedTransport  # noqa: PLC0415

        self._limits = limits
        self._guard = Guard(allow, resolve, keep=_KEEP, patience=limits.connect)
        self._transport = transport or PinnedTransport(connect)
        self._now = now or _utc
        self._sleep = sleep
        self._chance = chance
        self._agent = user_agent(contact)
        self._retries = retries

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes all connections."""
        self._transport.close()

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        permit: Callable[[str], bool] | None = None,
        accept: str = _ACCEPT,
    ) -> Fetched:
        """The answer for a URL. `etag`, `modified`: of the answer that the caller has; if it is
        still the same, the status is 304 and the payload empty. `permit`: may an address be
        asked, also after redirects? If not, the redirect itself is the answer."""
        headers = {"user-agent": self._agent, "accept": accept, "accept-encoding": ACCEPTED}
        if etag and _PRINTED.fullmatch(etag):
            headers["if-none-match"] = etag
        if modified and _PRINTED.fullmatch(modified):
            headers["if-modified-since"] = modified
        for failures in range(1, self._retries + 1):
            try:
                found = self._follow(url, headers, permit)
            except NotFetched as error:
                if error.kind not in _AGAIN:
                    raise
                wait = politeness.backoff(failures, self._chance(), _FIRST_WAIT)
            else:
                if politeness.outcome(found.status) == "answered":
                    return found
                wait = politeness.backoff(failures, self._chance(), _FIRST_WAIT)
                wait = max(wait, retry_after(found) or 0.0)
                if wait > self._limits.wait:
                    return found
            self._sleep(wait)
        return self._follow(url, headers, permit)

    def _follow(
        self, requested: str, headers: dict[str, str], permit: Callable[[str], bool] | None
    ) -> Fetched:
        """The answer at the end of the redirects."""
        from onrecord.crawl.guard import parsed  # noqa: PLC0415

        url, started = parsed(requested), self._now()
        deadline = time.monotonic() + self._limits.total
        hops: list[tuple[int, str]] = []
        if permit is not None and not permit(str(url)):
            raise FetchRefused(f"{url}: it may not be asked (robots.txt)")
        while len(hops) <= self._limits.redirects:
            answer, payload = self._hop(url, headers, deadline)
            target = answer.headers.get("location")
            leads = answer.status_code in _REDIRECTS and target
            next_url = _joined(url, target) if leads else url
            if not leads or (permit is not None and not permit(str(next_url))):
                return _fetched(requested, url, answer, payload, started, tuple(hops))
            hops.append((answer.status_code, str(url)))
            url = next_url
        raise NotFetched("redirects", f"{requested}: more than {self._limits.redirects} redirects")

    def _hop(
        self, url: httpx.URL, headers: dict[str, str], deadline: float
    ) -> tuple[httpx.Response, bytes]:
        """What one request gives."""
        import httpcore  # noqa: PLC0415
        import httpx  # noqa: PLC0415

        addresses = self._guard.addresses(url)
        limits = self._limits
        timeouts = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": 5}
        request = httpx.Request(
            "GET",
            url.copy_with(fragment=None) if url.fragment else url,
            headers=headers,
            extensions={"timeout": timeouts, "addresses": addresses, "deadline": deadline},
        )
        try:
            answer = self._transport.handle_request(request)
            answer.request = request
            try:
                return answer, self._body(answer, url, deadline)
            finally:
                answer.close()
        except (
            httpx.HTTPError,
            httpx.StreamError,
            httpcore.NetworkError,
            httpcore.TimeoutException,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
        ) as error:
            raise NotFetched(_kind(error), f"{url}: {_said(error)}: try again later") from error

    def _body(self, answer: httpx.Response, url: httpx.URL, deadline: float) -> bytes:
        """The body without its compression; never more than the limit."""
        if answer.status_code in _REDIRECTS or answer.status_code == 304:
            return b""
        whole = answer.is_stream_consumed  # a transport that gave the body whole, unpacked
        coding = "" if whole else answer.headers.get("content-encoding", "")
        pieces: list[bytes] = []
        try:
            source = (answer.content,) if whole else answer.iter_raw()
            for piece in unpacked(source, coding, self._limits.size):
                pieces.append(piece)
                if time.monotonic() > deadline:
                    message = f"{url}: no whole answer within {self._limits.total:.0f} seconds"
                    raise NotFetched("time", f"{message}: try again later")
        except Broken as error:
            raise NotFetched("protocol", f"{url}: {error}: try again later") from error
        except Beyond as error:
            raise TooLarge(f"{url}: {error}: save and shorten it", STAGE) from error
        return b"".join(pieces)


def _joined(url: httpx.URL, target: str) -> httpx.URL:
    """Where a redirect leads."""
    from onrecord.crawl.guard import parsed  # noqa: PLC0415

    return url.join(parsed(target))


def _fetched(
    requested: str,
    url: httpx.URL,
    answer: httpx.Response,
    payload: bytes,
    started: datetime,
    hops: tuple[tuple[int, str], ...],
) -> Fetched:
    declared = answer.headers.get("content-type", "")
    charset = _CHARSET.search(declared)
    return Fetched(
        url=str(url),
        requested=requested,
        status=answer.status_code,
        headers=tuple((name.lower(), value) for name, value in answer.headers.items()),
        payload=payload,
        media_type=declared.partition(";")[0].strip().lower() or None,
        charset=charset[1] if charset else None,
        fetched_at=started,
        request=tuple(answer.request.headers.items()),
        hops=hops,
    )


_KINDS = (("Connect", "connect"), ("Timeout", "time"), ("Protocol", "protocol"))


def _kind(error: Exception) -> str:
    """Of a failure, by the name that httpx and httpcore share.

    >>> _kind(TimeoutError()), _kind(OSError("gone"))
    ('time', 'reset')
    """
    name = type(error).__name__
    if "disconnected" in str(error) or "without sending complete" in str(error):
        return "reset"
    return next((kind for part, kind in _KINDS if part in name), "reset")


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
