"""DOCX: paragraphs, headings, lists, tables, bold runs and notes in their order."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from onrecord.errors import InputError, NotAStatement, TooLarge
from onrecord.extract.docx import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _bytes(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _document() -> Document:
    document = docx.Document()
    document.core_properties.title = "Talks in Lormark City"
    document.core_properties.author = "Ministry of Water"
    document.core_properties.created = datetime(2021, 5, 4, 9, 15)
    document.add_heading("Talks in Lormark City", 1)
    turn = document.add_paragraph()
    turn.add_run("Anna Bell").bold = True
    turn.add_run(":").bold = True
    turn.add_run(" We ag")
    turn.add_run("ree.\nFully.")
    document.add_paragraph("First point", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Time", "Place"
    document.add_paragraph("The end.")
    document.sections[0].header.paragraphs[0].text = "Press service"
    return document


def test_lines_in_their_order() -> None:
    page = read(_bytes(_document()))
    assert [(line.kind, line.gap, line.text) for line in page.lines] == [
        ("heading", 2, "Talks in Lormark City"),
        ("paragraph", 2, "Anna Bell: We agree."),
        ("paragraph", 1, "Fully."),
        ("list_item", 2, "First point"),
        ("table", 2, "Time"),
        ("table", 0, "Place"),
        ("paragraph", 2, "The end."),
        ("paragraph", 2, "Press service"),
    ]
    assert page.lines[1].strong == ((0, 10),)
    assert (page.lines[-1].part, page.lines[-1].reason) == ("furniture", "running header")


def test_properties_are_fields() -> None:
    fields = {field.name: field.value for field in read(_bytes(_document())).fields}
    assert fields["title"] == "Talks in Lormark City"
    assert fields["author"] == "Ministry of Water"
    assert fields["created"].startswith("2021-05-04T09:15")


def test_what_word_does_not_show_is_not_read() -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:p {W}><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            '<w:ins w:id="2"><w:r><w:t>Here</w:t></w:r></w:ins>'
            "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>we are</w:t></w:r></w:p>"
        ),
    )
    assert [line.text for line in read(_bytes(document)).lines] == ["Here we are"]


def test_bold_of_a_style() -> None:
    document = docx.Document()
    style = document.styles.add_style("Speaker", 2)
    style.font.bold = True
    paragraph = document.add_paragraph()
    paragraph.add_run("BELL:", style="Speaker")
    paragraph.add_run(" Yes.")
    assert read(_bytes(document)).lines[0].strong == ((0, 5),)


def test_nested_tables_are_read_once() -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.text = "Outer"
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "Inner"
    assert [line.text for line in read(_bytes(document)).lines] == ["Outer", "Inner"]


def test_nothing_in_it_is_no_statement() -> None:
    with pytest.raises(NotAStatement, match="OCR"):
        read(_bytes(docx.Document()))


def test_a_zip_bomb_is_not_opened() -> None:
    file = io.BytesIO(_bytes(_document()))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/x.xml", b"\0" * 80_000_000)
    with pytest.raises(TooLarge, match=r"word/media/x\.xml.*80,000,000 bytes"):
        read(file.getvalue())


@pytest.mark.parametrize("cut", [0, 40, 400, -200])
def test_broken_files_are_named(cut: int) -> None:
    with pytest.raises(InputError, match="broken DOCX"):
        read(_bytes(_document())[:cut])


def test_a_file_without_a_document_is_named() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<broken")
    with pytest.raises(InputError, match="broken DOCX"):
        read(file.getvalue())
