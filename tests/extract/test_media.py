"""A file is known by its bytes; what cannot be read is named."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NotAStatement
from onrecord.extract.media import DOCX, FEED, HTML, PDF, PLAIN, READABLE, sniff


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("payload", "name", "declared", "kind"),
    [
        (b"<!DOCTYPE html><p>Hello", None, None, HTML),
        (b"\xef\xbb\xbf  <!doctype HTML>", None, "text/plain", HTML),
        (b"<!-- saved -->\n<!DOCTYPE html>", None, None, HTML),
        (b"<html><body>x", None, None, HTML),
        (b"<div><p>a fragment</p></div>", None, None, HTML),
        ("<p>Встреча</p>".encode("utf-16"), None, None, HTML),
        (b'<?xml version="1.0"?><html xmlns="x"><body/></html>', None, None, HTML),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', None, "text/html", FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "a.xml", None, FEED),
        (b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="x">', None, None, FEED),
        (b"%PDF-1.7 ...", "page.html", None, PDF),
        (_zip("[Content_Types].xml", "word/document.xml"), None, None, DOCX),
        (b"Question: Why <b>now</b>?", "a.txt", None, PLAIN),
        (b"The <p> tag is discussed, <b>and</b> <i>so on</i>.", "a.txt", None, PLAIN),
        (b"Good morning.", "a.html", None, HTML),
        (b"Good morning.", None, "text/html; charset=utf-8", HTML),
        ("Доброе утро".encode("cp1251"), None, None, PLAIN),
        ("Good morning to all of you".encode("utf-16-le"), None, None, PLAIN),
        (b"BMW and MZ are makers. II* ID3", None, None, PLAIN),
        (
            b"a\0b in a text that is otherwise fine, and long enough" + b" yes" * 99,
            None,
            None,
            PLAIN,
        ),
    ],
)
def test_kinds(payload: bytes, name: str | None, declared: str | None, kind: str) -> None:
    assert sniff(payload, name, declared) == kind


@pytest.mark.parametrize("payload", [b"", b" \n\t ", b"\0\0\0"])
def test_nothing_is_no_statement(payload: bytes) -> None:
    with pytest.raises(NotAStatement) as caught:
        sniff(payload)
    assert caught.value.verdict == "empty"


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (_zip("a.txt"), "a zip archive: unpack it"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "a zip archive"),
        (b"PK\x03\x04 broken", "a broken zip archive"),
        (b"\x1f\x8b\x08\0\0", "gzip-compressed data: decompress"),
        (b"{\\rtf1 hello}", "an RTF document: save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"\x7fELF\x02\x01\x01", "a program"),
        (bytes(range(256)) * 8, "binary data"),
        (b'<?xml version="1.0"?><invoice/>', "an XML document that is no feed"),
    ],
)
def test_what_it_looks_like_is_said(payload: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        sniff(payload)


@given(st.binary(max_size=300), st.none() | st.text(max_size=9), st.none() | st.text(max_size=9))
def test_any_bytes_are_a_kind_or_an_input_error(
    payload: bytes, name: str | None, declared: str | None
) -> None:
    try:
        found = sniff(payload, name, declared)
    except InputError:
        return
    assert found in READABLE
