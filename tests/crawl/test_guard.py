"""A host's addresses are looked up once, and all of them are checked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence

import httpx
import pytest

from onrecord.crawl.guard import Guard, parsed, resolve
from onrecord.errors import FetchRefused, NotFetched

PUBLIC = "93.184.216.34"
_REAL = socket.getaddrinfo


class _Names:
    """A name service that answers from a list, and remembers what it was asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.asked: list[tuple[str, int]] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append((host, port))
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def test_the_addresses_of_a_host() -> None:
    names = _Names((PUBLIC, "2606:4700::1111"))
    found = Guard((), names).addresses(httpx.URL("https://News.Example.:8443/a"))
    assert found == (PUBLIC, "2606:4700::1111")
    assert names.asked == [("news.example", 8443)]


def test_an_address_is_not_looked_up() -> None:
    names = _Names((PUBLIC,))
    assert Guard((), names).addresses(httpx.URL(f"http://{PUBLIC}/")) == (PUBLIC,)
    assert names.asked == []


def test_one_bad_address_is_enough() -> None:
    with pytest.raises(FetchRefused, match=r"a loopback address.*allow list"):
        Guard((), _Names((PUBLIC, "127.0.0.1"))).addresses(httpx.URL("http://news.example/"))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/", "only http and https"),
        ("http://", "no host"),
        ("http://user:pass@news.example/", "no user names"),
        ("http://news.example:22/", "port 22"),
        ("http://2130706433/", "a number in place of a name"),
        ("http://wiki/", "a name of an inner network"),
        ("http://a..example/", "no name of a host"),
    ],
)
def test_what_is_refused_unseen(url: str, why: str) -> None:
    names = _Names((PUBLIC,))
    with pytest.raises(FetchRefused, match=why) as caught:
        Guard((), names).addresses(httpx.URL(url))
    assert names.asked == []
    assert "pass" not in str(caught.value)


def test_the_allow_list_opens_a_host_or_a_network_and_no_other() -> None:
    inside = _Names(("10.0.0.7",))
    for allow in (["wiki"], ["WIKI."]):
        assert Guard(allow, inside).addresses(httpx.URL("http://wiki:81/")) == ("10.0.0.7",)
    host = httpx.URL("http://inside.example/")
    assert Guard(["10.0.0.0/24"], inside).addresses(host) == ("10.0.0.7",)
    with pytest.raises(FetchRefused):
        Guard(["10.1.0.0/24", "other.example"], inside).addresses(host)


def test_a_listed_host_may_be_an_address() -> None:
    guard = Guard(["127.0.0.1"], _Names(()))
    assert guard.addresses(httpx.URL("http://127.0.0.1:8080/")) == ("127.0.0.1",)


def test_checked_addresses_are_kept_for_a_while() -> None:
    """What was checked is used, never what the name stands at meanwhile."""
    names = _Names((PUBLIC,), ("127.0.0.1",))
    guard = Guard((), names, keep=60)
    url = httpx.URL("http://news.example/")
    assert [guard.addresses(url) for _ in range(3)] == [(PUBLIC,)] * 3
    assert len(names.asked) == 1
    with pytest.raises(FetchRefused):
        Guard((), names, keep=0).addresses(url)


def test_a_refusal_is_not_kept() -> None:
    guard = Guard((), _Names(("127.0.0.1",), (PUBLIC,)), keep=60)
    with pytest.raises(FetchRefused):
        guard.addresses(httpx.URL("http://news.example/"))
    assert guard.addresses(httpx.URL("http://news.example/")) == (PUBLIC,)


def test_an_unknown_host_is_named() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("Name or service not known")

    with pytest.raises(NotFetched, match=r"gone\.example is not found") as caught:
        Guard((), unknown).addresses(httpx.URL("http://gone.example/"))
    assert caught.value.kind == "name"
    with pytest.raises(NotFetched, match="has no address"):
        Guard((), _Names(())).addresses(httpx.URL("http://gone.example/"))


def test_a_name_service_that_does_not_answer() -> None:
    ended = threading.Event()

    def silent(host: str, port: int) -> Sequence[str]:
        ended.wait(5)
        return ()

    with pytest.raises(NotFetched, match="no answer within"):
        Guard((), silent, patience=0.05).addresses(httpx.URL("http://news.example/"))
    ended.set()


def test_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of this machine may be looked up: that asks no network."""
    monkeypatch.setattr(socket, "getaddrinfo", _REAL)
    assert resolve("127.0.0.1", 80) == ("127.0.0.1",)


def test_an_address_that_cannot_be_read_is_shown_without_its_password() -> None:
    with pytest.raises(FetchRefused, match="no URL that can be read") as caught:
        parsed("http://user:pass@[::1")
    assert "pass" not in str(caught.value)
    with pytest.raises(FetchRefused, match="characters"):
        parsed("http://a.example/" + "a" * 10_000)
