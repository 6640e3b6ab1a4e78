"""Tests of annotate.anchoring: what phrases say, as TIMEX3."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.anchoring import resolved
from onrecord.annotate.timex import Context

SAID = Context("2019-10-09")


@pytest.mark.parametrize(
    ("told", "kind", "type_", "value"),
    [
        ({"ref": "PAST_REF"}, "ref", "DATE", "PAST_REF"),
        ({"year": "2019", "month": "10"}, "date", "DATE", "2019-10"),
        ({"rel": "-1", "unit": "W"}, "date", "DATE", "2019-W40"),
        ({"weekday": "5", "part": "NI"}, "time", "TIME", "2019-10-04TNI"),
        ({"daytime": "2TEV"}, "time", "TIME", "2019-10-08TEV"),
        ({"clock": "3", "ampm": "pm"}, "clock", "TIME", "2019-10-09T15:00"),
        ({"n": "3", "unit": "Y"}, "dur", "DURATION", "P3Y"),
        ({"n": "1", "unit": "Y", "n+": "1/2"}, "dur", "DURATION", "P1Y6M"),
        ({"unit": "XDE"}, "dur", "DURATION", "PXDE"),
        ({"set": "1", "unit": "D"}, "set", "SET", "P1D"),
        ({"set": "1", "unit": "Y", "n": "X"}, "set", "SET", "P1Y"),
        ({"set": "1", "weekday": "5"}, "set", "SET", "XXXX-WXX-5"),
        ({}, "date", "DATE", "XXXX-XX-XX"),
    ],
)
def test_values(told: dict[str, str], kind: str, type_: str, value: str) -> None:
    timex = resolved(told, kind, SAID)
    assert timex is not None
    assert (timex.type, timex.value) == (type_, value)


def test_no_such_day_is_no_date() -> None:
    assert resolved({"year": "2019", "month": "2", "day": "31"}, "date", SAID) is None


def test_start_and_end_where_they_follow() -> None:
    year = resolved({"year": "2019", "mod": "END"}, "date", SAID)
    assert year is not None
    assert (year.mod, year.anchor, year.start, year.end) == (
        *("END", None, "2019-01-01", "2019-12-31"),
    )
    unknown = resolved({"weekday": "5"}, "daydate", Context(None))
    assert unknown is not None
    assert (unknown.anchor, unknown.start, unknown.end) == (None, None, None)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ({"n": "2", "unit": "W", "span": "-1"}, "2019-09-23", "2019-10-09"),
        ({"n": "2", "unit": "Y", "span": "1"}, "2019-10-09", "2021-12-31"),
        ({"n": "X", "unit": "D", "span": "1"}, "2019-10-09", None),
        ({"n": "X", "unit": "D", "span": "0"}, None, None),
    ],
)
def test_how_far_a_stretch_reaches(
    told: dict[str, str], start: str | None, end: str | None
) -> None:
    timex = resolved(told, "stretch", SAID)
    assert timex is not None
    assert (timex.start, timex.end) == (start, end)
    anchored = start is not None or end is not None
    assert timex.anchor == ("2019-10-09" if anchored else None)


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ({"weekday": "2", "rel": "-1", "beside": "-1"}, "2019-10-07"),
        ({"month": "10", "day": "21", "lies": "W"}, "2019-W43"),
        ({"month": "9", "day": "30", "lies": "Q"}, "2019-Q3"),
        ({"n": "2", "unit": "TH", "later": "1"}, "PT2H"),
    ],
)
def test_beside_a_date_and_around_it(told: dict[str, str], value: str) -> None:
    timex = resolved(told, "date", SAID)
    assert timex is not None
    assert timex.value == value


def test_beside_an_unknown_date_is_unknown() -> None:
    timex = resolved({"weekday": "2", "rel": "-1", "beside": "-1"}, "daydate", Context(None))
    assert timex is not None
    assert (timex.value, timex.start) == ("XXXX-XX-XX", None)


@given(
    st.dictionaries(
        st.sampled_from(["year", "month", "day", "rel", "n", "clock", "weekday", "quarter"]),
        st.integers(1, 9).map(str),
        max_size=4,
    ),
    st.sampled_from([None, "2019", "2019-10", "2019-10-09T10:54"]),
)
def test_nothing_is_anchored_to_an_unknown_time(told: dict[str, str], said: str | None) -> None:
    if "day" in told and "month" not in told and "year" in told:
        return
    timex = resolved({"unit": "D", "month": "1"} | told, "date", Context(said))
    if timex is not None and said is None and "year" not in told:
        assert timex.start is None
        assert timex.anchor is None
