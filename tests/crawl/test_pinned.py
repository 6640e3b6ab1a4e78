"""A connection goes to the checked address, is encrypted for the host's name, and is shared by
nobody else."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from onrecord.crawl import pinned
from onrecord.crawl.fetcher import Fetcher, Limits
from onrecord.crawl.pinned import PinnedTransport
from onrecord.errors import NotFetched
from tests.ministry import NOTHING, Ministry, secure
from tests.ministry.site import Answer, Asked

HOSTS = ("news.example", "other.example")
ADDRESS = "93.184.216.34"  # of both hosts


def _say(asked: Asked) -> Answer:
    return Answer(200, (("Content-Type", "text/html"),), f"<p>{asked.host}".encode())


class _Network:
    """Brings every connection to the ministry, and notes where it was to go."""

    def __init__(self, ministry: Ministry, dead: Sequence[str] = ()) -> None:
        self._ministry = ministry
        self._dead = dead
        self.asked: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        return (*self._dead, ADDRESS)

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        self.asked.append((address, port))
        if address in self._dead:
            raise ConnectionRefusedError("dead")
        return self._ministry.connect(address, port, timeout)


@pytest.fixture(scope="module")
def plain() -> Iterator[Ministry]:
    with Ministry(NOTHING, hosts=dict.fromkeys(HOSTS, _say)) as running:
        yield running


def test_the_connection_goes_to_the_checked_address(plain: Ministry) -> None:
    network = _Network(plain)
    with Fetcher(resolve=network.resolve, connect=network.connect) as fetcher:
        assert fetcher.fetch("http://news.example:8080/").payload == b"<p>news.example"
    assert network.asked == [(ADDRESS, 8080)]


def test_a_connection_is_used_again_by_its_host_and_no_other(plain: Ministry) -> None:
    network = _Network(plain)
    with Fetcher(resolve=network.resolve, connect=network.connect) as fetcher:
        for host in (*HOSTS, *HOSTS):
            assert fetcher.fetch(f"http://{host}/").payload == f"<p>{host}".encode()
    assert network.asked == [(ADDRESS, 80)] * 2


def test_the_next_address_is_tried(plain: Ministry) -> None:
    network = _Network(plain, dead=["93.184.216.99"])
    with Fetcher(resolve=network.resolve, connect=network.connect) as fetcher:
        assert fetcher.fetch("http://news.example/").status == 200
    assert [address for address, _ in network.asked] == ["93.184.216.99", ADDRESS]


def test_nobody_answers(plain: Ministry) -> None:
    network = _Network(plain, dead=[ADDRESS])
    with (
        Fetcher(resolve=network.resolve, connect=network.connect, retries=0) as fetcher,
        pytest.raises(NotFetched, match="dead") as caught,
    ):
        fetcher.fetch("http://news.example/")
    assert caught.value.kind == "connect"


def test_what_was_not_checked_is_not_connected_to() -> None:
    def never(address: str, port: int, timeout: float) -> socket.socket:
        pytest.fail("connected")

    backend = pinned._Backend(never)
    backend.pin("news.example", 80, (ADDRESS,), 1e12)
    for host, port in (("other.example", 80), ("news.example", 81)):
        with pytest.raises(Exception, match="not checked"):
            backend.connect_tcp(host, port)
    with pytest.raises(Exception, match="no sockets"):
        backend.connect_unix_socket("/run/docker.sock")


def test_threads_share_a_fetcher(plain: Ministry) -> None:
    network = _Network(plain)
    wrong: list[bytes] = []
    with Fetcher(resolve=network.resolve, connect=network.connect) as fetcher:

        def ask(host: str) -> None:
            for _ in range(30):
                payload = fetcher.fetch(f"http://{host}/").payload
                if payload != f"<p>{host}".encode():
                    wrong.append(payload)

        threads = [threading.Thread(target=ask, args=(host,)) for host in (*HOSTS, *HOSTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


Contexts = tuple[ssl.SSLContext, ssl.SSLContext]


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> Contexts:
    folder: Path = tmp_path_factory.mktemp("tls")
    made = secure.authority(folder, HOSTS[:1])
    if made is None:
        pytest.skip("openssl is not there")
    return made


@pytest.fixture(scope="module")
def encrypted(contexts: Contexts) -> Iterator[Ministry]:
    with Ministry(NOTHING, hosts=dict.fromkeys(HOSTS, _say), tls=contexts[0]) as running:
        yield running


def _secure(ministry: Ministry, verify: ssl.SSLContext | None) -> Fetcher:
    network = _Network(ministry)
    transport = PinnedTransport(network.connect, verify=verify)
    return Fetcher(
        resolve=network.resolve, transport=transport, retries=0, limits=Limits(total=5.0)
    )


def test_http_2_where_the_server_can(encrypted: Ministry, contexts: Contexts) -> None:
    with _secure(encrypted, contexts[1]) as fetcher:
        for _ in range(3):
            assert fetcher.fetch("https://news.example/").payload == b"<p>news.example"


def test_http_1_where_it_cannot(encrypted: Ministry, contexts: Contexts) -> None:
    contexts[0].set_alpn_protocols(["http/1.1"])
    with _secure(encrypted, contexts[1]) as fetcher:
        assert fetcher.fetch("https://news.example./").payload == b"<p>news.example"
    contexts[0].set_alpn_protocols(["h2", "http/1.1"])


def test_the_certificate_is_verified(encrypted: Ministry, contexts: Contexts) -> None:
    """One that nobody known has signed, and one that is another host's."""
    for verify, url in ((None, "https://news.example/"), (contexts[1], "https://other.example/")):
        with _secure(encrypted, verify) as fetcher, pytest.raises(NotFetched) as caught:
            fetcher.fetch(url)
        assert caught.value.kind == "tls"
