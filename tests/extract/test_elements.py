from __future__ import annotations

from onrecord.extract.elements import elements


def test_no_element_is_shown_as_a_block_and_not_shown() -> None:
    found = elements()
    assert not found.blocks & found.unseen
    assert not found.blocks & found.reopened
    assert not found.void & found.ended


def test_inline_elements_do_not_break_lines() -> None:
    assert not {"b", "i", "a", "span", "em", "strong", "font", "sup", "time"} & elements().blocks
