"""Reads the source folders, strictly, and tells which source a page belongs to.

A folder named by `$ONRECORD_SOURCES` holds a user's own sources; they go before ours, and replace
ours of the same name.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from onrecord.errors import DataError
from onrecord.extract.page import Page
from onrecord.records import Source
from onrecord.sources.schema import SourceFile

OWN = "ONRECORD_SOURCES"
_ID = re.compile(r"[a-z]{2,3}_[a-z0-9]+(_[a-z0-9]+)+")
_HEAD = 65_536  # a page that names its own address does so in its first lines
_TAG = re.compile(rb"<(?:meta|link)\b[^>]{1,2000}>|<link>[^<]{1,2000}</link>", re.IGNORECASE)
_NAMES_PAGE = re.compile(rb"og:url|canonical|<link>|rel=.self", re.IGNORECASE)
_ADDRESS = re.compile(rb"https?://[^\s\"'<>]+", re.IGNORECASE)


def sources() -> tuple[Source, ...]:
    """All sources, a user's own first."""
    return _sources(os.environ.get(OWN))


def for_url(url: str | None) -> Source | None:
    """The source of an address: the one with the longest host and path that fit.

    >>> for_url("https://en.kremlin.ru/events/president/news/1").id
    'ru_president_events'
    >>> for_url("https://kremlin.ru.example/"), for_url("no address"), for_url(None)
    (None, None, None)
    """
    host, path = _parts(url or "")
    fitting = [
        (len(own) + len(start), -n, source)
        for n, source in enumerate(sources())
        for own in source.hosts
        if host == own or host.endswith("." + own)
        for start in source.paths or ("",)
        if path.startswith(start)
    ]
    return max(fitting, key=lambda entry: entry[:2])[2] if fitting else None


def for_page(page: Page, url: str | None = None) -> Source | None:
    """The source of a page that has been read: by its address, else by what it says of itself."""
    said = (field.value for field in page.values("url"))
    return _first((url, page.url, *said))


def for_capture(payload: bytes, url: str | None = None) -> Source | None:
    """The source of a page that has not been read: by its address, else by what its head says."""
    return for_url(url) or _first(_addresses(payload[:_HEAD]))


def read(folder: Traversable | Path) -> Source:
    """One source folder."""
    name = f"sources/{folder.name}"
    if not _ID.fullmatch(folder.name):
        raise DataError(f"{name}: call the folder <country>_<body>_<series>, in small letters")
    try:
        text = (folder / "source.toml").read_text("utf-8")
        content = msgspec.convert(tomllib.loads(text), SourceFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise DataError(f"{name}/source.toml: {error}") from error
    _check(name, content)
    return Source(id=folder.name, **msgspec.structs.asdict(content))


def _check(name: str, content: SourceFile) -> None:
    if not content.hosts:
        raise DataError(f"{name}/source.toml: name at least one host")
    for host in content.hosts:
        if host != host.lower() or "/" in host:
            raise DataError(f"{name}/source.toml: {host!r} is no host such as mfa.valdoria.example")
    if content.timezone is not None:
        try:
            ZoneInfo(content.timezone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise DataError(f"{name}/source.toml: no time zone {content.timezone!r}") from error


@cache
def _sources(own: str | None) -> tuple[Source, ...]:
    mine = tuple(_walk(Path(own))) if own else ()
    names = {source.id for source in mine}
    return (*mine, *(s for s in _walk(files("onrecord") / "sources") if s.id not in names))


def _walk(folder: Traversable | Path) -> Iterator[Source]:
    if not folder.is_dir():
        raise DataError(f"{folder}: no such folder; ${OWN} names a folder of source folders")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if (entry / "source.toml").is_file():
            yield read(entry)


def _first(addresses: Iterable[str | None]) -> Source | None:
    return next((found for address in addresses if (found := for_url(address))), None)


def _addresses(head: bytes) -> Iterator[str]:
    """Addresses that a page's or feed's head gives as its own."""
    for tag in _TAG.finditer(head):
        if _NAMES_PAGE.search(tag[0]):
            yield from (found[0].decode("ascii", "replace") for found in _ADDRESS.finditer(tag[0]))


def _parts(url: str) -> tuple[str, str]:
    """Host and path of an address.

    >>> _parts("HTTPS://www.State.gov:443/a"), _parts("file"), _parts("http://[")
    (('www.state.gov', '/a'), ('', ''), ('', ''))
    """
    try:
        parts = urlsplit(url)
        return (parts.hostname or "", parts.path) if parts.hostname else ("", "")
    except ValueError:
        return "", ""
