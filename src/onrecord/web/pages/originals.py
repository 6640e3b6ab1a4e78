"""Captures as they are: as text, rendered without anything that acts, or their bytes.

Three routes, so that what is rendered has a policy and an origin of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from onrecord.archive import reader
from onrecord.errors import Damaged, InputError
from onrecord.extract.encoding import decode
from onrecord.extract.media import sniff
from onrecord.records import Capture, Record
from onrecord.store import captures, statements
from onrecord.web.answers import HTML, Asked, WithAsked
from onrecord.web.guard import CAPTURED_POLICY
from onrecord.web.mistakes import Failed
from onrecord.web.sanitised import sanitised
from onrecord.web.words import file_name

router = APIRouter()
_LARGEST = 2_000_000  # characters of a page that are shown
_TEXTS = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom",
          "application/json")  # fmt: skip
_MARKUP = ("text/html", "application/xhtml")


class Original(Record, frozen=True, kw_only=True):
    """A capture, the statements (with the numbers of their versions) that stand in it, and its text
    if it is one. `whole`: nothing was cut off."""

    capture: Capture
    statements: tuple[tuple[str, int], ...]
    rendered: bool
    size: int
    encoding: str | None
    text: str | None
    whole: bool
    media_type: str


class _Taken(NamedTuple):
    capture: Capture
    payload: bytes
    media_type: str


@router.get("/originals/{capture}", name="original")
def original(asked: WithAsked, capture: str) -> Response:
    """A capture as text: what was received, before anything was read out of it."""
    taken = _taken(asked, capture)
    with asked.holdings.reading() as db:
        there = statements.in_capture(db, taken.capture.id)
    text, encoding = _text(taken)
    record = Original(
        capture=taken.capture,
        statements=there,
        media_type=taken.media_type,
        rendered=taken.media_type.startswith(_MARKUP),
        size=len(taken.payload),
        encoding=encoding,
        text=text[:_LARGEST] if text is not None else None,
        whole=text is None or len(text) <= _LARGEST,
    )
    return asked.answer(record, "original.html")


@router.get("/originals/{capture}/rendered", name="rendered", include_in_schema=False)
def rendered(asked: WithAsked, capture: str) -> Response:
    """A captured page with its structure, and nothing that acts, fetches or leads away."""
    taken = _taken(asked, capture)
    text, _ = _text(taken)
    if text is None or not taken.media_type.startswith(_MARKUP):
        raise Failed(404, asked.words("mistake.not_rendered"))
    shown = {"body": sanitised(text[:_LARGEST]), "capture": taken.capture}
    page = asked.page("rendered.html", shown)
    headers = {"Content-Security-Policy": CAPTURED_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(page, headers=headers, media_type=HTML)


@router.get("/originals/{capture}/bytes", name="bytes", include_in_schema=False)
def payload(asked: WithAsked, capture: str) -> Response:
    """The bytes that were received, as a file to keep: no browser shows them."""
    taken = _taken(asked, capture)
    digest = taken.capture.digest.removeprefix("sha256:")
    headers = {
        "Content-Disposition": f'attachment; filename="{digest[:16]}.capture"',
        "Content-Security-Policy": CAPTURED_POLICY,
        "Digest-SHA-256": digest,
    }
    return Response(taken.payload, headers=headers, media_type="application/octet-stream")


def _taken(asked: Asked, name: str) -> _Taken:
    with asked.holdings.reading() as db:
        capture = captures.one(db, f"urn:uuid:{name}") or captures.one(db, name)
    if capture is None:
        raise Failed(404, asked.words("mistake.no_capture", id=name))
    try:
        payload = reader.payload(asked.holdings.folder, capture)
    except Damaged as error:
        raise Failed(500, str(error)) from error
    return _Taken(capture, payload, _media_type(capture, payload))


def _media_type(capture: Capture, payload: bytes) -> str:
    """What the bytes are; what is no format that is read is just bytes."""
    try:
        return sniff(payload, file_name(capture.url or capture.uri), capture.media_type)
    except InputError:
        return "application/octet-stream"


def _text(taken: _Taken) -> tuple[str | None, str | None]:
    """The text, and its encoding; nothing for what is no text."""
    if not taken.media_type.startswith(_TEXTS):
        return None, None
    decoded = decode(taken.payload, taken.capture.charset)
    return decoded.text, decoded.encoding
