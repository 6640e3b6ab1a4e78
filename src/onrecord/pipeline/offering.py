"""From what the user names to captures that may be added: pages and documents, the records of
others' WARC files, the lines of JSON Lines files. Nothing is stored here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import quote
from uuid import uuid4

import msgspec

from onrecord.archive import foreign, warc
from onrecord.archive.fixity import digest
from onrecord.archive.warc import HeaderFields
from onrecord.crawl.inputs import Input, Loaded, expand
from onrecord.errors import InputError
from onrecord.pipeline import documents
from onrecord.records import Asked, Capture, Issue

STAGE = "input"
JSONL = "jsonl"
_STANDARD_INPUT = "urn:onrecord:standard-input"
_MAX_LINE = 64 * 1024 * 1024


class Found(NamedTuple):
    """A capture that is not stored yet, with what goes with it."""

    capture: Capture
    payload: bytes
    headers: HeaderFields = ()
    request: HeaderFields = ()


class Offer(NamedTuple):
    """Something that may be added. `load` raises `InputError`. `passed`: why it is not loaded."""

    uri: str
    load: Callable[[], Found]
    passed: Issue | None = None


def offers(sources: Sequence[str], asked: Asked) -> Iterator[Offer]:
    """What the sources stand for, in their order."""
    if asked.form == JSONL:
        for source in sources:
            yield from _documents(source, asked)
        return
    for source in sources:
        yield from _inputs(source, asked)


def _inputs(source: str, asked: Asked) -> Iterator[Offer]:
    archives = 0
    for given in expand([source]):
        path = Path(given.uri)
        if foreign.is_warc(given.name) and path.is_file():
            archives += 1
            yield from _records(path, asked)
        elif given.skipped is not None:
            yield _passed(given.uri, given.skipped)
        elif not (archives and path.is_dir()):  # a folder of archives only is not empty
            yield _page(given, asked)


def _page(given: Input, asked: Asked) -> Offer:
    return Offer(given.uri, lambda: _found(given.uri, given.load(), asked))


def _found(uri: str, loaded: Loaded, asked: Asked) -> Found:
    fetched = loaded.fetched
    capture = Capture(
        id=f"urn:uuid:{uuid4()}",
        uri=fetched.requested if fetched else _uri(uri),
        url=loaded.url,
        fetched_at=fetched.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if fetched else warc.now(),
        status=fetched.status if fetched else None,
        media_type=loaded.media_type,
        charset=loaded.charset,
        digest=digest(loaded.payload),
        asked=asked,
    )
    if fetched is None:
        return Found(capture, loaded.payload)
    return Found(capture, loaded.payload, fetched.headers, fetched.request)


def _uri(path: str) -> str:
    return _STANDARD_INPUT if path == "-" else Path(path).absolute().as_uri()


def _records(path: Path, asked: Asked) -> Iterator[Offer]:
    """The captures of another archive, with the time and header that they have there."""
    for taken in foreign.read(path):
        if isinstance(taken, foreign.Passed):
            yield _passed(taken.uri, taken.why, "error" if taken.damage else "info")
        else:
            yield Offer(taken.capture.uri, lambda taken=taken: _copy(taken, asked))  # type: ignore[misc]


def _copy(taken: foreign.Taken, asked: Asked) -> Found:
    capture = msgspec.structs.replace(taken.capture, id=f"urn:uuid:{uuid4()}", asked=asked)
    return Found(capture, taken.payload, taken.headers)


def _documents(source: str, asked: Asked) -> Iterator[Offer]:
    if source == "-":
        yield from _lines("-", sys.stdin.buffer, asked)
        return
    path = Path(source)
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    for each in files:
        try:
            with each.open("rb") as file:
                yield from _lines(str(each), file, asked)
        except OSError as error:
            message = f"{each}: {error.strerror}: check path and permissions"
            yield _failed(str(each), InputError(message, STAGE))


def _lines(name: str, file: BinaryIO, asked: Asked) -> Iterator[Offer]:
    number = 0
    while line := file.readline(_MAX_LINE):
        number += 1
        if line.strip():
            place = f"{name}:{number}"
            yield Offer(place, lambda line=line, place=place: _document(line, place, asked))  # type: ignore[misc]


def _document(line: bytes, place: str, asked: Asked) -> Found:
    try:
        given = documents.document(line)
    except InputError as error:
        raise InputError(f"{place}: {error}", error.stage) from error
    payload = line.strip()
    capture = Capture(
        id=f"urn:uuid:{uuid4()}",
        uri=f"urn:onrecord:document:{quote(given.id, errors='replace')}",
        fetched_at=warc.now(),
        media_type=documents.MEDIA_TYPE,
        digest=digest(payload),
        asked=asked,
    )
    return Found(capture, payload)


def _passed(uri: str, why: str, severity: str = "info") -> Offer:
    issue = msgspec.convert(
        {"stage": STAGE, "message": why, "severity": severity, "subject": uri}, Issue
    )

    def load() -> Found:
        raise InputError(why, STAGE)

    return Offer(uri, load, issue)


def _failed(uri: str, error: InputError) -> Offer:
    def load() -> Found:
        raise error

    return Offer(uri, load)
