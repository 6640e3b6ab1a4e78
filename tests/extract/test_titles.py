from __future__ import annotations

from onrecord.extract.rows import Row
from onrecord.extract.titles import main_title


def row(text: str, level: int = 0, linked: int = 0) -> Row:
    return Row(text, "heading" if level else "paragraph", 2, (), linked, level, 0, None, -1)


def found(*rows: Row, names: tuple[str, ...] = (), refused: tuple[int, ...] = ()) -> int | None:
    return main_title(rows, names, [i in refused for i in range(len(rows))])


def test_the_heading_that_the_head_repeats_goes_before_a_higher_one() -> None:
    rows = (row("Ministry of Trade", 1), row("Visit to Port Ansel", 2))
    assert found(*rows, names=("Visit to Port Ansel | Ministry of Trade",)) == 1


def test_without_a_head_the_first_top_heading() -> None:
    assert found(row("a", 2), row("Visit", 1), row("Other", 1)) == 1


def test_a_line_that_is_no_heading_must_be_the_whole_title() -> None:
    rows = (row("Port"), row("“Visit to Port-Ansel”"))
    assert found(*rows, names=("Visit to Port Ansel",)) == 1
    assert found(row("Port"), names=("Visit to Port Ansel",)) is None


def test_links_and_refused_rows_are_none() -> None:
    assert found(row("Visit to Port Ansel", linked=19), names=("Visit to Port Ansel",)) is None
    assert found(row("Visit", 1), refused=(0,)) is None


def test_of_two_alike_the_first() -> None:
    assert found(row("Visit", 1), row("Visit", 1), names=("Visit",)) == 0
