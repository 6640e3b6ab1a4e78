"""The grammar of the commands of the ledger."""

from __future__ import annotations

import pytest

from onrecord.cli import parser


def test_what_may_be_asked() -> None:
    read = parser().parse_args
    assert read(["agenda", "--ical", "--of", "2024"]).ical
    assert read(["positions", "state/no", "--formulas"]).target == "state/no"
    assert read(["corrections", "amend", "x", "--set", "a=b"]).set == ["a=b"]
    assert read(["unanswered"]).clarity == "non-reply"


@pytest.mark.parametrize(
    "wrong", [["commitments", "--status", "odd"], ["corrections"], ["corrections", "amend", "x"]]
)
def test_what_may_not(wrong: list[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(wrong)
