"""Bounds of a source: broken ones are told in words, few cases are no breach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Expect
from onrecord.sources.expectations import FEW, KindTally, Tallies, breaches
from tests.sources.made import source

EXPECT = Expect(
    week=(3, 40),
    dated=0.9,
    titled=0.99,
    unread=0.1,
    dialogue=(("briefing", 0.6),),
    kinds=(("readout", 0.1, 0.5),),
)


def told(**fields: Any) -> list[str]:
    usual: dict[str, Any] = {"days": 7, "statements": 10, "dated": 10, "titled": 10}
    kinds = (KindTally(kind="readout", statements=3),)
    tallies = Tallies(**({"kinds": kinds} | usual | fields))
    return [breach.message for breach in breaches(source(expect=EXPECT), tallies)]


def test_all_is_as_usual() -> None:
    assert told() == []
    assert breaches(source(), Tallies(days=7, statements=0)) == ()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"dated": 8}, "dated: 8 of 10 statements (80 %); at least 90 % is usual"),
        ({"titled": 9}, "titled: 9 of 10 statements (90 %); at least 99 % is usual"),
        (
            {"captures": 20, "unread": 4},
            "unread: 4 of 20 captures (20 %); at most 10 % is usual",
        ),
        (
            {"statements": 100, "dated": 100, "titled": 100, "kinds": ()},
            "week: 100 statements in 7 days; 3 to 40 a week are usual",
        ),
        ({"kinds": ()}, "kinds.readout: 0 of 10 statements (0 %); at least 10 % is usual"),
        (
            {"kinds": (KindTally(kind="readout", statements=9),)},
            "kinds.readout: 9 of 10 statements (90 %); at most 50 % is usual",
        ),
        (
            {
                "kinds": (
                    KindTally(kind="readout", statements=3),
                    KindTally(kind="briefing", statements=5, dialogues=1),
                )
            },
            "dialogue.briefing: 1 of 5 statements (20 %); at least 60 % is usual",
        ),
    ],
)
def test_each_bound(fields: dict[str, Any], message: str) -> None:
    assert message in told(**fields)


def test_too_few_is_told_when_the_week_has_passed() -> None:
    empty = {"statements": 0, "dated": 0, "titled": 0, "kinds": ()}
    assert told(days=3, **empty) == []
    assert told(days=7, **empty) == ["week: 0 statements in 7 days; 3 to 40 a week are usual"]
    assert told(days=14, **empty | {"statements": 5, "dated": 5, "titled": 5})[0].startswith("week")


def test_too_many_is_told_at_once() -> None:
    (first, *_) = told(days=1, statements=50, dated=50, titled=50, kinds=())
    assert first.startswith("week: 50 statements in 1 days")


def test_few_are_chance() -> None:
    few = FEW - 1
    assert told(days=1, statements=few, dated=0, titled=0, kinds=()) == []


@given(st.integers(0, 60), st.integers(0, 60), st.integers(FEW, 60))
def test_more_dates_never_break_a_bound_that_held(a: int, b: int, whole: int) -> None:
    def broken(dated: int) -> bool:
        tallies = Tallies(days=7, statements=whole, dated=min(dated, whole), titled=whole)
        found = breaches(source(expect=Expect(dated=0.9)), tallies)
        return bool(found)

    assert broken(max(a, b)) <= broken(min(a, b))
