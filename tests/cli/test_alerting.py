"""The grammar of `onrecord alerts`."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.alerts import records
from onrecord.cli import alerting, parser
from onrecord.cli.asking import FILTERS


def test_it_knows_what_there_is() -> None:
    assert records.KINDS == alerting.KINDS == get_args(records.AlertKind)
    assert records.CADENCES == alerting.CADENCES


def test_a_search_is_saved_with_the_filters_of_search() -> None:
    options = parser().parse_args(["alerts", "save", "dam", "--lang", "en", "--every", "weekly"])
    assert (options.query, options.lang, options.every) == ("dam", ["en"], "weekly")
    assert all(hasattr(options, name) for name in FILTERS)
    assert parser().parse_args(["alerts", "save"]).query == ""


@pytest.mark.parametrize(
    "address", ["nobody", "@b.example", "a@", "a b@c.example", "a@b.example\nBcc: c", "a@b,c@d"]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["alerts", "save", "dam", "--email", address])


@pytest.mark.parametrize("arguments", [[], ["strange"], ["remove"], ["save", "a", "--every", "x"]])
def test_what_is_no_action(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["alerts", *arguments])
