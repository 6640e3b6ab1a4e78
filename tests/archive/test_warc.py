"""One capture as WARC records, and back."""

from __future__ import annotations

import io
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from onrecord.archive import warc
from onrecord.archive.fixity import digest
from onrecord.records import Asked, Capture

PAYLOAD = "Čestitke, <b>министр</b>".encode()


def _capture(**fields: Any) -> Capture:
    made: dict[str, Any] = {
        "id": "urn:uuid:1",
        "uri": "file:///pages/a%20page.html",
        "fetched_at": "2024-05-02T10:00:00.123456Z",
        "digest": digest(PAYLOAD),
    }
    return Capture(**(made | fields))


def _written(capture: Capture, *headers: Any) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version=warc.VERSION)
    for record in warc.records(capture, PAYLOAD, *headers):
        writer.write_record(record)
    return out.getvalue()


def _read(data: bytes) -> list[tuple[Capture, bytes, str | None]]:
    found = []
    for record in ArchiveIterator(io.BytesIO(data)):
        if warc.is_capture(record):
            payload = record.raw_stream.read()
            found.append((warc.capture_of(record, payload), payload, warc.stated_digest(record)))
    return found


def test_a_file_is_a_resource_with_how_it_is_to_be_read() -> None:
    asked = Asked(language="uk", url="https://mfa.example/\u0430", sources=False)
    capture = _capture(media_type="text/html", charset="cp1251", asked=asked)
    data = _written(capture, (), ())
    assert b"WARC-Type: resource" in data
    assert _read(data) == [(capture, PAYLOAD, capture.digest)]


def test_what_is_not_declared_stays_unknown() -> None:
    ((capture, _, _),) = _read(_written(_capture(), (), ()))
    assert (capture.media_type, capture.charset, capture.url) == (None, None, None)


def test_a_fetch_is_a_request_and_a_response() -> None:
    capture = _capture(
        uri="https://mfa.example/a",
        url="https://mfa.example/b?c=d",
        status=200,
        media_type="text/html",
        charset="utf-8",
    )
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")]
    data = _written(capture, headers, [("Host", "mfa.example")])
    assert _read(data) == [(capture, PAYLOAD, capture.digest)]
    assert b"GET /b?c=d HTTP/1.1\r\nHost: mfa.example\r\n" in data
    assert data.index(b"WARC-Type: request") < data.index(b"WARC-Type: response")


def test_a_coding_that_was_undone_is_told_and_does_not_mislead() -> None:
    capture = _capture(uri="https://mfa.example/", url="https://mfa.example/", status=200)
    data = _written(capture, [("content-encoding", "gzip"), ("Content-Length", "3")], ())
    assert b"X-Archive-Orig-content-encoding: gzip" in data
    assert b"\r\ncontent-encoding" not in data
    assert f"\r\nContent-Length: {len(PAYLOAD)}\r\n".encode() in data


def test_a_header_cannot_add_lines() -> None:
    capture = _capture(uri="https://mfa.example/", url="https://mfa.example/", status=200)
    data = _written(capture, [("X-A", "b\r\nX-C: d")], ())
    assert b"X-A: b X-C: d\r\n" in data
