from __future__ import annotations

import pytest

from onrecord.errors import TooLarge
from onrecord.extract.nesting import MAX_DEPTH, check


def test_ten_thousand_deep_is_read() -> None:
    check("<div>" * 10_000)


def test_too_deep() -> None:
    with pytest.raises(TooLarge, match="inside each other"):
        check("<div>" * (MAX_DEPTH + 2))


def test_many_paragraphs_without_end_tags_are_not_deep() -> None:
    check("<p>a<br>" * (MAX_DEPTH + 2))


def test_different_elements_left_open_over_many_paragraphs() -> None:
    with pytest.raises(TooLarge, match="left open"):
        check("".join(f"<font size={n}>" for n in range(2_000)) + "<p>a" * 2_000)


def test_elements_alike_left_open_are_opened_again_three_times_only() -> None:
    check("<p><b>a" * 5_000)
