from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from onrecord.errors import TooLarge
from onrecord.extract import visible
from onrecord.extract.rows import Row
from onrecord.extract.visible import HOVERS, REMOVE, Layout, layout


def laid_out(html: str) -> Layout:
    root = LexborHTMLParser(html).root
    assert root is not None
    return layout(root)


def rows(html: str) -> list[Row]:
    return laid_out(html).rows


def told(html: str) -> list[tuple[int, str]]:
    return [(row.gap, row.text) for row in rows(html)]


def test_blocks_open_paragraphs() -> None:
    assert told("<div>a<p>b</p>c</div>") == [(2, "a"), (2, "b"), (2, "c")]


def test_a_line_break_and_two() -> None:
    assert told("<p>a<br>b<br><br>c<br>\n <br>d") == [(2, "a"), (1, "b"), (2, "c"), (2, "d")]


def test_white_space_collapses_across_markup() -> None:
    assert told("<p> a <b> b</b>\n <i>c </i> d</p>") == [(2, "a b c d")]


def test_preformatted_text_keeps_its_lines() -> None:
    assert told("<pre>a\nb\n\nc</pre>") == [(2, "a"), (1, "b"), (2, "c")]
    assert told('<p style="white-space: pre-line">a\nb') == [(2, "a"), (1, "b")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<!-- x -->",
        "<p hidden>x</p>",
        "<p style='display : NONE'>x</p>",
        "<span style='visibility:hidden'>x</span>",
        "<dialog>x</dialog>",
        "<iframe>x</iframe>",
        "<svg><title>x</title></svg>",
        "<select hidden><option>x</select>",
    ],
)
def test_what_is_not_shown(hidden: str) -> None:
    assert told(f"<p>a</p>{hidden}<p>b</p>") == [(2, "a"), (2, "b")]


@pytest.mark.parametrize(
    "shown", ["<dialog open>x</dialog>", "<svg><text>x</text></svg>", "<p aria-hidden=true>x</p>"]
)
def test_what_is_shown(shown: str) -> None:
    assert (2, "x") in told(shown)


def test_a_hidden_body_waits_for_a_script() -> None:
    assert told("<body style='visibility:hidden'>a") == [(2, "a")]


def test_kinds() -> None:
    page = (
        "<h2>a</h2><ul><li>b<p>c</ul><blockquote><p>d</p></blockquote><figure>"
        "<figcaption>e</figcaption></figure><p>f"
    )
    assert [row.kind for row in rows(page)] == [
        "heading",
        "list_item",
        "list_item",
        "quote",
        "caption",
        "paragraph",
    ]
    assert rows(page)[0].level == 2


def test_bold_by_element_and_by_style() -> None:
    page = "<p><b>A</b> b <span style='font-weight: 700'>C</span> <strong>D</strong>"
    (row,) = rows(page)
    assert [row.text[s.start : s.end] for s in row.strong] == ["A", "C D"]
    (row,) = rows("<p><b>A <span style='font-weight:normal'>b</span></b>")
    assert [row.text[s.start : s.end] for s in row.strong] == ["A"]


def test_links_are_counted_and_anchors_are_not() -> None:
    assert [row.linked for row in rows("<p>a <a href=x>bc</a><p><a name=y>de</a>")] == [2, 0]


def test_the_inline_element_that_holds_all_of_a_line_is_named() -> None:
    page = "<p><span class=date>1 May</span><p><span class=date>1</span> May"
    assert [row.inline for row in rows(page)] == ["span date", None]


def test_what_hovers_over_a_line_stands_beside_it() -> None:
    page = laid_out("<div>The <a>Minister<span class=tooltip><p>of Trade</p></span></a> left.")
    assert [row.text for row in page.rows] == ["of Trade", "The Minister left."]
    assert HOVERS in {page.boxes[box.parent].mark for box in page.boxes if box.tag == "p"}


def test_marks_of_the_caller() -> None:
    tree = LexborHTMLParser("<p>a <i>b</i> c")
    node = tree.css_first("i")
    assert tree.root is not None
    assert node is not None
    page = layout(tree.root, {node.mem_id: REMOVE})
    assert [row.text for row in page.rows] == ["b", "a c"]


def test_ten_thousand_elements_deep() -> None:
    assert told("<div>" * 10_000 + "a") == [(2, "a")]


def test_too_many_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visible, "MAX_NODES", 50)
    with pytest.raises(TooLarge, match="50 nodes"):
        rows("<p>a" * 100)
