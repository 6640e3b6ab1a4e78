"""Bad input, one by one: each is an error or an issue that names the matter and says what to do, in
bounded time and memory; nothing else is raised."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from onrecord.crawl.inputs import expand
from onrecord.errors import InputError, NotAStatement, TooLarge
from onrecord.extract import docx as docx_reader
from onrecord.extract import feed, html, media, pdf, plain
from onrecord.extract.encoding import decode
from onrecord.extract.page import Page

SENTENCE = "The ministers met in Lormark City and agreed that the work on the treaty will go on. "


def _read(payload: bytes, name: str | None = None) -> list[Page]:
    """As the pipeline does: the bytes say what they are, and their reader reads them."""
    kind = media.sniff(payload, name)
    if kind == media.HTML:
        return [html.read(payload)]
    if kind == media.FEED:
        return feed.read(payload)
    if kind == media.PDF:
        return [pdf.read(payload)]
    if kind == media.DOCX:
        return [docx_reader.read(payload)]
    return [plain.read(decode(payload, hint="text").text)]


def _load(path: Path) -> list[Page]:
    (found,) = expand([str(path)])
    return _read(found.load().payload, found.name)


def _docx_bomb() -> bytes:
    file = io.BytesIO()
    docx.Document().save(file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b"\0" * 100_000_000)
    return file.getvalue()


def _pdf(text: str = "", password: str | None = None) -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica")
    if text:
        document.write(6, text)
    if password:
        document.set_encryption(owner_password=password, user_password=password)
    return bytes(document.output())


REFUSED: list[tuple[str, Callable[[], bytes], type[InputError], str]] = [
    ("empty", lambda: b"", NotAStatement, "empty: fetch"),
    ("blank", lambda: b" \r\n" * 9, NotAStatement, "empty: fetch"),
    ("binary", lambda: bytes(range(256)) * 40, InputError, "binary data: give HTML"),
    ("image", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 40, InputError, "an image"),
    ("archive", lambda: b"PK\x05\x06" + b"\0" * 18, InputError, "zip archive: unpack"),
    ("bomb", _docx_bomb, TooLarge, "zip bomb"),
    ("broken docx", lambda: _docx_bomb()[:5_000], InputError, "broken zip archive.*fetch"),
    ("encrypted", lambda: _pdf(SENTENCE, "secret"), InputError, "encrypted: save it without"),
    ("image-only", _pdf, NotAStatement, "OCR"),
    ("broken pdf", lambda: _pdf(SENTENCE)[:300], InputError, "broken PDF.*fetch"),
    ("unknown xml", lambda: b'<?xml version="1.0"?><x/>', InputError, "no feed"),
    ("empty feed", lambda: b"<rss><channel/></rss>", NotAStatement, "no items"),
]


@pytest.mark.parametrize(
    ("make", "kind", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_refused_with_a_reason_and_in_time(
    make: Callable[[], bytes], kind: type[InputError], said: str
) -> None:
    payload = make()
    start = time.perf_counter()
    with pytest.raises(kind, match=said) as caught:
        _read(payload)
    assert time.perf_counter() - start < 5
    assert caught.value.stage


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    start = time.perf_counter()
    with pytest.raises(TooLarge, match=r"large\.html.*limit.*split"):
        _load(path)
    assert time.perf_counter() - start < 0.5


def test_what_is_not_there_or_not_readable_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.html: No such file.*check path"):
        _load(tmp_path / "gone.html")
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(InputError, match=r"pipe\.html: a device or pipe"):
        _load(tmp_path / "pipe.html")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").touch(mode=0)
    with pytest.raises(InputError, match=r"a\.html: Permission denied"):
        _load(tmp_path / "a.html")


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(SENTENCE)
    (tmp_path / "c.bin").write_bytes(bytes(range(256)))
    (tmp_path / "d.html").write_text(f"<p>{SENTENCE}")
    read, failed = [], []
    for found in expand([str(tmp_path), str(tmp_path / "gone")]):
        try:
            read += _read(found.load().payload, found.name)
        except InputError:
            failed.append(found.name)
    assert len(read) == 2
    assert [Path(name).name for name in failed] == ["a.txt", "c.bin", "gone"]


def test_html_of_10000_elements_in_one_another() -> None:
    start = time.perf_counter()
    page = _read(b"<div>" * 10_000 + SENTENCE.encode() + b"</div>" * 10_000)[0]
    assert time.perf_counter() - start < 10
    assert SENTENCE.strip() in [line.text for line in page.lines]


def test_invalid_utf8_is_read_and_counted() -> None:
    raw = (SENTENCE + "Fünf Länder ").encode() + b"\xff\xfe\xc3" + " können größer".encode()
    found = decode(raw, hint="text")
    assert SENTENCE.strip() in found.text
    assert [issue.message[:1] for issue in found.issues] == ["3"]


def test_lone_surrogates_are_no_part_of_a_text() -> None:
    raw = b"<p>Caf\xc3\xa9 \xed\xb3\xbf &#xD800; &#56320; end " + SENTENCE.encode()
    for page in _read(raw):
        for line in page.lines:
            line.text.encode("utf-8")
    assert [line.text for line in plain.read("a\udcffb \ud800").lines] == ["ab"]


def test_nul_bytes_go() -> None:
    raw = f"<p>{SENTENCE * 4}".replace("treaty", "tre\0aty").encode()
    (page,) = _read(raw)
    assert page.lines[0].text == (SENTENCE * 4).strip()
    assert "NUL" in page.issues[0].message


def test_a_long_line_and_many_lines_take_bounded_time() -> None:
    start = time.perf_counter()
    plain.read("word " * 400_000)
    plain.read("x\n" * 200_000)
    plain.read("A: " * 100_000)
    assert time.perf_counter() - start < 10


@given(st.binary(max_size=2_000), st.sampled_from([None, "a.html", "a.txt", "a.pdf"]))
def test_any_bytes(payload: bytes, name: str | None) -> None:
    for head in (b"", b"<html><body><p>", b"<rss><item><title>a</title>", b"%PDF-1.4\n", b"PK\3\4"):
        try:
            pages = _read(head + payload, name)
        except InputError as error:
            message = str(error)
        else:
            message = "read"
            assert all(isinstance(page, Page) for page in pages)
        assert message
