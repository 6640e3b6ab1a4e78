"""One fetch of one URL, guarded: every hop's host is resolved once, all its addresses must be
public (or listed by the user), and the connection goes to the address that was checked.

It knows HTTP, not pages: whether what came is a statement is judged elsewhere.
"""

from __future__ import annotations

import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from onrecord import __version__
from onrecord.crawl.addresses import refusal
from onrecord.errors import FetchRefused, InputError, TooLarge
from onrecord.records import Record

if TYPE_CHECKING:
    import httpx

Resolver = Callable[[str, int], Sequence[str]]
T = TypeVar("T")

STAGE = "fetch"
USER_AGENT = f"onrecord/{__version__} (reads official statements)"
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8"
_REDIRECTS = (301, 302, 303, 307, 308)
_MAX_REDIRECTS = 5
_CODINGS = {"": 0, "identity": 0, "gzip": 47, "x-gzip": 47, "deflate": 47}  # zlib's window bits
_PORTS = {"http": 80, "https": 443}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)


class Limits(Record, frozen=True, kw_only=True):
    """Seconds to connect, between two pieces, and in all; bytes after decompression."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 64 * 1024 * 1024


class Fetched(Record, frozen=True, kw_only=True):
    """What came. `url`: where the payload is from, after redirects. `request`: the header that was
    sent for it."""

    url: str
    requested: str
    status: int
    headers: tuple[tuple[str, str], ...]
    payload: bytes
    media_type: str | None
    charset: str | None
    fetched_at: datetime
    request: tuple[tuple[str, str], ...] = ()


def fetch(
    url: str,
    *,
    transport: httpx.BaseTransport | None = None,
    resolver: Resolver | None = None,
    allow: Sequence[str] = (),
    limits: Limits = Limits(),  # noqa: B008  (immutable)
    now: Callable[[], datetime] | None = None,
) -> Fetched:
    """Fetches a URL. `allow`: hosts, addresses and networks of the user's own that may be asked."""
    asked = _Fetch(transport, resolver or resolve, allow, limits)
    started = (now or _utc)()
    return _within(limits.total, lambda: asked.follow(url, started))


def _utc() -> datetime:
    return datetime.now(UTC)


def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _within(seconds: float, call: Callable[[], T]) -> T:
    """The result of a call, or an error after some seconds: a server that sends a byte now and then
    keeps within every other limit of time, and a look-up of a name has none."""
    done: list[T] = []
    failed: list[InputError] = []

    def run() -> None:
        try:
            done.append(call())
        except InputError as error:
            failed.append(error)
        except (OSError, ValueError) as error:
            failed.append(InputError(f"the fetch broke off: {_said(error)}", STAGE))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        ended = f"no whole answer within {seconds:.0f} seconds"
        ended = ended if thread.is_alive() else "the fetch broke off"
        raise InputError(f"{ended}: try again later", STAGE)
    return done[0]


class _Fetch:
    """The settings of one fetch, and its steps."""

    def __init__(
        self,
        transport: httpx.BaseTransport | None,
        resolver: Resolver,
        allow: Sequence[str],
        limits: Limits,
    ) -> None:
        self._transport = transport
        self._resolver = resolver
        self._allow = allow
        self._limits = limits
        self._deadline = time.monotonic() + limits.total

    def follow(self, requested: str, started: datetime) -> Fetched:
        import httpx  # noqa: PLC0415  (80 ms, for URLs only)

        limits = self._limits
        timeout = httpx.Timeout(limits.read, connect=limits.connect)
        try:
            # No proxy of the environment: it would resolve the host itself, unguarded.
            with httpx.Client(
                transport=self._transport, timeout=timeout, trust_env=False, http2=True
            ) as client:
                url = httpx.URL(requested)
                for _ in range(_MAX_REDIRECTS + 1):
                    answer = self._hop(client, url, requested, started)
                    if isinstance(answer, Fetched):
                        return answer
                    url = answer
        except httpx.InvalidURL as error:
            raise FetchRefused(f"{requested}: no URL that can be read ({error})") from error
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise InputError(f"{requested}: {_said(error)}: try again later", STAGE) from error
        raise FetchRefused(f"{requested}: more than {_MAX_REDIRECTS} redirects")

    def _hop(
        self, client: httpx.Client, url: httpx.URL, requested: str, started: datetime
    ) -> Fetched | httpx.URL:
        """What one request gives: a page, or where to go on."""
        host = url.raw_host.decode("ascii")
        address = self._address(url, host)
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={
                "Host": url.netloc.decode("ascii").rpartition("@")[2],
                "User-Agent": USER_AGENT,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
            },
            extensions={"sni_hostname": host},
        )
        response = client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return url.join(response.headers["location"])
            if response.status_code != 200:
                message = f"{url}: the server answers {response.status_code}: open it in a browser"
                raise InputError(message, STAGE)
            payload = b"".join(self._body(response, str(url)))
        finally:
            response.close()
        declared = response.headers.get("content-type", "")
        charset = _CHARSET.search(declared)
        return Fetched(
            url=str(url),
            requested=requested,
            status=response.status_code,
            headers=tuple(response.headers.items()),
            payload=payload,
            media_type=declared.partition(";")[0].strip().lower() or None,
            charset=charset[1] if charset else None,
            fetched_at=started,
            request=tuple(request.headers.items()),
        )

    def _address(self, url: httpx.URL, host: str) -> str:
        """The one address to connect to. If any of a host's addresses is refused, the host is."""
        if url.scheme not in _PORTS:
            raise FetchRefused(f"{url}: only http and https addresses are read")
        if url.userinfo:
            raise FetchRefused(f"{url.copy_with(userinfo=b'')}: no user names in addresses")
        if not host:
            raise FetchRefused(f"{url}: the address names no host")
        try:
            addresses = self._resolver(host.strip("[]"), url.port or _PORTS[url.scheme])
        except (OSError, UnicodeError) as error:
            message = f"{url}: the host {host} is not found ({error}): check the address"
            raise InputError(message, STAGE) from error
        if not addresses:
            raise InputError(f"{url}: the host {host} has no address", STAGE)
        known = host.lower() in {entry.lower() for entry in self._allow}
        for address in addresses:
            reason = None if known else refusal(address, self._allow)
            if reason:
                raise FetchRefused(
                    f"{url}: {host} stands at {address}, {reason}; if that is your own network, "
                    "put it on the allow list"
                )
        return addresses[0].partition("%")[0]

    def _body(self, response: httpx.Response, url: str) -> Iterator[bytes]:
        """The body, decompressed piece by piece; never more than the limit."""
        coding = response.headers.get("content-encoding", "").strip().lower()
        if coding not in _CODINGS:
            raise InputError(f"{url}: compressed as {coding!r}, which was not asked for", STAGE)
        unpack = zlib.decompressobj(_CODINGS[coding]) if _CODINGS[coding] else None
        left = self._limits.size
        if response.is_stream_consumed:  # a transport that gave the body whole, unpacked
            unpack = None
        for raw in (response.content,) if response.is_stream_consumed else response.iter_raw():
            piece = _unpacked(unpack, raw, left + 1, url) if unpack else raw
            left -= len(piece)
            if left < 0:
                message = f"{url}: more than {self._limits.size:,} bytes: save and shorten it"
                raise TooLarge(message, STAGE)
            if time.monotonic() > self._deadline:
                raise InputError(f"{url}: over {self._limits.total:.0f} seconds", STAGE)
            yield piece


def _unpacked(unpack: zlib._Decompress, raw: bytes, most: int, url: str) -> bytes:
    """At most so many bytes of a piece: what is over the limit ends the fetch."""
    try:
        return unpack.decompress(raw, most)
    except zlib.error as error:
        raise InputError(f"{url}: broken compression ({error}): try again later", STAGE) from error


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
