from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from onrecord.extract.rows import around
from onrecord.extract.visible import layout


def told(html: str) -> list[tuple[str, int, str]]:
    root = LexborHTMLParser(html).root
    assert root is not None
    return [(row.kind, row.gap, row.text) for row in layout(root).rows]


def test_cells_of_a_data_table_stand_side_by_side() -> None:
    table = "<p>x<table><tr><th>Year<th>Sum<tr><td>2023<td>12<br>million</table><p>y"
    assert told(table) == [
        ("paragraph", 2, "x"),
        ("table", 2, "Year"),
        ("table", 0, "Sum"),
        ("table", 1, "2023"),
        ("table", 0, "12"),
        ("table", 1, "million"),
        ("paragraph", 2, "y"),
    ]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    long = "The Minister said that the talks would go on. " * 20
    layout_table = f"<table><tr><td>Menu<td><p>{long}</p><p>b</p></table>"
    assert {kind for kind, _, _ in told(layout_table)} == {"paragraph"}
    assert {gap for _, gap, _ in told(layout_table)} == {2}


def test_tables_around_tables_and_single_columns_are_none() -> None:
    nested = "<table><tr><td>a<td><table><tr><td>b<td>c</table></table>"
    assert [kind for kind, _, _ in told(nested)] == ["paragraph", "table", "table"]
    assert [kind for kind, _, _ in told("<table><tr><td>a<tr><td>b</table>")] == ["paragraph"] * 2


def test_a_table_for_presentation_is_none() -> None:
    table = "<table role=presentation><tr><td>a<td>b</table>"
    assert [kind for kind, _, _ in told(table)] == ["paragraph"] * 2


def test_boxes_around_a_box() -> None:
    root = LexborHTMLParser("<div><p>a").root
    assert root is not None
    boxes = layout(root).boxes
    assert [boxes[i].tag for i in around(len(boxes) - 1, boxes)] == ["p", "div", "body", "html"]
    assert list(around(-1, boxes)) == []
