"""Fetching is guarded at every hop, pinned to the checked address, and bounded."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest

from onrecord.crawl.fetcher import USER_AGENT, Fetched, Limits, fetch
from onrecord.errors import FetchRefused, InputError, TooLarge

PUBLIC = "93.184.216.34"
NOW = datetime(2021, 5, 4, 9, 15, tzinfo=UTC)
HOSTS = {
    "news.example": (PUBLIC,),
    "other.example": ("93.184.216.35",),
    "inside.example": ("10.0.0.7",),
    "mixed.example": (PUBLIC, "127.0.0.1"),
    "mapped.example": ("::ffff:127.0.0.1",),
    "meta.example": ("169.254.169.254",),
    "six.example": ("2606:4700::1111",),
}
_REAL = socket.getaddrinfo
Handler = Callable[[httpx.Request], httpx.Response]


class _Resolver:
    """Answers from a table, and remembers what it was asked."""

    def __init__(self, hosts: Mapping[str, Sequence[str]]) -> None:
        self.hosts = dict(hosts)
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        if host not in self.hosts:
            raise OSError("Name or service not known")
        return self.hosts[host]


def _get(url: str, handler: Handler, limits: Limits | None = None, **options: object) -> Fetched:
    return fetch(
        url,
        transport=httpx.MockTransport(handler),
        resolver=_Resolver(HOSTS),
        limits=limits or Limits(),
        now=lambda: NOW,
        allow=tuple(map(str, options.get("allow", ()))),  # type: ignore[call-overload]
    )


def _page(request: httpx.Request) -> httpx.Response:
    headers = {"content-type": "Text/HTML; charset=windows-1251"}
    return httpx.Response(200, content=b"<p>Hello", headers=headers)


def _no(request: httpx.Request) -> httpx.Response:
    pytest.fail(f"must not be asked: {request.url}")


def test_a_page_with_what_is_declared() -> None:
    found = _get("https://news.example/a?b=1", _page)
    assert (found.payload, found.media_type, found.charset) == (
        b"<p>Hello",
        "text/html",
        "windows-1251",
    )
    assert (found.url, found.status, found.fetched_at) == ("https://news.example/a?b=1", 200, NOW)


def test_the_connection_goes_to_the_checked_address_under_the_host_name() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return _page(request)

    resolver = _Resolver(HOSTS)
    fetch("https://news.example:8443/a", transport=httpx.MockTransport(handler), resolver=resolver)
    (request,) = seen
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "news.example:8443"
    assert request.extensions["sni_hostname"] == "news.example"
    assert request.headers["user-agent"] == USER_AGENT
    assert resolver.asked == [("news.example", 8443)]


def test_ipv6_addresses_are_asked() -> None:
    hosts: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        hosts.append(request.url.host)
        return _page(request)

    _get("http://six.example/", handler)
    assert hosts == ["2606:4700::1111"]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://news.example/", "only http and https"),
        ("http://", "no host"),
        ("http://user:pass@news.example/", "no user names"),
        ("http://inside.example/", "a private address"),
        ("http://mixed.example/", "a loopback address"),
        ("http://mapped.example/", "a loopback address"),
        ("http://meta.example/latest/meta-data", "metadata"),
        ("http://[::1", "no URL that can be read"),
    ],
)
def test_refused(url: str, why: str) -> None:
    with pytest.raises(FetchRefused, match=why) as caught:
        _get(url, _no)
    assert "pass@" not in str(caught.value)


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of this machine may be looked up: that asks no network."""
    monkeypatch.setattr(socket, "getaddrinfo", _REAL)


@pytest.mark.usefixtures("local")
@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost"])
def test_ways_to_write_this_machine(host: str) -> None:
    transport = httpx.MockTransport(_no)
    with pytest.raises(FetchRefused, match="a loopback address"):
        fetch(f"http://{host}/", transport=transport)


def test_the_allow_list_opens_a_host_or_a_network() -> None:
    assert _get("http://inside.example/", _page, allow=["inside.example"]).status == 200
    assert _get("http://inside.example/", _page, allow=["10.0.0.0/24"]).status == 200
    with pytest.raises(FetchRefused):
        _get("http://inside.example/", _no, allow=["10.1.0.0/24", "other.example"])


def test_an_unknown_host_is_named() -> None:
    with pytest.raises(InputError, match=r"gone\.example is not found"):
        _get("http://gone.example/", _no)


def _redirects(targets: Mapping[str, str]) -> Handler:
    def handler(request: httpx.Request) -> httpx.Response:
        target = targets.get(request.headers["host"] + request.url.path)
        if target is None:
            return _page(request)
        return httpx.Response(302, headers={"location": target})

    return handler


def test_redirects_are_followed_and_the_last_address_kept() -> None:
    handler = _redirects({"news.example/a": "/b", "news.example/b": "https://other.example/c"})
    found = _get("https://news.example/a", handler)
    assert (found.requested, found.url) == ("https://news.example/a", "https://other.example/c")


@pytest.mark.parametrize(
    "target", ["http://inside.example/", "//meta.example/x", "file:///etc/passwd"]
)
def test_every_hop_is_guarded(target: str) -> None:
    with pytest.raises(FetchRefused):
        _get("https://news.example/a", _redirects({"news.example/a": target}))


def test_a_host_that_changes_its_address_between_hops_is_checked_again() -> None:
    answers: Iterator[Sequence[str]] = iter([(PUBLIC,), ("127.0.0.1",)])
    handler = _redirects({"news.example/a": "/b"})
    with pytest.raises(FetchRefused, match="loopback"):
        fetch(
            "http://news.example/a",
            transport=httpx.MockTransport(handler),
            resolver=lambda host, port: next(answers),
        )


def test_a_circle_ends() -> None:
    with pytest.raises(FetchRefused, match="more than 5 redirects"):
        _get("https://news.example/a", _redirects({"news.example/a": "/a"}))


@pytest.mark.parametrize("status", [204, 403, 404, 500])
def test_other_answers_are_errors(status: int) -> None:
    with pytest.raises(InputError, match=f"answers {status}"):
        _get("http://news.example/", lambda request: httpx.Response(status))


def _packed(body: bytes, coding: str) -> Handler:
    return lambda request: httpx.Response(
        200, headers={"content-encoding": coding}, stream=httpx.ByteStream(body)
    )


def test_compressed_bodies_are_unpacked() -> None:
    found = _get("http://news.example/", _packed(gzip.compress(b"We met." * 100), "gzip"))
    assert found.payload == b"We met." * 100


def test_a_compressed_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(TooLarge, match="more than 1,000,000 bytes"):
        _get("http://news.example/", _packed(bomb, "gzip"), Limits(size=1_000_000))


@pytest.mark.parametrize(
    ("body", "coding"), [(b"x", "br"), (b"x", "gzip, gzip"), (b"xxxx", "gzip")]
)
def test_other_compressions_are_errors(body: bytes, coding: str) -> None:
    with pytest.raises(InputError, match="compress"):
        _get("http://news.example/", _packed(body, coding))


def test_a_large_body_is_cut_off() -> None:
    with pytest.raises(TooLarge):
        _get("http://news.example/", _packed(b"x" * 2000, "identity"), Limits(size=1999))


def test_no_answer_in_time() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        time.sleep(1)
        return _page(request)

    with pytest.raises(InputError, match="no whole answer within"):
        _get("http://news.example/", handler, Limits(total=0.05))


def test_a_broken_connection_is_an_input_error() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(InputError, match="ConnectError: refused"):
        _get("http://news.example/", handler)


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<p>{self.headers['Host']}".encode())

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def port(local: None) -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_this_machine_is_refused_unless_it_is_listed(port: int) -> None:
    with pytest.raises(FetchRefused, match="a loopback address"):
        fetch(f"http://127.0.0.1:{port}/")
    found = fetch(f"http://127.0.0.1:{port}/", allow=["127.0.0.0/8"])
    assert found.payload == f"<p>127.0.0.1:{port}".encode()


def test_the_connection_is_pinned(port: int) -> None:
    """The name does not exist for the system: only the checked address can have been asked."""
    found = fetch(
        f"http://pinned.invalid:{port}/",
        allow=["127.0.0.1"],
        resolver=lambda host, port: ("127.0.0.1",),
    )
    assert found.payload == f"<p>pinned.invalid:{port}".encode()
    assert found.url == f"http://pinned.invalid:{port}/"
