"""Whether an address may be asked, and at which network addresses its host stands: resolved once,
all of them checked. It knows URLs and names; what is a public address is known elsewhere.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence

import httpx

from onrecord.crawl.addresses import refusal
from onrecord.errors import FetchRefused, NotFetched

Resolver = Callable[[str, int], Sequence[str]]

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8192  # characters of an address
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*", re.ASCII)
_LONGEST_NAME = 253
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.ASCII)  # a last label that browsers take for IPv4
# Names that mean this machine or this network (RFC 6761, RFC 6762, RFC 8375, ICANN).
_INSIDE = ("localhost", "localdomain", "local", "internal", "home.arpa", "onion")
_FREE_PORTS = 1024  # below it, only those of the web
_KEPT = 10_000  # names whose addresses are remembered


def resolve(host: str, port: int) -> Sequence[str]:
    """All addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def host_of(url: httpx.URL) -> str:
    """The host of a URL as a name to compare: small letters, no dot at its end, no brackets.

    >>> host_of(httpx.URL("https://MFA.example.:8443/a"))
    'mfa.example'
    """
    return url.raw_host.decode("ascii", "replace").lower().strip("[]").removesuffix(".")


def port_of(url: httpx.URL) -> int:
    """
    >>> port_of(httpx.URL("https://mfa.example/"))
    443
    """
    return url.port if url.port is not None else _PORTS[url.scheme]


def parsed(text: str) -> httpx.URL:
    """A URL that can be read, or a refusal."""
    if len(text) > _LONGEST:
        raise FetchRefused(f"{text[:60]}...: an address of {len(text):,} characters is not read")
    try:
        return httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError) as error:
        shown = text.encode("unicode_escape").decode("ascii").rpartition("@")[2]
        raise FetchRefused(f"{shown}: no URL that can be read ({error})") from error


class Guard:
    """Checks addresses. `allow`: hosts, addresses and networks of the user's own that may be asked;
    `keep`: for how many seconds a host's checked addresses are used again; `patience`: seconds that
    a look-up may take."""

    def __init__(
        self,
        allow: Sequence[str] = (),
        resolver: Resolver | None = None,
        *,
        keep: float = 0.0,
        patience: float = 10.0,
    ) -> None:
        self._allow = tuple(entry.lower().removesuffix(".") for entry in allow)
        self._resolver = resolver or resolve
        self._keep = keep
        self._patience = patience
        self._checked: dict[tuple[str, int], tuple[float, tuple[str, ...]]] = {}

    def addresses(self, url: httpx.URL) -> tuple[str, ...]:
        """The addresses that may be connected to. If any of a host's is refused, the host is."""
        if url.scheme not in _PORTS:
            raise FetchRefused(f"{url}: only http and https addresses are read")
        if url.userinfo:
            raise FetchRefused(f"{url.copy_with(userinfo=b'')}: no user names in addresses")
        host, port = host_of(url), port_of(url)
        if not host:
            raise FetchRefused(f"{url}: the address names no host")
        at = time.monotonic()
        until, known = self._checked.get((host, port), (0.0, ()))
        if at >= until:
            known = self._looked_up(url, host, port)
            if self._keep:
                if len(self._checked) >= _KEPT:
                    self._checked.clear()
                self._checked[host, port] = (at + self._keep, known)
        return known

    def _looked_up(self, url: httpx.URL, host: str, port: int) -> tuple[str, ...]:
        listed = host in self._allow
        literal = _literal(host)
        reason = None if listed or literal else _no_name(host)
        if reason is None and not listed and port not in _PORTS.values() and port < _FREE_PORTS:
            reason = f"port {port} is not one of the web"
        if reason or not 0 < port < 1 << 16:
            raise FetchRefused(f"{url}: {reason or 'no such port'}")
        found = (literal,) if literal else self._resolved(url, host, port)
        for address in found:
            refused = None if listed else refusal(address, self._allow)
            if refused:
                raise FetchRefused(
                    f"{url}: {host} stands at {address}, {refused}; if that is your own network, "
                    "put it on the allow list"
                )
        return tuple(address.partition("%")[0] for address in found)

    def _resolved(self, url: httpx.URL, host: str, port: int) -> Sequence[str]:
        try:
            found = _within(self._patience, lambda: self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            message = f"{url}: the host {host} is not found ({error}): check the address"
            raise NotFetched("name", message) from error
        if not found:
            raise NotFetched("name", f"{url}: the host {host} has no address")
        return found


def _literal(host: str) -> str | None:
    """A host that is an address already; with a zone it is none."""
    try:
        return str(ipaddress.ip_address(host)) if "%" not in host else None
    except ValueError:
        return None


def _no_name(host: str) -> str | None:
    """Why a host is no name that can be asked for.

    >>> _no_name("mfa.example"), _no_name("0x7f.1"), _no_name("db.internal")
    (None, 'a number in place of a name', 'a name of an inner network')
    """
    if not _NAME.fullmatch(host) or len(host) > _LONGEST_NAME:
        return "no name of a host"
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return "a number in place of a name"
    if "." not in host or any(host == name or host.endswith(f".{name}") for name in _INSIDE):
        return "a name of an inner network"
    return None


def _within(seconds: float, call: Callable[[], Sequence[str]]) -> Sequence[str]:
    """The result of a look-up, or `OSError` after some seconds: the system sets no limit."""
    done: list[Sequence[str]] = []
    failed: list[OSError | UnicodeError] = []

    def run() -> None:
        try:
            done.append(call())
        except (OSError, UnicodeError) as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise OSError(f"no answer within {seconds:.0f} seconds")
    return done[0]
