"""Stances over time as a drawing."""

from __future__ import annotations

from onrecord.ledger.positions import positions
from onrecord.web.stances import LEFT, WIDTH, drawing
from tests.ledger.support import NO, SE, position


def test_time_goes_to_the_right_and_each_holder_has_a_row() -> None:
    found = positions(
        [
            position("support", "welcome", "the pact", NO, date="2022-01-01", statement="a"),
            position("oppose", "reject", "the pact", SE, date="2024-01-01", statement="b"),
            position("oppose", "reject", "the pact", NO, date=None, statement="c"),
        ]
    )
    drawn = drawing(found, ["NO", "SE"])
    assert drawn is not None
    first, second = drawn.dots
    assert LEFT < first.x < second.x < WIDTH
    assert first.y < second.y
    assert first.shape != second.shape
    assert [year for year, _ in drawn.years] == ["2022", "2023", "2024"]
    assert drawn.left_out == 1


def test_nothing_to_draw() -> None:
    assert drawing([], []) is None
