"""Fetching is guarded at every hop, bounded in time and size, and gives every answer as it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import httpx
import pytest

from onrecord.crawl.fetcher import (
    USER_AGENT,
    Fetched,
    Fetcher,
    Limits,
    fetch,
    retry_after,
    user_agent,
)
from onrecord.crawl.inputs import Input, Loaded
from onrecord.errors import FetchRefused, InputError, NotFetched, TooLarge
from onrecord.pipeline.reading import read
from onrecord.records import Reading
from tests.ministry import NOTHING, Clock, Ministry, nasty

PUBLIC = "93.184.216.34"
NOW = datetime(2021, 5, 4, 9, 15, tzinfo=UTC)
HOSTS = {
    "news.example": (PUBLIC,),
    "other.example": ("93.184.216.35",),
    "inside.example": ("10.0.0.7",),
    "meta.example": ("169.254.169.254",),
}
Handler = Callable[[httpx.Request], httpx.Response]


def _resolve(host: str, port: int) -> Sequence[str]:
    if host not in HOSTS:
        raise OSError("Name or service not known")
    return HOSTS[host]


def _get(url: str, handler: Handler, allow: Sequence[str] = ()) -> Fetched:
    return fetch(
        url,
        transport=httpx.MockTransport(handler),
        resolver=_resolve,
        now=lambda: NOW,
        allow=allow,
        retries=0,
    )


def _page(request: httpx.Request) -> httpx.Response:
    headers = {"content-type": "Text/HTML; charset=windows-1251"}
    return httpx.Response(200, content=b"<p>Hello", headers=headers)


def _no(request: httpx.Request) -> httpx.Response:
    pytest.fail(f"must not be asked: {request.url}")


def test_a_page_with_what_is_declared() -> None:
    found = _get("https://news.example/a?b=1", _page)
    assert (found.payload, found.media_type) == (b"<p>Hello", "text/html")
    assert (found.charset, found.status, found.fetched_at) == ("windows-1251", 200, NOW)
    assert (found.url, found.hops) == ("https://news.example/a?b=1", ())


def test_what_is_sent() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return _page(request)

    found = _get("https://news.example:8443/a#part", handler)
    (request,) = seen
    assert str(request.url) == "https://news.example:8443/a"
    assert request.headers["host"] == "news.example:8443"
    assert request.headers["user-agent"] == USER_AGENT
    assert "cookie" not in request.headers
    assert dict(found.request) == dict(request.headers)
    assert request.extensions["addresses"] == (PUBLIC,)


def test_a_contact_is_named_and_nothing_can_be_smuggled_in() -> None:
    assert "+press@archive.example" in user_agent("press@archive.example")
    with pytest.raises(InputError, match="a contact is"):
        user_agent("a\r\nX-Injected: yes")


@pytest.mark.parametrize("host", ["inside.example", "meta.example"])
def test_inner_hosts_are_refused_unless_listed(host: str) -> None:
    with pytest.raises(FetchRefused):
        _get(f"http://{host}/", _no)
    assert _get(f"http://{host}/", _page, allow=[host]).status == 200


def _redirects(targets: Mapping[str, str]) -> Handler:
    def handler(request: httpx.Request) -> httpx.Response:
        target = targets.get(request.headers["host"] + request.url.path)
        if target is None:
            return _page(request)
        return httpx.Response(302, headers={"location": target})

    return handler


def test_redirects_are_followed_and_kept() -> None:
    handler = _redirects({"news.example/a": "/b", "news.example/b": "https://other.example/c"})
    found = _get("https://news.example/a", handler)
    assert (found.requested, found.url) == ("https://news.example/a", "https://other.example/c")
    assert found.hops == ((302, "https://news.example/a"), (302, "https://news.example/b"))


@pytest.mark.parametrize(
    "target", ["http://inside.example/", "//meta.example/x", "file:///etc/passwd"]
)
def test_every_hop_is_guarded(target: str) -> None:
    with pytest.raises(FetchRefused):
        _get("https://news.example/a", _redirects({"news.example/a": target}))


@pytest.mark.parametrize("status", [204, 403, 404, 500])
def test_the_plain_fetch_takes_pages_only(status: int) -> None:
    with pytest.raises(InputError, match=f"answers {status}"):
        _get("http://news.example/", lambda request: httpx.Response(status))


def test_a_broken_connection_is_an_input_error() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(NotFetched, match="ConnectError: refused") as caught:
        _get("http://news.example/", handler)
    assert caught.value.kind == "connect"


# Against the ministry, over real connections

SLOW = Limits(read=0.4, total=0.6, size=2_000_000)


@pytest.fixture(scope="module")
def ministry() -> Iterator[Ministry]:
    with Ministry(NOTHING, hosts={nasty.HOST: nasty.answer}) as running:
        yield running


def _fetcher(ministry: Ministry, limits: Limits = SLOW, retries: int = 0) -> Fetcher:
    return Fetcher(
        limits=limits,
        resolve=ministry.resolve,
        connect=ministry.connect,
        now=ministry.clock.now,
        sleep=ministry.clock.sleep,
        chance=lambda: 0.0,
        retries=retries,
    )


def _ask(ministry: Ministry, path: str, limits: Limits = SLOW) -> Fetched:
    with _fetcher(ministry, limits) as fetcher:
        return fetcher.fetch(f"http://{nasty.HOST}{path}")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/drip", "time"),
        ("/slow", "time"),
        ("/reset", "reset"),
        ("/cut", "reset"),
        ("/short", "reset"),
        ("/truncated-gzip", "protocol"),
        ("/not-gzip", "protocol"),
        ("/br-bomb", "protocol"),
        ("/zstd-bomb", "protocol"),
        ("/loop", "redirects"),
        ("/longer-loop", "redirects"),
        ("/many-headers", "protocol"),
    ],
)
def test_bad_manners(ministry: Ministry, path: str, kind: str) -> None:
    started = time.monotonic()
    with pytest.raises(NotFetched) as caught:
        _ask(ministry, path)
    assert caught.value.kind == kind
    assert nasty.HOST in str(caught.value)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("path", ["/gzip-bomb", "/deflate-bomb", "/many-members", "/endless"])
def test_bombs(ministry: Ministry, path: str) -> None:
    with pytest.raises(TooLarge, match="more than 2,000,000 bytes"):
        _ask(ministry, path, Limits(size=2_000_000))


def test_a_bomb_within_a_bomb(ministry: Ministry) -> None:
    with pytest.raises(NotFetched, match="not asked for"):
        _ask(ministry, "/double-bomb", Limits(size=2_000_000))


def test_a_connection_is_used_again_after_bad_manners(ministry: Ministry) -> None:
    with _fetcher(ministry) as fetcher:
        for path in ("/", "/cut", "/", "/endless", "/", "/drip", "/"):
            if path == "/":
                assert b"Talks in Kelmar" in fetcher.fetch(f"http://{nasty.HOST}/").payload
            else:
                with pytest.raises(InputError):
                    fetcher.fetch(f"http://{nasty.HOST}{path}")


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_every_answer_is_given_as_it_is(ministry: Ministry, status: int) -> None:
    found = _ask(ministry, f"/status/{status}")
    assert found.status == status
    assert f"<h1>{status}</h1>".encode() in found.payload


def test_a_redirect_without_an_address_is_an_answer(ministry: Ministry) -> None:
    assert _ask(ministry, "/nowhere").status == 302


def test_wrongly_labelled_letters_are_told_by_the_bytes(ministry: Ministry) -> None:
    found = _ask(ministry, "/mislabelled")
    assert found.charset == "utf-8"
    loaded = Loaded(found.payload, found.media_type, found.charset, found.url, found)
    (reading,) = read([Input(found.url, "mislabelled", lambda: loaded)])
    assert isinstance(reading, Reading)
    assert nasty.WORDS in reading.text


def test_nothing_is_remembered_of_cookies(ministry: Ministry) -> None:
    with _fetcher(ministry) as fetcher:
        for _ in range(2):
            found = fetcher.fetch(f"http://{nasty.HOST}/cookie")
    assert "cookie" not in dict(found.request)


def test_what_has_not_changed_is_not_sent_again(ministry: Ministry) -> None:
    headers = {"etag": '"a1"', "last-modified": "Mon, 02 Mar 2026 00:00:00 GMT"}

    def handler(request: httpx.Request) -> httpx.Response:
        known = request.headers.get("if-none-match") == headers["etag"]
        known &= request.headers.get("if-modified-since") == headers["last-modified"]
        return httpx.Response(
            304 if known else 200, headers=headers, content=b"" if known else b"x"
        )

    with Fetcher(transport=httpx.MockTransport(handler), resolve=_resolve) as fetcher:
        first = fetcher.fetch("http://news.example/")
        again = fetcher.fetch("http://news.example/", etag=first.etag, modified=first.modified)
    assert (first.status, first.payload, first.unchanged) == (200, b"x", False)
    assert (again.status, again.payload, again.unchanged) == (304, b"", True)


def test_a_validator_with_a_line_break_is_not_sent() -> None:
    with Fetcher(transport=httpx.MockTransport(_page), resolve=_resolve) as fetcher:
        found = fetcher.fetch("http://news.example/", etag='"a"\r\nX: y', modified="a\nb")
    assert {"if-none-match", "if-modified-since"}.isdisjoint(dict(found.request))


def test_what_failed_in_passing_is_asked_again() -> None:
    with Ministry(NOTHING, Clock(), hosts={nasty.HOST: nasty.flaky(2)}) as ministry:
        before = ministry.clock.time()
        with _fetcher(ministry, retries=2) as fetcher:
            assert fetcher.fetch(f"http://{nasty.HOST}/").status == 200
        assert len(ministry.log) == 3
        assert ministry.clock.time() - before == 1.0 + 2.0  # twice as long each time


def test_after_so_many_failures_it_is_given_up() -> None:
    with Ministry(NOTHING, hosts={nasty.HOST: nasty.flaky(9)}) as ministry:
        with _fetcher(ministry, retries=2) as fetcher, pytest.raises(NotFetched):
            fetcher.fetch(f"http://{nasty.HOST}/")
        assert len(ministry.log) == 3


def test_a_server_that_says_later_is_left_alone(ministry: Ministry) -> None:
    """Two minutes are longer than a fetch waits: whoever asked is told."""
    asked = len(ministry.log)
    with _fetcher(ministry, retries=2) as fetcher:
        found = fetcher.fetch(f"http://{nasty.HOST}/later")
    assert (found.status, retry_after(found)) == (503, 120.0)
    assert len(ministry.log) == asked + 1


def test_who_may_not_be_asked_is_not_asked(ministry: Ministry) -> None:
    with _fetcher(ministry) as fetcher:
        with pytest.raises(FetchRefused, match=r"robots\.txt"):
            fetcher.fetch(f"http://{nasty.HOST}/", permit=lambda url: False)
        target = f"http://{nasty.HOST}/status/200"
        found = fetcher.fetch(
            f"http://{nasty.HOST}/redirect?to={target}", permit=lambda url: "status" not in url[:30]
        )
        assert found.hops == ()
        found = fetcher.fetch(
            f"http://{nasty.HOST}/redirect?to={target}", permit=lambda url: url != target
        )
    assert (found.status, found.header("location")) == (302, target)
