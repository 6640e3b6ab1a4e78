"""From what the user names (files, directories, addresses, `-`) to inputs that can be loaded one by
one. Loading one may fail with an error that names it and says what to do; the others go on.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onrecord.crawl.fetcher import Fetched, Limits, fetch
from onrecord.errors import FetchRefused, InputError, TooLarge

STAGE = "input"
MAX_BYTES = 64 * 1024 * 1024
_ADDRESS = re.compile(r"https?://", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
# What saved pages bring along, and what is no text. Asked for by name, they are tried.
_BESIDE = frozenset(
    {"bmp", "css", "gif", "ico", "jpeg", "jpg", "js", "json", "jsonl", "map", "mp3", "mp4", "otf"}
    | {"png", "svg", "tif", "tiff", "toml", "ttf", "wav", "webm", "webp", "woff", "woff2", "yaml"}
    | {"yml", "zip", "gz", "xz", "bz2", "7z", "rar", "tar", "db", "sqlite", "py", "pyc", "exe"}
    | {"dll", "so", "lock"}
)
_ABOUT = frozenset({"README", "LICENSE", "NOTICE", "CHANGELOG", "PROVENANCE"})


class Loaded(NamedTuple):
    """The bytes of an input, and what is declared of them. `fetched`: how they came, if from the
    web."""

    payload: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    fetched: Fetched | None = None


class Input(NamedTuple):
    """One thing to be read. `skipped`: why it is not; then there is nothing to load. `load` raises
    `InputError`, and keeps nothing: memory holds one payload at a time."""

    uri: str
    name: str
    load: Callable[[], Loaded]
    skipped: str | None = None


def expand(
    sources: Sequence[str],
    *,
    max_bytes: int = MAX_BYTES,
    stdin: BinaryIO | None = None,
    fetcher: Callable[[str], Fetched] | None = None,
) -> Iterator[Input]:
    """The inputs that the sources stand for, in their order; those of a directory sorted by path.

    >>> [i.uri for i in expand(["-", "https://example.org/a"])]
    ['-', 'https://example.org/a']
    """
    for source in sources:
        if source == "-":
            yield Input("-", "-", lambda: Loaded(_limited(_stdin(stdin), max_bytes, "-")))
        elif _ADDRESS.match(source):
            yield _address(source, max_bytes, fetcher)
        elif _SCHEME.match(source):
            yield _failed(source, FetchRefused(f"{source}: only http and https addresses are read"))
        else:
            yield from _path(source, max_bytes)


def _stdin(given: BinaryIO | None) -> BinaryIO:
    return given if given is not None else sys.stdin.buffer


def _address(url: str, max_bytes: int, fetcher: Callable[[str], Fetched] | None) -> Input:
    def load() -> Loaded:
        get = fetcher or (lambda address: fetch(address, limits=Limits(size=max_bytes)))
        found = get(url)
        return Loaded(found.payload, found.media_type, found.charset, found.url, found)

    return Input(url, url.partition("?")[0].rstrip("/").rpartition("/")[2] or url, load)


def _path(source: str, max_bytes: int) -> Iterator[Input]:
    shown = _shown(source)
    if "\0" in source or not source:
        yield _failed(shown, InputError(f"{shown!r}: no path", STAGE))
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _failed(shown, _unreadable(shown, error))
        return
    if stat.S_ISDIR(mode):
        yield from _directory(path, max_bytes)
    else:
        yield _file(path, max_bytes)


def _directory(folder: Path, max_bytes: int) -> Iterator[Input]:
    """Its files, sorted; hidden ones and what is no text are named as skipped."""
    empty = True
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        for error in errors:
            shown = _shown(str(error.filename))
            yield _failed(shown, _unreadable(shown, error))
        errors.clear()
        hidden = sorted(name for name in folders if name.startswith("."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in hidden:
            yield _skipped(Path(parent, name), "hidden")
        for name in sorted(names):
            path = Path(parent, name)
            why = _irrelevant(name)
            empty = empty and why is not None
            yield _skipped(path, why) if why else _file(path, max_bytes)
    for error in errors:
        yield _failed(_shown(str(error.filename)), _unreadable(_shown(str(folder)), error))
    if empty and not errors:
        shown = _shown(str(folder))
        yield _failed(shown, InputError(f"{shown}: the directory has nothing to read", STAGE))


def _irrelevant(name: str) -> str | None:
    """
    >>> _irrelevant(".git"), _irrelevant("style.CSS"), _irrelevant("page.html")
    ('hidden', 'a .css file', None)
    >>> _irrelevant("README.md")
    'about the folder'
    """
    if name.startswith("."):
        return "hidden"
    suffix = Path(name).suffix.lower()
    if Path(name).stem.upper() in _ABOUT and suffix in ("", ".md", ".txt", ".rst"):
        return "about the folder"
    return f"a {suffix} file" if suffix[1:] in _BESIDE else None


def _file(path: Path, max_bytes: int) -> Input:
    shown = _shown(str(path))
    return Input(shown, path.name, lambda: Loaded(_read(path, shown, max_bytes)))


def _read(path: Path, shown: str, max_bytes: int) -> bytes:
    try:
        # A pipe put in the file's place since must not block.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                raise InputError(f"{shown}: a device or pipe, not a file; use - for a pipe", STAGE)
            if about.st_size > max_bytes:
                raise _too_large(shown, about.st_size, max_bytes)
            return _limited(file, max_bytes, shown)
    except OSError as error:
        raise _unreadable(shown, error) from error


def _limited(file: BinaryIO, max_bytes: int, shown: str) -> bytes:
    payload = file.read(max_bytes + 1)
    if len(payload) > max_bytes:
        raise _too_large(shown, None, max_bytes)
    return payload


def _too_large(shown: str, size: int | None, max_bytes: int) -> TooLarge:
    has = f"{size:,} bytes" if size is not None else "more"
    return TooLarge(f"{shown}: {has}, the limit is {max_bytes:,}: split it, or take parts", STAGE)


def _unreadable(shown: str, error: OSError) -> InputError:
    return InputError(f"{shown}: {error.strerror or error}: check path and permissions", STAGE)


def _failed(uri: str, error: InputError) -> Input:
    def load() -> Loaded:
        raise error

    return Input(uri, uri, load)


def _skipped(path: Path, why: str) -> Input:
    shown = _shown(str(path))

    def load() -> Loaded:
        raise InputError(f"{shown}: skipped, {why}", STAGE)

    return Input(shown, path.name, load, skipped=why)


def _shown(path: str) -> str:
    """A path as text: bytes of a file name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace") if not path.isascii() else path
