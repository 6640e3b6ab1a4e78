"""One capture as WARC records, and back (ISO 28500, WARC 1.1). It knows records, not files.

A file from disk is a `resource` record; a fetch is a `request` and a `response` with the status and
header that the server gave. The payload is stored as it was read, that is without transfer and
content coding; the header fields that told of these are kept with the prefix `X-Archive-Orig-`.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders

from onrecord.archive.fixity import digest
from onrecord.records import Asked, Capture, Moved

VERSION = "1.1"
_ASKED = "Onrecord-Asked"
_REQUESTED = "Onrecord-Requested"
_ORIGINAL = "X-Archive-Orig-"
_CODED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_MOVED = "urn:onrecord:moved"
_UNKNOWN = "application/octet-stream"

HeaderFields = Sequence[tuple[str, str]]


def now() -> str:
    """The time as WARC has it, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def records(
    capture: Capture, payload: bytes, headers: HeaderFields, request: HeaderFields
) -> list[Any]:
    """The records of a capture, in the order in which they are written: the payload comes last, so
    that a capture is there as a whole or not at all."""
    builder = RecordBuilder(warc_version=VERSION)
    if capture.status is None:
        return [_resource(builder, capture, payload)]
    response = _response(builder, capture, payload, headers)
    return [_request(builder, capture, request), response] if request else [response]


def _own(capture: Capture) -> dict[str, str]:
    fields = {
        "WARC-Record-ID": f"<{capture.id}>",
        "WARC-Date": capture.fetched_at,
        "WARC-Payload-Digest": capture.digest,
    }
    if capture.asked != Asked():
        fields[_ASKED] = json.dumps(msgspec.to_builtins(capture.asked), separators=(",", ":"))
    if capture.url is not None and capture.url != capture.uri:
        fields[_REQUESTED] = capture.uri
    return fields


def _resource(builder: RecordBuilder, capture: Capture, payload: bytes) -> Any:
    kind = capture.media_type or _UNKNOWN
    if capture.charset:
        kind += f"; charset={capture.charset}"
    fields = _own(capture) | {"WARC-Block-Digest": digest(payload)}
    return builder.create_warc_record(
        capture.uri,
        "resource",
        payload=io.BytesIO(payload),
        length=len(payload),
        warc_content_type=kind,
        warc_headers_dict=fields,
    )


def _response(
    builder: RecordBuilder, capture: Capture, payload: bytes, headers: HeaderFields
) -> Any:
    kept = [(_ORIGINAL + k if k.lower() in _CODED else k, _plain(v)) for k, v in headers]
    kept.append(("Content-Length", str(len(payload))))
    head = StatusAndHeaders(f"{capture.status}", kept, protocol="HTTP/1.1")
    return builder.create_warc_record(
        capture.url or capture.uri,
        "response",
        payload=io.BytesIO(payload),
        length=len(payload),
        http_headers=head,
        warc_headers_dict=_own(capture),
    )


def _request(builder: RecordBuilder, capture: Capture, headers: HeaderFields) -> Any:
    url = urlsplit(capture.url or capture.uri)
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    fields = {
        "WARC-Date": capture.fetched_at,
        "WARC-Concurrent-To": f"<{capture.id}>",
    }
    head = StatusAndHeaders(
        f"{target} HTTP/1.1", [(k, _plain(v)) for k, v in headers], protocol="GET"
    )
    return builder.create_warc_record(
        capture.url or capture.uri, "request", http_headers=head, warc_headers_dict=fields
    )


def _plain(value: str) -> str:
    return " ".join(value.split())


def note(moved: Sequence[Moved]) -> Any:
    """A `metadata` record of ids that were given before: nothing else could tell them."""
    content = msgspec.json.encode(list(moved))
    return RecordBuilder(warc_version=VERSION).create_warc_record(
        _MOVED,
        "metadata",
        payload=io.BytesIO(content),
        length=len(content),
        warc_content_type="application/json",
        warc_headers_dict={"WARC-Date": now(), "WARC-Payload-Digest": digest(content)},
    )


def moved_of(record: ArcWarcRecord, payload: bytes) -> tuple[Moved, ...] | None:
    """The ids that a record tells of; `None` if it is no such record."""
    if record.rec_headers.get_header("WARC-Target-URI") != _MOVED:
        return None
    return msgspec.json.decode(payload, type=tuple[Moved, ...])


def is_capture(record: ArcWarcRecord) -> bool:
    """Does the record hold a payload that was captured?"""
    return record.rec_type in ("response", "resource")


def capture_of(record: ArcWarcRecord, payload: bytes) -> Capture:
    """The capture that a record tells of: ours with all that we noted, others' with what they
    have. Its place is not known here."""
    fields = record.rec_headers
    target = fields.get_header("WARC-Target-URI") or ""
    web = record.rec_type == "response" or urlsplit(target).scheme in ("http", "https")
    declared = _declared(record)
    asked = fields.get_header(_ASKED)
    return Capture(
        id=(fields.get_header("WARC-Record-ID") or "").strip("<>"),
        uri=fields.get_header(_REQUESTED) or target,
        url=target if web else None,
        fetched_at=fields.get_header("WARC-Date") or "",
        digest=digest(payload),
        status=_status(record),
        media_type=declared[0],
        charset=declared[1],
        asked=msgspec.json.decode(asked, type=Asked) if asked else Asked(),
    )


def stated_digest(record: ArcWarcRecord) -> str | None:
    """The digest of the payload that the record states."""
    value: str | None = record.rec_headers.get_header("WARC-Payload-Digest")
    return value


def _declared(record: ArcWarcRecord) -> tuple[str | None, str | None]:
    holder = record.http_headers if record.rec_type == "response" else record.rec_headers
    value = (holder.get_header("Content-Type") if holder else None) or ""
    kind, *parameters = (part.strip() for part in value.split(";"))
    found = {
        k.strip().lower(): v.strip(" \"'") for k, _, v in (p.partition("=") for p in parameters)
    }
    kind = kind.lower()
    return (kind if kind and kind != _UNKNOWN else None), found.get("charset") or None


def _status(record: ArcWarcRecord) -> int | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    code = record.http_headers.get_statuscode()
    return int(code) if code and code.isdigit() else None
