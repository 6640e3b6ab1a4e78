"""Makes the two binary samples, interview.ru.pdf and archive-week-speech.en.docx, from the text below.

    pip install "fpdf2==2.8.9" "python-docx==1.2.0"
    python samples/make_binary.py [FOLDER WITH DejaVuSans.ttf AND DejaVuSans-Bold.ttf]

Deterministic: dates are fixed, and the DOCX is packed again with fixed times, so that a second run with the same versions gives
the same bytes. Everything said here is invented. Not a part of onrecord and not needed to run its tests: the files are committed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fpdf import FPDF
from fpdf.enums import XPos, YPos

HERE = Path(__file__).parent
FONTS = Path("/usr/share/fonts/truetype/dejavu")
EPOCH = datetime(2024, 6, 10, 8, 0, 0, tzinfo=UTC)

# --- interview.ru.pdf -------------------------------------------------------------------------------------------------------

PDF_HEADER = "Министерство иностранных дел Республики Валдория"
PDF_STAMP = "Опубликовано 5 декабря 2022 года"
PDF_TITLE = "Томас Халварик: «Река не ждёт, пока дипломаты договорятся»"
PDF_SUBTITLE = (
    "Интервью министра иностранных дел Валдории газете «Северный телеграф», 2 декабря 2022 года"
)
PDF_TURNS = [
    (
        "Вопрос",
        [
            "Господин министр, переговоры с Кестрией о реке Сарн продолжаются уже четвёртый год. Не устали ли Вы?"
        ],
    ),
    (
        "Ответ",
        [
            "Устал, но это не повод прекращать работу. За четыре года мы согласовали тридцать одну статью из тридцати семи. "
            "Остались самые трудные: о высоте плотины, о страховании и о том, кто оплачивает ремонт дамб после паводка.",
            "Я не склонен винить во всём соседей. Первые полтора года мы сами не могли решить, чего хотим.",
        ],
    ),
    ("Вопрос", ["Чего же Вы хотите теперь?"]),
    (
        "Ответ",
        [
            "Трёх вещей. Во-первых, чтобы данные о воде передавались без задержки. Во-вторых, чтобы ни одна сторона не начинала "
            "строительства без предварительного уведомления. В-третьих, чтобы комиссия по Сарну собиралась не реже двух раз в год.",
            "По первому пункту мы близки к согласию. Если всё пойдёт по плану, соглашение об обмене данными будет подписано "
            "в Женеве осенью 2023 года.",
        ],
    ),
    ("Вопрос", ["Лормарк предложил своё посредничество. Вы его примете?"]),
    (
        "Ответ",
        [
            "Мы признательны Лормарку за предложение. Посредник нужен тогда, когда стороны не разговаривают, а мы разговариваем "
            "каждую неделю. Поэтому на данном этапе мы от него отказались, о чём сообщили госпоже Линтон.",
        ],
    ),
    ("Вопрос", ["Критики называют Вашу политику слишком мягкой."]),
    (
        "Ответ",
        [
            "Я слышал это слово. Мягкой, по-видимому, считается политика, при которой за четыре года не было ни одного выстрела "
            "на границе, а торговля выросла на 28 процентов. Такой упрёк я готов носить как орден.",
            "Если же говорить всерьёз, то твёрдость измеряется не громкостью. В июле мы закрыли шлюз у Нижнего Бренна на шесть часов, "
            "потому что Кестрия не прислала сводку. На следующий день сводка пришла вовремя, и с тех пор она приходит всегда.",
        ],
    ),
    ("Вопрос", ["Собираетесь ли Вы участвовать в выборах?"]),
    ("Ответ", ["О выборах я отвечу в другом интервью."]),
    ("Вопрос", ["И последнее. Что Вы читаете?"]),
    (
        "Ответ",
        [
            "Отчёты гидрологов. Это увлекательнее, чем принято думать: там всегда неизвестно, чем кончится. А перед сном перечитываю "
            "морские рассказы, которые мне в детстве читал отец, лоцман из Сарн-Устья.",
        ],
    ),
]


class Interview(FPDF):
    """An A5 page with a running header and a page number."""

    def header(self) -> None:
        self.set_font("DejaVu", size=8)
        self.cell(0, 6, PDF_HEADER, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("DejaVu", size=8)
        self.cell(0, 6, f"Страница {self.page_no()} из {{nb}}", align="C")


def make_pdf(fonts: Path) -> bytes:
    pdf = Interview(format="A5")
    pdf.set_creation_date(EPOCH)
    pdf.set_title(PDF_TITLE)
    pdf.set_lang("ru")
    pdf.set_auto_page_break(True, margin=18)
    pdf.add_font("DejaVu", "", fonts / "DejaVuSans.ttf")
    pdf.add_font("DejaVu", "B", fonts / "DejaVuSans-Bold.ttf")
    pdf.add_page()

    def line(text: str, size: float, style: str = "", gap: float = 2) -> None:
        pdf.set_font("DejaVu", style, size)
        pdf.multi_cell(0, size * 0.53, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(gap)

    line(PDF_STAMP, 8)
    line(PDF_TITLE, 13, "B")
    line(PDF_SUBTITLE, 9, gap=4)
    for label, paragraphs in PDF_TURNS:
        for number, paragraph in enumerate(paragraphs):
            if number == 0:
                pdf.set_font("DejaVu", "B", 9)
                pdf.write(4.8, f"{label}: ")
            pdf.set_font("DejaVu", "", 9)
            pdf.write(4.8, paragraph)
            pdf.ln(7)
    return bytes(pdf.output())


# --- archive-week-speech.en.docx --------------------------------------------------------------------------------------------

DOCX_HEADER = "Ministry of Culture of the Republic of Merovia – check against delivery"
DOCX_TITLE = (
    "Speech by Minister of Culture Renée Aubrac-Lindén at the opening of the European Archive Week, "
    "and answers to questions, Lisbon, 9 June 2024"
)
DOCX_SPEECH = [
    "Madam Mayor, dear Professor Ângela Simões, ladies and gentlemen,",
    "My grandmother kept her letters in a biscuit tin. When she died we found that the tin also held the only surviving plan of the "
    "old harbour of our town. The state archive had been looking for that plan for forty years. I have thought since then that every "
    "archive is a promise to look once more.",
    "Merovia has decided to keep this promise better than before. From 1 January 2025 every citizen will be able to read the public "
    "records of the Republic free of charge, wherever he or she lives. The government will do three things:",
]
DOCX_LIST = [
    "scan the remaining eleven kilometres of shelves by the end of 2028;",
    "open the reading rooms on Saturdays;",
    "return to Valdoria the parish registers that were carried off in 1921.",
]
DOCX_TABLE = [
    ("Year", "Kilometres scanned", "Budget, million marks"),
    ("2025", "3", "14"),
    ("2026", "4", "17"),
    ("2027", "4", "16"),
]
DOCX_CLOSE = [
    "We could not have come this far without our partners in Portugal, and we hope that others will join the common catalogue.",
    "An archive that nobody may enter is only a well-kept secret. Thank you.",
]
# The label of an answer is set in two runs, as word processors do after an edit.
DOCX_TURNS = [
    (
        ("Question", " (Delta Observer)"),
        ["Minister, when exactly will the parish registers go back to Valdoria?"],
    ),
    (
        ("Ms Aubrac", "-Lindén"),
        [
            "The first crates leave in September. The rest will follow once the restorers have finished, which they expect to be in spring.",
        ],
    ),
    (("Question",), ["Did Valdoria ask for them, or was it your idea?"]),
    (
        ("Ms Aubrac", "-Lindén"),
        [
            "They asked in 1926, in 1954 and in 1988. I thought that a fourth letter would be embarrassing for both of us.",
            "(Laughter.)",
            "But there is also a question of law here, and our lawyers were right to take their time.",
        ],
    ),
    (("Question",), ["And the naval records?"]),
    (
        ("Ms Aubrac", "-Lindén"),
        ["Those remain closed until 2040, and I have no plans to change that."],
    ),
]


def make_docx() -> bytes:
    document = Document()
    properties = document.core_properties
    properties.author, properties.title, properties.language = (
        "Ministry of Culture of the Republic of Merovia",
        DOCX_TITLE,
        "en-GB",
    )
    properties.created = properties.modified = EPOCH.replace(tzinfo=None)
    section = document.sections[0]
    section.header.paragraphs[0].text = DOCX_HEADER
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)

    document.add_heading(DOCX_TITLE, level=1)
    for paragraph in DOCX_SPEECH:
        document.add_paragraph(paragraph)
    for item in DOCX_LIST:
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=0, cols=3)
    for row in DOCX_TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for paragraph in DOCX_CLOSE:
        document.add_paragraph(paragraph)
    for label, paragraphs in DOCX_TURNS:
        for number, text in enumerate(paragraphs):
            paragraph = document.add_paragraph()
            if number == 0:
                for part in label:
                    paragraph.add_run(part).bold = True
                paragraph.add_run(":").bold = True
                paragraph.add_run(" ")
            paragraph.add_run(text).italic = text.startswith("(") or None
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def repacked(payload: bytes) -> bytes:
    """The same ZIP with fixed times, so that the bytes do not depend on the clock."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(payload)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name, date_time=EPOCH.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return result.getvalue()


if __name__ == "__main__":
    (HERE / "interview.ru.pdf").write_bytes(
        make_pdf(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS)
    )
    (HERE / "archive-week-speech.en.docx").write_bytes(make_docx())
