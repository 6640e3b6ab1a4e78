"""Addresses in the one form in which they are compared. They are no identity: see `identity`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.languages.loader import tags

_PORTS = {"http": 80, "https": 443}
# What tells whence a reader came, never what is read (the parameters of common analytics).
_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|mc_[ce]id|_ga|ref_src)(=|$)", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9.-]+")


def normal(url: str | None) -> str | None:
    """An address without scheme, `www.`, default port, fragment, tracking and final slash.

    >>> normal("HTTP://www.State.gov:80/a/?utm_source=x&id=3#top"), normal("file:///pages/a.html")
    ('//state.gov/a?id=3', 'file:///pages/a.html')
    >>> normal("no address"), normal(None)
    (None, None)
    """
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    if parts.scheme == "file":
        return f"file://{parts.path}"
    if parts.scheme not in _PORTS or not host:
        return None
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    return f"//{place}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def host(url: str | None) -> str | None:
    """
    >>> host("https://www.state.gov/a"), host("file:///a"), host(None)
    ('www.state.gov', None, None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in _PORTS else None


def site(url: str | None) -> str | None:
    """The host without a language in front of it: whose pages these are.

    >>> site("https://en.kremlin.ru/a"), site("http://kremlin.ru"), site("https://mfa.gov.cn/")
    ('kremlin.ru', 'kremlin.ru', 'mfa.gov.cn')
    """
    name = (host(url) or "").removeprefix("www.")
    first, _, rest = name.partition(".")
    return (rest if "." in rest and first in tags() else name) or None
