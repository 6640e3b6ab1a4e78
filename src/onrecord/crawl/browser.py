"""Pages that a script fills: opened in headless Chromium, which asks for nothing itself. Every
request that a page makes is handed to our fetcher, so that the guard, the limits and robots.txt
hold for it too; what gets past that meets a name service and a proxy that do not exist.

Rendering is optional: without the program, `Browser` says so.
"""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from onrecord.crawl import devtools
from onrecord.crawl.fetcher import Fetched, Fetcher
from onrecord.errors import FetchRefused, InputError, NotFetched, TooLarge
from onrecord.records import Record

STAGE = "fetch"
RENDERED = "x-onrecord-rendered"  # a field of the header: which browser made the payload
REQUESTS = "x-onrecord-requests"  # how many requests it took
_MARKUP = ("text/html", "application/xhtml+xml")

Permit = Callable[[str], bool]

_NEEDED = frozenset({"Document", "Script", "XHR", "Fetch", "Stylesheet"})
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--mute-audio",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--blink-settings=imagesEnabled=false",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
_UNSENT = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie"})


class Patience(Record, frozen=True, kw_only=True):
    """Seconds for a page in all, and without a request before it counts as done; requests and bytes
    that a page may ask for."""

    total: float = 30.0
    quiet: float = 0.5
    requests: int = 200
    size: int = 32 * 1024 * 1024


class Browser:
    """A browser for many pages, one after another. `sandbox`: off only where the system cannot give
    it one, as to the user root."""

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        program: str | None = None,
        patience: Patience = Patience(),  # noqa: B008  (immutable)
        sandbox: bool = True,
    ) -> None:
        path = devtools.program(program)
        if path is None:
            raise InputError("no Chromium is installed: pages cannot be rendered", STAGE)
        if sandbox and os.geteuid() == 0:
            raise InputError("Chromium has no sandbox for root: run this as another user", STAGE)
        self._fetcher = fetcher
        self._patience = patience
        self._page: _Page | None = None
        options = [*_OPTIONS, *(() if sandbox else ("--no-sandbox",))]
        self._tools = devtools.DevTools(path, options, self._event)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the browser."""
        self._tools.close()

    def render(self, url: str, permit: Permit | None = None) -> Fetched:
        """The page as its scripts have filled it. `permit`: may an address be asked?"""
        deadline = time.monotonic() + self._patience.total
        call = self._tools.call
        context = call("Target.createBrowserContext", deadline)["browserContextId"]
        try:
            target = call(
                "Target.createTarget", deadline, url="about:blank", browserContextId=context
            )["targetId"]
            attached = call("Target.attachToTarget", deadline, targetId=target, flatten=True)
            page = _Page(self._fetcher, self._patience, permit, attached["sessionId"], url)
            self._page = page
            self._open(page, deadline)
            return self._taken(page, deadline)
        finally:
            self._page = None
            self._tools.send("Target.disposeBrowserContext", browserContextId=context)

    def _open(self, page: _Page, deadline: float) -> None:
        """Opens a page, and waits until it asks for nothing any more."""
        call, session = self._tools.call, page.session
        call("Fetch.enable", deadline, session, patterns=[{"urlPattern": "*"}])
        call("Page.enable", deadline, session)
        call("Page.navigate", deadline, session, url=page.url)
        page.last = time.monotonic()
        while time.monotonic() < deadline:
            idle = page.last + self._patience.quiet
            if not self._tools.pump(min(deadline, idle)) and page.loaded:
                return
            if page.loaded and time.monotonic() > idle:
                return
            if not page.loaded and time.monotonic() > idle:
                page.last = time.monotonic()

    def _event(self, method: str, parameters: Mapping[str, Any], session: str | None) -> None:
        page = self._page
        if page is None or session != page.session:
            return
        if method == "Fetch.requestPaused":
            page.last = time.monotonic()
            message, answer = page.answer(parameters)
            self._tools.send(message, session, requestId=parameters["requestId"], **answer)
            page.last = time.monotonic()
        elif method == "Page.loadEventFired":
            page.loaded = True
        elif method == "Page.javascriptDialogOpening":
            self._tools.send("Page.handleJavaScriptDialog", session, accept=False)

    def _taken(self, page: _Page, deadline: float) -> Fetched:
        """The page as it stands now."""
        if page.error is not None:
            raise page.error
        if page.document is None:
            raise NotFetched("time", f"{page.url}: the browser got no page")
        if page.file:  # a file, not a page: it is as it came
            return msgspec.structs.replace(page.document, requested=page.url, hops=tuple(page.hops))
        call, session = self._tools.call, page.session
        later = max(deadline, time.monotonic() + 5.0)
        root = call("DOM.getDocument", later, session, depth=0)["root"]
        html = call("DOM.getOuterHTML", later, session, nodeId=root["nodeId"])["outerHTML"]
        version = call("Browser.getVersion", later)["product"]
        payload = str(html).encode("utf-8", "replace")
        if len(payload) > self._patience.size:
            raise TooLarge(f"{page.url}: more than {self._patience.size:,} bytes", STAGE)
        left_out = (*_UNSENT, "etag", "last-modified", RENDERED, REQUESTS)
        kept = [entry for entry in page.document.headers if entry[0] not in left_out]
        return msgspec.structs.replace(
            page.document,
            requested=page.url,
            payload=payload,
            media_type="text/html",
            charset="utf-8",
            headers=(*kept, (RENDERED, str(version)), (REQUESTS, str(page.asked))),
            hops=tuple(page.hops),
        )


class _Page:
    """One page: what it has asked for, and the answers."""

    def __init__(
        self,
        fetcher: Fetcher,
        patience: Patience,
        permit: Permit | None,
        session: str,
        url: str,
    ) -> None:
        self.session = session
        self.url = url
        self.loaded = False
        self.last = time.monotonic()
        self.document: Fetched | None = None
        self.error: InputError | None = None
        self.hops: list[tuple[int, str]] = []
        self.asked = 0
        self.file = False
        self._fetcher = fetcher
        self._permit = permit
        self._requests = patience.requests
        self._left = patience.size
        self._frame: str | None = None

    def answer(self, paused: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """What to say to a request: the message, and what belongs to it."""
        request, kind = paused["request"], paused.get("resourceType")
        self._frame = self._frame or paused.get("frameId")
        first = kind == "Document" and paused.get("frameId") == self._frame
        self._requests -= 1
        if request["method"] != "GET" or kind not in _NEEDED or self._requests < 0:
            return _REFUSED
        if kind == "Document" and not first:
            return _REFUSED  # frames: what they show is another page
        try:
            found = self._fetched(str(request["url"]))
        except InputError as error:
            if first and self.document is None:
                self.error = error
            return _REFUSED
        self._left -= len(found.payload)
        if self._left < 0:
            return _REFUSED
        if first:
            self._noted(found)
            if self.file:
                return _REFUSED
        return "Fetch.fulfillRequest", _fulfilled(found)

    def _fetched(self, url: str) -> Fetched:
        """The answer for one address; a redirect is given back, so that the browser knows it."""
        if self._permit is not None and not self._permit(url):
            raise FetchRefused(f"{url}: it may not be asked (robots.txt)")
        asked: list[str] = []
        self.asked += 1

        def once(address: str) -> bool:
            asked.append(address)
            return len(asked) == 1

        return self._fetcher.fetch(url, permit=once)

    def _noted(self, found: Fetched) -> None:
        if 300 <= found.status < 400:
            self.hops.append((found.status, found.url))
            return
        self.document = found
        kind = found.media_type or _MARKUP[0]
        self.file = self.loaded = 200 <= found.status < 300 and kind not in _MARKUP


_REFUSED: tuple[str, dict[str, Any]] = ("Fetch.failRequest", {"errorReason": "BlockedByClient"})


def _fulfilled(found: Fetched) -> dict[str, Any]:
    headers = [
        {"name": name, "value": value}
        for name, value in found.headers
        if name not in _UNSENT and "\n" not in value
    ]
    body = base64.b64encode(found.payload).decode("ascii")
    return {"responseCode": found.status, "responseHeaders": headers, "body": body}
