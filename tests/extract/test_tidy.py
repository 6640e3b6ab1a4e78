from __future__ import annotations

from onrecord.extract.rows import Row
from onrecord.extract.suspects import LINKS
from onrecord.extract.tidy import NOTICE, TAIL, tidy
from onrecord.records import BlockKind


def row(
    text: str, linked: int = 0, kind: BlockKind = "paragraph", inline: str | None = None
) -> Row:
    return Row(text, kind, 2, (), linked, 2 if kind == "heading" else 0, 0, inline, -1)


def whole(text: str) -> Row:
    return row(text, len(text))


def never(text: str) -> bool:
    return False


SAID = row("We agreed.")


def test_links_one_after_the_other_and_the_heading_over_them() -> None:
    rows = [SAID, row("More", kind="heading"), whole("A"), whole("B"), whole("C"), SAID]
    assert tidy(rows, never) == [None, LINKS, LINKS, LINKS, LINKS, None]


def test_a_link_between_paragraphs_stays() -> None:
    assert tidy([SAID, whole("The text of the treaty"), SAID], never) == [None, None, None]


def test_links_at_the_end_go() -> None:
    assert tidy([SAID, whole("Back")], never) == [None, LINKS]


def test_short_turns_are_no_links() -> None:
    rows = [SAID, row("Sergey Lavrov: Yes.", 13), row("Question: Why?"), row("Answer: So."), SAID]
    assert tidy(rows, never) == [None] * 5


def test_notices() -> None:
    assert tidy([SAID, row("Print"), SAID], lambda text: text == "Print") == [None, NOTICE, None]


def test_a_heading_that_heads_nothing() -> None:
    rows = [row("Results", kind="heading"), SAID, row("Contact", kind="heading")]
    assert tidy(rows, never) == [None, None, TAIL]


def test_a_line_in_an_element_whose_names_say_so() -> None:
    assert tidy([row("J. Doe", inline="span photo-credit"), SAID], never) == ["caption", None]
