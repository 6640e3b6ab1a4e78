"""Connections that go to an address that was checked, and nowhere else: a transport of pooled
HTTP/1.1 and HTTP/2 connections whose host names are never resolved again.

The certificate is verified for the host's name; a connection is shared by requests to one host
only, so that two hosts at one address never share one.
"""

from __future__ import annotations

import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import httpcore
import httpx

from onrecord.errors import NotFetched

Connector = Callable[[str, int, float], socket.socket]

_IDLE = 10.0  # seconds that a connection is kept open
_LONGEST_WAIT = 120.0


def connect(address: str, port: int, timeout: float) -> socket.socket:
    """A connection to a network address (not a name: nothing is resolved)."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.settimeout(timeout)
        made.connect((address, port))
    except OSError:
        made.close()
        raise
    return made


class PinnedTransport(httpx.BaseTransport):
    """A transport. Each request brings the checked `addresses` of its host and its `deadline` (of
    the monotonic clock) as extensions."""

    def __init__(
        self, connector: Connector | None = None, *, verify: ssl.SSLContext | None = None
    ) -> None:
        self._backend = _Backend(connector or connect)
        self._pool = httpcore.ConnectionPool(
            ssl_context=verify or httpx.create_ssl_context(trust_env=False),
            max_connections=256,
            max_keepalive_connections=64,
            keepalive_expiry=_IDLE,
            http1=True,
            http2=True,
            network_backend=self._backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not read yet."""
        url, extensions = request.url, request.extensions
        name = url.raw_host.decode("ascii").removesuffix(".")
        port = url.port if url.port is not None else 443 if url.scheme == "https" else 80
        self._backend.pin(name, port, extensions["addresses"], extensions["deadline"])
        asked = httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=url.raw_scheme, host=name.encode(), port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions={"timeout": extensions["timeout"]},
        )
        answer = self._pool.handle_request(asked)
        assert isinstance(answer.stream, Iterable)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions={"http_version": answer.extensions.get("http_version", b"")},
        )

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body as it comes, still compressed."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    """Connects to pinned addresses. What was not pinned is not connected to."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._asked = threading.local()  # a request connects in the thread that makes it

    def pin(self, host: str, port: int, addresses: Sequence[str], deadline: float) -> None:
        """Says where a host may be connected to, and until when this thread has time."""
        self._asked.pinned = (host, port, tuple(addresses))
        self._asked.deadline = deadline

    def left(self, timeout: float | None) -> float:
        """Seconds that a step may take."""
        until = getattr(self._asked, "deadline", time.monotonic() + _LONGEST_WAIT)
        left = until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("no whole answer in time")
        return min(left, timeout if timeout is not None else _LONGEST_WAIT)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """The first of the addresses that answers."""
        known_host, known_port, addresses = getattr(self._asked, "pinned", ("", 0, ()))
        failed: OSError = OSError("the host was not checked")
        for address in addresses if (known_host, known_port) == (host, port) else ():
            try:
                made = self._connector(address, port, self.left(timeout))
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return _Stream(made, self)
            except OSError as error:
                failed = error
        if isinstance(failed, TimeoutError):
            raise httpcore.ConnectTimeout(str(failed)) from failed
        raise httpcore.ConnectError(str(failed)) from failed

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never."""
        raise httpcore.ConnectError("no sockets of this machine")

    def sleep(self, seconds: float) -> None:
        """Not needed: retries are made elsewhere."""


class _Stream(httpcore.NetworkStream):
    """One connection. Each step has as much time as the fetch has left."""

    def __init__(self, made: socket.socket, backend: _Backend) -> None:
        self._socket = made
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, or none at the end."""
        try:
            self._socket.settimeout(self._backend.left(timeout))
            return self._socket.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All bytes."""
        if not buffer:
            return
        try:
            self._socket.settimeout(self._backend.left(timeout))
            self._socket.sendall(buffer)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    def close(self) -> None:
        """Closes the connection."""
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, its certificate verified for the name."""
        try:
            self._socket.settimeout(self._backend.left(timeout))
            made = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except ssl.SSLError as error:
            self.close()
            raise NotFetched("tls", f"{server_hostname}: no safe connection ({error})") from error
        except OSError as error:
            self.close()
            raise httpcore.ConnectError(str(error)) from error
        return _Stream(made, self._backend)

    def get_extra_info(self, info: str) -> Any:
        """What the pool asks of a connection."""
        if info == "ssl_object" and isinstance(self._socket, ssl.SSLSocket):
            return self._socket
        if info == "is_readable":
            return _readable(self._socket)
        return None


def _readable(made: socket.socket) -> bool:
    """Has an idle connection been ended by the server?"""
    if made.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(made, select.POLLIN)
    return bool(poll.poll(0))
