from __future__ import annotations

import pytest

from onrecord.compare.figures import figures, unmatched
from onrecord.languages.loader import language


@pytest.mark.parametrize(
    ("text", "tag", "values"),
    [
        ("430 million euros", "en", {430e6}),
        ("$221bn", "en", {221e9}),
        ("430 \u043c\u0438\u043b\u043b\u0438\u043e\u043d\u043e\u0432", "ru", {430e6}),
        ("221 mil millones", "es", {221e9}),
        ("1.650 Menschen", "de", {1650.0, 1.65}),
        ("twelve districts", "en", {12.0}),
    ],
)
def test_a_figure_is_what_it_may_be(text: str, tag: str, values: set[float]) -> None:
    (found,) = figures(text, 0, language(tag))
    assert found.values == values


def test_spans_count_from_the_start_of_the_sentence() -> None:
    (found,) = figures("in 38 ports", 100, language("en"))
    assert found.span == (103, 105)


def test_each_figure_has_one_partner() -> None:
    words = language("en")
    a, b = figures("5 and 5 and 7", 0, words), figures("5 and 8", 0, words)
    alone, left = unmatched(a, b)
    assert [sorted(f.values) for f in alone] == [[5.0], [7.0]]
    assert [sorted(f.values) for f in left] == [[8.0]]
