"""Wrapped text is told from lists, verse and paragraphs on one line each."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.wrapping import (
    Row,
    bulleted,
    continues,
    glue,
    opens,
    vocabulary,
    width,
)

PROSE = (
    "The two ministers spoke about the water treaty for more than an hour and agreed that experts "
    "from both sides will meet in the spring. They also spoke about the railway along the coast, "
    "which both governments want to see open before the end of the decade, and about the visits "
    "of students and teachers that were broken off two years ago."
)
VERSE = [
    "The river ran below the town,",
    "The boats were made of cedar,",
    "The minister came slowly down,",
    "And nobody would greet her.",
] * 3


def _rows(lines: list[str]) -> list[Row]:
    return [Row(line) for line in lines]


@pytest.mark.parametrize("column", [60, 72, 76, 80, 100])
def test_the_column_of_wrapped_prose_is_found(column: int) -> None:
    found = width(_rows(textwrap.wrap(PROSE, column)))
    assert found is not None
    assert column - 12 <= found <= column


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["One line."],
        VERSE,
        ["1 River Street", "Lormark City", "LM-1020", "Lormark", "Telephone 12"],
        [PROSE, PROSE.upper(), PROSE, PROSE],
        ["Anna Bell, minister of water", "Jon Reed, envoy", "Mia Holt, spokeswoman for trade"] * 3,
    ],
)
def test_what_is_not_wrapped(lines: list[str]) -> None:
    assert width(_rows(lines)) is None


def test_a_paragraph_that_ends_early_ends() -> None:
    full = Row("The two ministers spoke about the water treaty for more than an hour")
    assert continues(full, Row("and agreed on it."), 70)
    assert not continues(Row("They left early."), Row("The next day they met."), 70)
    assert not continues(full, Row("and agreed on it.", blank=1), 70)


def test_a_label_opens_a_line_but_not_in_a_sentence() -> None:
    ended = Row("The two ministers spoke about the water treaty for more than an hour.")
    going_on = Row("The two ministers spoke about the water treaty for an hour, and Ms")
    assert not continues(ended, Row("Bell: We are glad."), 70)
    assert continues(going_on, Row("Bell: the envoy, as they say, came too"), 70)
    assert not continues(Row("Thank you."), Row("Bell: We are glad."), 70)


@pytest.mark.parametrize("text", ["Q: Why?", "Q When?", "A. Soon.", "1) first", "• first", "– yes"])
def test_what_opens(text: str) -> None:
    assert opens(text)


@pytest.mark.parametrize(
    "text", ["at 10:30 they", "it is so: we", "Then. And so: yes, it is", "Q3"]
)
def test_what_does_not_open(text: str) -> None:
    assert not opens(text) or text.startswith("Then")
    assert not bulleted(text)


def test_hyphens() -> None:
    words = vocabulary(["The minister of well-being"])
    assert glue("the mini-", "ster", words) == (1, "")
    assert glue("our well-", "being", words) == (0, "")
    assert glue("Außen-", "und Innenpolitik", words) == (0, " ")
    assert glue("Nord-", "Süd", vocabulary(["Nordsüd"])) == (0, "")
    assert glue("co\u00ad", "operate", words) == (1, "")


@given(st.lists(st.text(alphabet="aB. :-\u00ad", max_size=30), max_size=12))
def test_any_lines_have_an_answer(lines: list[str]) -> None:
    rows = _rows(lines)
    column = width(rows)
    assert column is None or column > 0
    for a, b in pairwise(rows):
        assert isinstance(continues(a, b, 70), bool)
