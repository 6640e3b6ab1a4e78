"""One POST to a webhook, guarded as every fetch is: the host is resolved once, all its addresses
must be public (or listed by the user), the connection goes to the address that was checked, and no
redirect is followed. Of the answer nothing but its header is read."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.errors import InputError
from onrecord.records import Record

if TYPE_CHECKING:
    import httpx

    from onrecord.crawl.guard import Resolver
    from onrecord.crawl.pinned import Connector

USER_AGENT = f"onrecord/{__version__} (sends alerts)"
SECONDS = 20.0  # for a whole request
_STEP = 10.0


class Answer(Record, frozen=True, kw_only=True):
    """What became of a request. `status`: `None` if there was no answer; `told`: in words; `wait`:
    for how many seconds the other side asks us to wait; `final`: trying again is of no use."""

    status: int | None
    told: str
    wait: float | None = None
    final: bool = False

    @property
    def taken(self) -> bool:
        """Whether it was accepted."""
        return self.status is not None and 200 <= self.status < 300


class Poster:
    """Sends requests. `allow`: hosts, addresses and networks of the user's own. `resolve` and
    `connect` are the seams of the guard and of the connections."""

    def __init__(
        self,
        allow: Sequence[str] = (),
        *,
        resolve: Resolver | None = None,
        connect: Connector | None = None,
    ) -> None:
        self._allow = allow
        self._resolve = resolve
        self._connect = connect
        self._client: httpx.Client | None = None

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Sends a body, and tells what became of it. It raises nothing that a network can do."""
        import httpcore  # noqa: PLC0415  (with the next: 80 ms)
        import httpx  # noqa: PLC0415

        from onrecord.crawl import guard  # noqa: PLC0415

        try:
            url = guard.parsed(address)
            extensions = {
                "addresses": guard.Guard(self._allow, self._resolve).addresses(url),
                "deadline": time.monotonic() + SECONDS,
            }
            sent = {"User-Agent": USER_AGENT, "Content-Type": "application/json", **headers}
            with self._opened().stream(
                "POST", url, content=body, headers=sent, extensions=extensions
            ) as response:
                return _answer(response)
        except InputError as error:
            return Answer(status=None, told=str(error))
        except (
            httpx.HTTPError,
            httpx.StreamError,
            httpcore.NetworkError,
            httpcore.TimeoutException,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            OSError,
            ValueError,
        ) as error:
            return Answer(status=None, told=_said(error))

    def close(self) -> None:
        """Closes all connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self) -> httpx.Client:
        import httpx  # noqa: PLC0415

        from onrecord.crawl.pinned import PinnedTransport  # noqa: PLC0415

        if self._client is None:
            transport = PinnedTransport(self._connect)
            self._client = httpx.Client(transport=transport, timeout=_STEP, trust_env=False)
        return self._client


def _answer(response: httpx.Response) -> Answer:
    code, after = response.status_code, response.headers.get("retry-after", "")
    return Answer(
        status=code,
        told=f"the server answers {code}",
        wait=float(after) if after.isdecimal() and len(after) < 8 else None,
        final=code == 410,
    )


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
