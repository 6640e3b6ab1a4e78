"""What every request and every answer must keep to, before and after any page: the host that was
asked for, how long an address may be, that nothing is changed (but which searches are saved and
what is corrected, where that is allowed), and the headers that protect.

Plain ASGI: it costs a page next to nothing.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
# A capture that is rendered: no script, no style, no image, no form, and an origin of its own.
CAPTURED_POLICY = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cache-Control": "no-cache",
}
_READS = ("GET", "HEAD")
WRITES = ("/alerts", "/alerts/remove")  # what a form may be sent to, where searches may be saved
CORRECTS = ("/corrections",)  # the same, where annotations may be corrected
_SUFFIX = b".json"


class Guard:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers what may not be asked, passes on the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope)
        if refused is not None:
            await _tell(*refused, protected)
            return
        # The server sends no body for HEAD: for the pages it is GET.
        method = "POST" if scope["method"] == "POST" else "GET"
        await self._app({**_without_suffix(scope), "method": method}, receive, protected)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if not _known(headers.get("host", ""), self._settings.hosts):
            return 421, (
                "This server does not answer to that name. The one who runs it can allow it with "
                "--host-name."
            )
        if scope["method"] not in _READS and not self._may_write(scope):
            return 405, "Nothing can be changed here: this archive is served to be read."
        if len(scope["path"]) + len(scope["query_string"]) > self._settings.longest_address:
            return 414, "This address is too long: make the query shorter."
        length = headers.get("content-length", "0" if scope["method"] in _READS else "unknown")
        if not length.isdecimal() or int(length) > self._settings.largest_body:
            return 413, "A request to read has no body; a form is short, and says how long it is."
        return None

    def _may_write(self, scope: Scope) -> bool:
        allowed = ((self._settings.saving, WRITES), (self._settings.correcting, CORRECTS))
        path: str = scope["path"]
        return scope["method"] == "POST" and any(may and path in paths for may, paths in allowed)


def _known(host: str, hosts: tuple[str, ...]) -> bool:
    """Whether a Host header names one of ours, whatever the port. This keeps pages of others, which
    point a name of theirs at this machine, from reading the archive."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return "*" in hosts or (name or "") in {each.strip("[]").lower() for each in hosts}


def _without_suffix(scope: Scope) -> Scope:
    """`.json` at the end of a path, as it was sent, asks for JSON: it is no part of any id there
    (which would have it escaped)."""
    sent: bytes = scope.get("raw_path") or scope["path"].encode()
    sent = sent.partition(b"?")[0]
    if not sent.endswith(_SUFFIX):
        return scope
    state = {**scope.get("state", {}), "json": True}
    path = scope["path"][: -len(_SUFFIX)]
    return {**scope, "path": path, "raw_path": sent[: -len(_SUFFIX)], "state": state}


async def _tell(status: int, message: str, send: Send) -> None:
    body = message.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    if status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
