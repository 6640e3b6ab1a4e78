"""The evidence page: every capture of a statement, what is stored of it now, and whether it is
still what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from onrecord.archive import fixity, reader
from onrecord.errors import Damaged
from onrecord.records import Appearance, Capture, Record, Version
from onrecord.store.kept import Kept
from onrecord.web.answers import Asked, WithAsked
from onrecord.web.kept import wanted

router = APIRouter()
_CHECKED = 20


class Check(Record, frozen=True, kw_only=True):
    """Something that was read again just now, and whether it holds."""

    subject: str
    holds: bool
    message: str


class Evidence(Record, frozen=True, kw_only=True):
    """Captures, versions and where each stands, with what was checked. `unchecked`: captures that
    were not read again, because there are many (`onrecord verify` reads all)."""

    id: str
    version: int
    text_digest: str
    captures: tuple[Capture, ...]
    versions: tuple[Version, ...]
    appearances: tuple[Appearance, ...]
    checks: tuple[Check, ...]
    unchecked: int


@router.get("/evidence/{reference:path}", name="evidence")
def evidence(asked: WithAsked, reference: str) -> Response:
    """The captures of a statement with their digests, read again and checked now."""
    found = wanted(asked, reference)
    record = Evidence(
        id=found.statement.id,
        version=found.version.number,
        text_digest=found.reading.text_digest,
        captures=found.captures,
        versions=found.versions,
        appearances=found.appearances,
        checks=tuple(_checks(asked, found)),
        unchecked=max(0, len(found.captures) - _CHECKED),
    )
    return asked.answer(record, "evidence.html", lambda: _more(found, record))


def _checks(asked: Asked, found: Kept) -> Iterator[Check]:
    say, reading = asked.words, found.reading
    for capture in found.captures[:_CHECKED]:
        try:
            payload = reader.payload(asked.holdings.folder, capture)
        except Damaged as error:
            yield Check(subject=capture.id, holds=False, message=str(error))
        else:
            message = say("evidence.bytes_hold", size=say.number(len(payload)))
            yield Check(subject=capture.id, holds=True, message=message)
    digest = fixity.digest(reading.text.encode("utf-8", "surrogatepass"))
    same = digest == reading.text_digest
    yield Check(
        subject=found.version.id,
        holds=same,
        message=say("evidence.text_holds" if same else "evidence.text_fails"),
    )
    wrong = [
        e for e in reading.header.evidence.values() if e.span and not _reads(found, e.span, e.quote)
    ]
    yield Check(
        subject=found.version.id,
        holds=not wrong,
        message=say("evidence.quotes_hold" if not wrong else "evidence.quotes_fail"),
    )


def _reads(found: Kept, span: tuple[int, int], quote: str | None) -> bool:
    start, end = span
    words = found.reading.text[start:end]
    return 0 <= start <= end <= len(found.reading.text) and (quote is None or words == quote)


def _more(found: Kept, record: Evidence) -> Mapping[str, Any]:
    return {
        "statement": found.statement,
        "media_type": found.reading.source.media_type or "",
        "language": found.reading.language,
        "checked": {check.subject: check for check in record.checks},
        "text_checks": [c for c in record.checks if c.subject == found.version.id],
        "all_hold": all(check.holds for check in record.checks),
        "versions_of": _versions_of(record),
    }


def _versions_of(record: Evidence) -> dict[str, list[str]]:
    """The versions that stand in each capture."""
    found: dict[str, list[str]] = {}
    for each in record.appearances:
        if each.version not in found.setdefault(each.capture, []):
            found[each.capture].append(each.version)
    return found
