"""The ministry's server: all publishers behind one port of this machine, told apart by the Host
header, with a log of every request. It runs in a thread of its own."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from onrecord.crawl import pinned
from tests.ministry import secure
from tests.ministry.clock import Clock
from tests.ministry.plan import Outage, Plan
from tests.ministry.site import FORBIDDEN, Answer, Asked, Manner, Site, page

_REASONS = {200: "OK", 302: "Found", 304: "Not Modified", 404: "Not Found", 410: "Gone"}


class Logged(NamedTuple):
    """A request as the server saw it. `time`: of the simulated clock; `at_once`: how many requests
    the host was answering then, with this one; `forbidden`: robots.txt says no to it."""

    time: float
    host: str
    target: str
    status: int
    at_once: int
    conditional: bool
    forbidden: bool
    agent: str


class Seams(NamedTuple):
    """How a fetcher reaches a server of these hosts on a port of this machine."""

    hosts: tuple[str, ...]
    port: int

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """A resolver: a public address for each host of the ministry, none for others."""
        name = host.rstrip(".").lower()
        if name not in self.hosts:
            raise OSError(f"the test knows no host {host}")
        return (f"93.184.216.{self.hosts.index(name) + 1}",)

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        """A connector: whatever the address, it is the server that answers."""
        return pinned.connect("127.0.0.1", self.port, timeout)


def seams(plan: Plan, port: int) -> Seams:
    """The seams for a plan that is served in another process."""
    return Seams(tuple(p.host for p in plan.publishers), port)


class Ministry:
    """A running server. `with Ministry(thirty_days()) as ministry: ...`

    `latency`: seconds that each answer takes, so that two requests at once are seen; `log`: a file
    that gets each logged request as a line of JSON, for a server in a process of its own; `hosts`:
    further hosts, each with a function; `tls`: it speaks https, HTTP/2 where the client can.
    """

    def __init__(
        self,
        plan: Plan,
        clock: Clock | None = None,
        *,
        hosts: Mapping[str, Callable[[Asked], Answer]] | None = None,
        latency: float = 0.0,
        port: int = 0,
        log: Path | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.plan = plan
        self.clock = clock or Clock(plan.start)
        self.log: list[Logged] = []
        self._sites = {p.host: Site(plan, p) for p in plan.publishers}
        self._hosts = dict(hosts or {})
        self._latency = latency
        self._tls = tls
        self._busy: Counter[str] = Counter()
        self._number = 0
        self._file = log.open("a", encoding="utf-8") if log else None
        self._socket = socket.create_server(("127.0.0.1", port), backlog=512)
        self.port: int = self._socket.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()
        self._connections: set[asyncio.Task[None]] = set()

    @property
    def seams(self) -> Seams:
        """What a fetcher is given to reach this server."""
        return Seams((*self._sites, *self._hosts), self.port)

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """See `Seams.resolve`."""
        return self.seams.resolve(host, port)

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        """See `Seams.connect`."""
        return self.seams.connect(address, port, timeout)

    # Running

    def __enter__(self) -> Ministry:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._socket.close()
        if self._file:
            self._file.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._connected, sock=self._socket, ssl=self._tls)
        )
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in list(self._connections):
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*self._connections, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            tls = writer.get_extra_info("ssl_object")
            if tls is not None and tls.selected_alpn_protocol() == "h2":
                await secure.speak_h2(reader, writer, self._counted)
            while await self._one(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError, ValueError):
            pass
        finally:
            self._connections.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether the connection goes on."""
        head = await reader.readuntil(b"\r\n\r\n")
        asked = _asked(head.decode("latin-1"))
        host = asked.host
        self._busy[host] += 1
        at_once = self._busy[host]
        try:
            if self._latency:
                await asyncio.sleep(self._latency)
            self._number += 1
            answer = self.answer(asked)
            self._logged(asked, answer, at_once)
            return await _sent(writer, answer)
        finally:
            self._busy[host] -= 1

    def _counted(self, asked: Asked) -> Answer:
        self._number += 1
        answer = self.answer(asked)
        self._logged(asked, answer, 1)
        return answer

    def answer(self, asked: Asked) -> Answer:
        """What is said to a request now."""
        now = self.clock.now()
        for outage in self.plan.outages:
            if outage.host == asked.host and outage.since <= now < outage.until:
                return trouble(outage, now.timestamp())
        if asked.host in self._hosts:
            return self._hosts[asked.host](asked)
        site = self._sites.get(asked.host)
        if site is None:
            return Answer(421, (("Content-Type", "text/plain"),), b"no such host here")
        return site.answer(asked, now, self._number)

    def _logged(self, asked: Asked, answer: Answer, at_once: int) -> None:
        path = asked.target.partition("?")[0]
        entry = Logged(
            self.clock.time(),
            asked.host,
            asked.target,
            0 if answer.manner.no_answer else answer.status,
            at_once,
            "if-none-match" in asked.headers or "if-modified-since" in asked.headers,
            path.startswith(FORBIDDEN) or "?print=" in asked.target,
            asked.headers.get("user-agent", ""),
        )
        self.log.append(entry)
        if self._file:
            self._file.write(json.dumps(entry._asdict()) + "\n")
            self._file.flush()


def read_log(path: Path) -> list[Logged]:
    """The requests that a server in another process has logged."""
    return [Logged(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _asked(head: str) -> Asked:
    first, *lines = head.split("\r\n")
    _, target, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    printed = headers.get("host", "")
    host = printed.rpartition(":")[0] if ":" in printed else printed
    return Asked(host.lower().rstrip("."), target, headers, f"http://{printed}")


def trouble(outage: Outage, now: float) -> Answer:
    """What a host in trouble answers."""
    left = int(outage.until.timestamp() - now)
    if outage.trouble == "reset":
        return Answer(200, manner=Manner(no_answer=True))
    if outage.trouble == "challenge":
        return Answer(403 if left % 2 else 200, (("Content-Type", "text/html"),), CHALLENGE)
    wait = (("Retry-After", str(left)),) if outage.trouble in ("503", "429") else ()
    body = page("Error", f"<h1>{outage.trouble}</h1><p>Please try again later.</p>").encode()
    return Answer(int(outage.trouble), (*wait, ("Content-Type", "text/html")), body)


CHALLENGE = page(
    "Just a moment...",
    "<h1>Checking your browser before accessing this site</h1>"
    "<p>Please enable JavaScript and cookies to continue.</p><script>wait()</script>",
).encode()


async def _sent(writer: asyncio.StreamWriter, answer: Answer) -> bool:
    """Sends an answer in its manner; whether the connection goes on."""
    manner = answer.manner
    if manner.wait:
        await asyncio.sleep(manner.wait)
    if manner.no_answer:
        _reset(writer)
        return False
    whole = _head(answer) + answer.body
    if manner.broken_after is not None:
        writer.write(whole[: manner.broken_after])
        await writer.drain()
        await asyncio.sleep(0.01)
        _reset(writer)
        return False
    for piece in _pieces(whole, manner):
        writer.write(piece)
        await writer.drain()
        if manner.pause:
            await asyncio.sleep(manner.pause)
    return not any(name.lower() == "connection" for name, _ in answer.headers)


def _head(answer: Answer) -> bytes:
    names = {name.lower() for name, _ in answer.headers}
    lines = [f"HTTP/1.1 {answer.status} {_REASONS.get(answer.status, 'Status')}"]
    lines += [f"{name}: {value}" for name, value in answer.headers]
    if answer.status != 304 and not names & {"content-length", "transfer-encoding"}:
        lines.append(f"Content-Length: {len(answer.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _pieces(whole: bytes, manner: Manner) -> Iterable[bytes]:
    if not manner.piece:
        return (whole,)
    return (whole[at : at + manner.piece] for at in range(0, len(whole), manner.piece))


def _reset(writer: asyncio.StreamWriter) -> None:
    """Ends a connection with a reset instead of an end."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
