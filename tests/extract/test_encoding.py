"""Bytes are read in the encoding that they are in, whatever is declared."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.encoding import Hint, canonical, decode
from onrecord.languages.identify import data


def _text(tag: str) -> str:
    return f"{data().language[tag].example} " * 3


WRONG = [
    ("ru", "cp1251", "utf-8"),
    ("ru", "cp1251", "iso-8859-1"),
    ("ru", "cp1251", None),
    ("ru", "koi8-r", None),
    ("ru", "koi8-r", "windows-1251"),
    ("ru", "iso8859-5", "utf-8"),
    ("ru", "cp866", None),
    ("uk", "cp1251", "iso-8859-1"),
    ("uk", "koi8-u", None),
    ("zh", "gb2312", None),
    ("zh", "gb18030", "iso-8859-1"),
    ("zh", "gb18030", "utf-8"),
    ("de", "cp1252", "utf-8"),
    ("de", "cp1252", None),
    ("fr", "iso8859-1", None),
    ("es", "iso8859-1", "utf-8"),
    ("pl", "iso8859-2", None),
    ("pl", "cp1250", "iso-8859-1"),
    ("cs", "cp1250", None),
    ("tr", "cp1254", "utf-8"),
    ("el", "cp1253", None),
    ("he", "cp1255", "iso-8859-1"),
    ("ar", "cp1256", "utf-8"),
    ("ja", "cp932", None),
    ("ja", "euc-jp", None),
    ("ko", "euc-kr", "iso-8859-1"),
]


@pytest.mark.parametrize(("tag", "real", "declared"), WRONG)
def test_wrongly_declared(tag: str, real: str, declared: str | None) -> None:
    raw = _text(tag).encode(real, "ignore")
    assert decode(raw, declared).text == raw.decode(real)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "utf-16", "nonsense", None])
def test_valid_utf8_wins_over_a_declaration(declared: str | None) -> None:
    found = decode(_text("ru").encode(), declared)
    assert (found.text, found.encoding, found.method) == (_text("ru"), "utf-8", "utf-8")


@pytest.mark.parametrize(
    ("real", "label"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16le"), ("utf-32", "utf-32-le")],
)
def test_a_mark_wins_over_everything(real: str, label: str) -> None:
    found = decode(_text("uk").encode(real), "windows-1251")
    assert (found.text, found.encoding, found.method) == (_text("uk"), label, "bom")


@pytest.mark.parametrize("real", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("tag", ["en", "ru"])
def test_utf16_without_a_mark(real: str, tag: str) -> None:
    assert decode(f"<p>{_text(tag)}</p>".encode(real)).text == f"<p>{_text(tag)}</p>"


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ('<meta charset="windows-1251">', "html"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "html"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "xml"),
    ],
)
def test_the_document_declares(head: str, hint: Hint) -> None:
    found = decode(f"{head}<p>{_text('ru')}".encode("cp1251"), hint=hint)
    assert (found.encoding, found.method, found.issues) == ("windows-1251", "declared", ())


def test_text_declares_nothing() -> None:
    raw = f"<meta charset=koi8-r> {_text('ru')}".encode("cp1251")
    assert decode(raw, hint="text").method == "detected"


def test_short_text_is_read_as_declared() -> None:
    assert decode("Нет.".encode("koi8-r"), "koi8-r").text == "Нет."
    assert decode("Straße".encode("iso-8859-1"), "ISO-8859-1").text == "Straße"


def test_a_contradicted_declaration_is_an_issue() -> None:
    found = decode(_text("ru").encode("cp1251"), "iso-8859-1")
    assert found.method == "detected"
    assert [issue.message.split(",")[0] for issue in found.issues] == ["declared as windows-1252"]


def test_damaged_utf8_counts_its_damage() -> None:
    raw = _text("de").replace("ü", "Ü€").encode() + b"\xff\xfe" + "für".encode()
    found = decode(raw, "iso-8859-1")
    assert (found.encoding, found.method) == ("utf-8", "utf-8-damaged")
    assert found.text.count("\ufffd") == 2
    assert found.issues[0].message.startswith("2 byte sequences")


def test_lone_surrogates_are_replaced() -> None:
    found = decode("für €".encode() + b" \xed\xa0\x80 " + "größer".encode())
    assert "\ufffd" in found.text
    found.text.encode("utf-8")


def test_nul_bytes_go_and_are_counted() -> None:
    found = decode(b"We agr\0eed on the p\0lan." + b" It is long enough." * 20)
    assert found.text.startswith("We agreed on the plan.")
    assert found.issues[0].message.startswith("2 NUL")


def test_labels_are_understood_as_browsers_do() -> None:
    assert canonical("latin1") == canonical("ascii") == "windows-1252"
    assert canonical("gbk") == canonical("GB2312") == "gb18030"
    assert canonical("x-sjis") == "shift_jis"
    assert canonical("base64") is None
    assert canonical("idna\0") is None


def test_iso_2022_is_read_where_declared() -> None:
    raw = _text("ja").encode("iso-2022-jp")
    assert decode(raw, "iso-2022-jp").text == _text("ja")


def test_valid_utf8_is_quick() -> None:
    raw = (_text("ru") * 100).encode()[:40_000]
    raw = raw.decode("utf-8", "ignore").encode()
    decode(raw)
    best = min(_seconds(raw) for _ in range(20))
    assert best < 0.002  # measured .05 ms; the bound allows for a busy machine


def _seconds(raw: bytes) -> float:
    start = time.perf_counter()
    decode(raw)
    return time.perf_counter() - start


@given(st.binary(max_size=400), st.none() | st.sampled_from(["utf-8", "gbk", "x", "utf-16"]))
def test_no_bytes_raise_and_no_text_has_surrogates_or_nul(raw: bytes, declared: str | None) -> None:
    found = decode(raw, declared)
    found.text.encode("utf-8")
    assert "\0" not in found.text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff\x1b")))
def test_utf8_is_read_back(text: str) -> None:
    assert decode(text.encode(), "windows-1251").text == text
