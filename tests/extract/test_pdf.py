"""PDF: paragraphs, bold labels, what runs across pages; what cannot be read says so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NotAStatement
from onrecord.extract.pdf import read

LONG = (
    "We spoke about the water treaty for more than an hour, and we agreed that experts from both "
    "sides will meet in the spring, so that the text can be signed before the summer is over. "
)


class _Document(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, "Ministry of Water - Press service", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, f"{self.page_no()}", align="C")


def _turn(pdf: FPDF, label: str, text: str) -> None:
    pdf.set_font("Helvetica", "B", 11)
    pdf.write(6, f"{label}:")
    pdf.set_font("Helvetica", "", 11)
    pdf.write(6, f" {text}")
    pdf.ln(10)


def _pdf(turns: int = 12) -> FPDF:
    pdf = _Document()
    pdf.set_title("Talks in Lormark City")
    pdf.set_author("Ministry of Water")
    pdf.set_creation_date(datetime(2021, 5, 4, 9, 15, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 20)
    pdf.write(10, "Talks in Lormark City")
    pdf.ln(14)
    for n in range(turns):
        _turn(pdf, "QUESTION", f"Will it be signed{' soon' * n}?")
        _turn(pdf, "ANNA BELL", LONG * 3)
    return pdf


def test_a_transcript_over_pages() -> None:
    page = read(bytes(_pdf().output()))
    body = [line for line in page.lines if line.part == "body"]
    assert [line.text for line in body] == [
        text
        for n in range(12)
        for text in (
            f"QUESTION: Will it be signed{' soon' * n}?",
            f"ANNA BELL: {(LONG * 3).strip()}",
        )
    ]
    assert {line.text[a:b] for line in body for a, b in line.strong} == {"QUESTION:", "ANNA BELL:"}
    assert {line.gap for line in body} == {2}


def test_the_title_is_header_and_what_runs_across_is_furniture() -> None:
    page = read(bytes(_pdf().output()))
    header = [(line.text, line.kind) for line in page.lines if line.part == "header"]
    assert header == [("Talks in Lormark City", "heading")]
    furniture = {(line.text, line.reason) for line in page.lines if line.part == "furniture"}
    assert ("Ministry of Water - Press service", "comes again on other pages") in furniture
    assert {("1", "page number"), ("2", "page number")} <= furniture


def test_document_information_is_fields() -> None:
    found = {field.name: (field.value, field.method) for field in read(_bytes(1)).fields}
    assert found["title"] == ("Talks in Lormark City", "docinfo")
    assert found["author"] == ("Ministry of Water", "docinfo")
    assert found["created"] == ("2021-05-04T09:15", "docinfo")


def _bytes(turns: int) -> bytes:
    return bytes(_pdf(turns).output())


def test_an_encrypted_file_says_so() -> None:
    pdf = _pdf(1)
    pdf.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(InputError, match="encrypted: save it without a password"):
        read(bytes(pdf.output()))


def test_a_scan_is_no_statement_and_needs_ocr() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(20, 20, 100, 100, "F")
    with pytest.raises(NotAStatement, match="OCR") as caught:
        read(bytes(pdf.output()))
    assert caught.value.verdict == "image-only pdf"


@pytest.mark.parametrize("payload", [b"", b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer"])
def test_broken_files_are_named(payload: bytes) -> None:
    with pytest.raises(InputError, match="broken PDF"):
        read(payload)


@given(st.integers(0, 1200), st.binary(min_size=1, max_size=8))
def test_damage_gives_a_page_or_an_input_error(at: int, noise: bytes) -> None:
    payload = bytearray(DAMAGED)
    payload[at : at + len(noise)] = noise
    try:
        page = read(bytes(payload))
    except InputError:
        return
    assert page.lines


DAMAGED = _bytes(1)
