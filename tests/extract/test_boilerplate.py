from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from onrecord.extract.boilerplate import OUTSIDE, mark
from onrecord.extract.visible import BODY, REMOVE, TITLE, layout

SAID = "The Minister said that the talks on the water treaty would go on until the summer."


def parts(html: str, *titles: str, marks: dict[str, str] | None = None) -> list[tuple[str, str]]:
    tree = LexborHTMLParser(html)
    assert tree.root is not None
    told = {n.mem_id: m for query, m in (marks or {}).items() for n in tree.css(query)}
    page = layout(tree.root, told)
    verdicts = mark(page, titles, lambda text: text == "Print")
    assert all((v.part == "furniture") == (v.reason is not None) for v in verdicts)
    return [(v.part, row.text) for v, row in zip(verdicts, page.rows, strict=True)]


def test_title_meta_lead_and_body() -> None:
    page = f"""<div id=site>Ministry</div><div class=wrap><h1>Visit</h1><p class=date>1 May 2024</p>
        <p class=lead>{SAID} It was short.</p><div class=entry-content><p>{SAID}<p>Question: Why?
        <p>Answer: So.<p>{SAID}</div><div class=share>Send</div></div><div>Imprint and more</div>"""
    assert parts(page, "Visit - Ministry") == [
        ("furniture", "Ministry"),
        ("header", "Visit"),
        ("header", "1 May 2024"),
        ("header", f"{SAID} It was short."),
        ("body", SAID),
        ("body", "Question: Why?"),
        ("body", "Answer: So."),
        ("body", SAID),
        ("furniture", "Send"),
        ("furniture", "Imprint and more"),
    ]


def test_tables_and_lists_in_the_body_are_body() -> None:
    page = f"<article><p>{SAID}<ul><li>One<li>Two</ul><table><tr><td>a<td>b</table><p>{SAID}"
    assert {part for part, _ in parts(page)} == {"body"}


def test_three_sentences_beside_a_long_column() -> None:
    column = f"<div class=col-right>{f'<p>{SAID} And more.</p>' * 12}</div>"
    page = f"<div><div class=col-left><h1>Note</h1><p>{SAID}<p>{SAID}<p>Ok.</div>{column}</div>"
    found = parts(page, "Note")
    assert found[:4] == [("header", "Note"), ("body", SAID), ("body", SAID), ("body", "Ok.")]
    assert {part for part, _ in found[4:]} == {"furniture"}


def test_a_heading_in_the_middle_of_the_text_is_no_title() -> None:
    page = f"<div class=article-body>{f'<p>{SAID}</p>' * 4}<h2>Jam</h2><p>{SAID}</p></div>"
    found = parts(page, "Jam recipe")
    assert ("body", "Jam") in found
    assert {part for part, _ in found} == {"body"}


def test_selectors_decide() -> None:
    page = f"<h2>A</h2><h2 class=t>B</h2><aside class=x><p>{SAID}<p class=y>No</aside><p>{SAID * 3}"
    found = parts(page, "A", marks={".t": TITLE, ".x": BODY, ".y": REMOVE})
    assert found == [
        ("furniture", "A"),
        ("header", "B"),
        ("body", SAID),
        ("furniture", "No"),
        ("furniture", SAID * 3),
    ]


def test_reasons_are_told() -> None:
    tree = LexborHTMLParser(f"<div><article><p>{SAID}<p>Print<p>{SAID}</article><p>Away</div>")
    assert tree.root is not None
    verdicts = mark(layout(tree.root), (), lambda text: text == "Print")
    assert [v.reason for v in verdicts] == [None, "notice", None, OUTSIDE]


def test_an_empty_page() -> None:
    assert parts("") == []
    assert parts("<nav>Home</nav>") == [("furniture", "Home")]
