"""Tests of annotate.timex: the records of the layer `time`."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from onrecord.annotate.timex import Context, Timex


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2019-10-09", date(2019, 10, 9)),
        ("2019-10-09T10:54", date(2019, 10, 9)),
        ("2019-10", None),
        ("2019-13-09", None),
        (None, None),
    ],
)
def test_the_day_on_which_it_was_said(said: str | None, day: date | None) -> None:
    assert Context(said).day == day


def test_a_value_is_immutable() -> None:
    timex = Timex(type="DATE", value="2019")
    with pytest.raises(AttributeError):
        timex.value = "2020"  # type: ignore[misc]
    assert msgspec.structs.asdict(timex)["start"] is None
