"""WARC files that others have written."""

from __future__ import annotations

import io
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.archive.fixity import digest
from onrecord.archive.foreign import Passed, Taken, read

PAGE = b"<p>We met.</p>"


def _write(path: Path, zipped: bool = True) -> Path:
    """A page, a picture, a page that was missing, and a file: as a crawler writes them."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=zipped)
        for name, status, kind in (
            ("page", "200 OK", "text/html; charset=utf-8"),
            ("picture", "200 OK", "image/png"),
            ("gone", "404 Not Found", "text/html"),
        ):
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://mfa.example/{name}",
                    "response",
                    payload=io.BytesIO(PAGE),
                    length=len(PAGE),
                    http_headers=head,
                    warc_headers_dict={"WARC-Date": "2020-01-02T03:04:05Z"},
                )
            )
        writer.write_record(
            writer.create_warc_record(
                "https://mfa.example/file",
                "resource",
                payload=io.BytesIO(PAGE),
                length=len(PAGE),
                warc_content_type="text/plain",
            )
        )
    return path


def test_pages_are_taken_with_their_time_and_the_rest_is_told(tmp_path: Path) -> None:
    for name, zipped in (("a.warc.gz", True), ("a.warc", False)):
        page, picture, gone, file = read(_write(tmp_path / name, zipped))
        assert isinstance(page, Taken)
        assert page.payload == PAGE
        assert page.capture.digest == digest(PAGE)
        assert page.capture.url == page.capture.uri == "https://mfa.example/page"
        assert page.capture.fetched_at == "2020-01-02T03:04:05Z"
        assert (page.capture.media_type, page.capture.charset) == ("text/html", "utf-8")
        assert picture == Passed("https://mfa.example/picture", "no text: image/png")
        assert gone == Passed("https://mfa.example/gone", "the server answered 404")
        assert isinstance(file, Taken)
        assert (file.capture.status, file.capture.url) == (None, "https://mfa.example/file")


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    data = _write(tmp_path / "a.warc.gz").read_bytes()
    for end in range(1, len(data) - 10, 11):
        path = tmp_path / "cut.warc.gz"
        path.write_bytes(data[:end])
        found = list(read(path))
        taken = [each for each in found if isinstance(each, Taken)]
        assert all(each.payload == PAGE for each in taken)
        assert len(found) <= 5


def test_a_cut_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.warc.gz")
    data = path.read_bytes()
    path.write_bytes(data[:-40])
    *_, last = read(path)
    assert isinstance(last, Passed)
    assert last.damage


def test_what_is_too_large_is_told(tmp_path: Path) -> None:
    first, *_ = read(_write(tmp_path / "a.warc.gz"), max_payload=3)
    assert first == Passed("https://mfa.example/page", "more than 3 bytes", True)


def test_what_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"no archive at all\r\n\r\n")
    (found,) = read(path)
    assert isinstance(found, Passed)
    assert found.damage
