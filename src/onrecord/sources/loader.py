"""Reads the source folders, strictly, and tells which source a page belongs to.

A user's own sources stand in the folder `sources` of the archive, or in one that
`$ONRECORD_SOURCES` names; they go before ours, and replace ours of the same name.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from onrecord.errors import DataError
from onrecord.extract.page import Page
from onrecord.records import Labels, Selectors, Source
from onrecord.sources import checks
from onrecord.sources.schema import SourceFile, seconds

OWN = "ONRECORD_SOURCES"
BESIDE = "sources"  # in an archive's folder
FILE = "source.toml"
_ID = re.compile(r"[a-z]{2,3}_[a-z0-9]+(_[a-z0-9]+)+")
_HEAD = 65_536  # a page that names its own address does so in its first lines
_TAG = re.compile(rb"<(?:meta|link)\b[^>]{1,2000}>|<link>[^<]{1,2000}</link>", re.IGNORECASE)
_NAMES_PAGE = re.compile(rb"og:url|canonical|<link>|rel=.self", re.IGNORECASE)
_ADDRESS = re.compile(rb"https?://[^\s\"'<>]+", re.IGNORECASE)
_beside: list[str | None] = []  # the innermost archive that is open last


def sources() -> tuple[Source, ...]:
    """All sources, a user's own first."""
    return _sources(os.environ.get(OWN), _beside[-1] if _beside else None)


def named(name: str) -> Source | None:
    """The source of an id."""
    return next((source for source in sources() if source.id == name), None)


def folder_of(name: str) -> str:
    """Where the source of an id is read from."""
    for place in (os.environ.get(OWN), _beside[-1] if _beside else None):
        if place and (Path(place) / name / FILE).is_file():
            return str(Path(place) / name)
    return f"onrecord/sources/{name}"


@contextmanager
def beside(archive: Path) -> Iterator[None]:
    """While this lasts, the sources that stand in the archive's folder count too."""
    folder = archive / BESIDE
    _beside.append(str(folder) if folder.is_dir() else None)
    try:
        yield
    finally:
        _beside.pop()


def forget() -> None:
    """Reads the folders anew when they are asked for: a file has changed."""
    _sources.cache_clear()


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
        text = (folder / FILE).read_text("utf-8")
        return parsed(folder.name, text)
    except UnicodeDecodeError as error:
        raise DataError(f"{name}/{FILE}: {error}") from error


def parsed(name: str, text: str) -> Source:
    """The source of an id, from the text of its file; `DataError` tells all that is wrong."""
    try:
        content = msgspec.convert(tomllib.loads(text), SourceFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"sources/{name}/{FILE}: {error}") from error
    wrong = "; ".join(checks.problems(content))
    if wrong:
        raise DataError(f"sources/{name}/{FILE}: {wrong}")
    return Source(id=name, **_fields(content))


def _fields(content: SourceFile) -> dict[str, Any]:
    """A file's content as the fields of the record: its tables as plain records."""
    return {key: getattr(content, key) for key in content.__struct_fields__} | {
        "cadence": seconds(content.cadence),
        "selectors": Selectors(**msgspec.structs.asdict(content.selectors)),
        "labels": Labels(**msgspec.structs.asdict(content.labels)),
        "listings": tuple(table.record() for table in content.listings),
        "expect": content.expect.record(),
    }


@cache
def _sources(*places: str | None) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    folders: tuple[Traversable | Path, ...] = tuple(Path(place) for place in places if place)
    for folder in (*folders, files("onrecord") / "sources"):
        for source in _walk(folder):
            found.setdefault(source.id, source)
    return tuple(found.values())


def _walk(folder: Traversable | Path) -> Iterator[Source]:
    if not folder.is_dir():
        raise DataError(f"{folder}: no such folder; ${OWN} names a folder of source folders")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if (entry / FILE).is_file():
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
