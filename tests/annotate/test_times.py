"""Tests of annotate.times: the layer `time`, in one reference time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.document import Document
from onrecord.annotate.times import annotate
from tests.support import marked

SAID = "2019-10-09"
PIECES = [
    *("9", "31", "2019", "99", "24:00", "0", "1/2", "31.02.2019", "XX", "May", "last", "week"),
    *("Friday", "night", "of", "the", "to", "ago", "century", "first", "half", "quarter", ","),
    *("year", "month", "decade", "this", "next", "Easter", "day", "later", "three", "earlier"),
    "\n\n",
]


def read(text: str, country: str | None = None) -> list[str]:
    document = Document(text=text, language="en", date=SAID, country=country)
    return [a.value["value"] for a in annotate(document)]


@pytest.mark.parametrize(
    ("language", "notation"),
    [
        ("en", "On [9 October|time:2019-10-09] we met; [tomorrow|time:2019-10-10] we sign."),
        ("ru", "Встреча состоится [6 марта|time:2020-03-06]."),
        ("und", "Signed [2019-10-09|time:2019-10-09]."),
    ],
)
def test_marks(language: str, notation: str) -> None:
    text, marks = marked(notation)
    found = list(annotate(Document(text=text, language=language, date=SAID)))
    assert [(a.span, a.value["value"]) for a in found] == [(m.span, m.value) for m in marks]


@pytest.mark.parametrize(
    "text",
    [
        "May I march on?",
        "The minister may march in.",
        "Die Delegation dankt",
        "It is the second question of the 38th parallel.",
        "Resolution 1973 and resolution no. 2015 stand; see page 2019.",
        "Call +7 495 2019 or 800 900 2003.",
        "It costs $2019, or 2019 dollars, or 2019 percent, or 1,998 yen.",
        "31 February 2019",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_an_unknown_time_stays_unknown() -> None:
    found = list(annotate(Document(text="Yesterday, in November.", language="en")))
    assert [a.value["value"] for a in found] == ["XXXX-XX-XX", "XXXX-11"]
    assert all(a.value[key] is None for a in found for key in ("anchor", "start", "end"))


def test_the_second_of_two_days_looks_the_same_way() -> None:
    assert read("They will meet from 1 to 5 March.") == ["2020-03-01", "2020-03-05"]


def test_a_clock_belongs_to_the_day_before_it() -> None:
    assert read("On 11 October, in Rome, at 10:30") == ["2019-10-11", "2019-10-11T10:30"]


def test_comparisons_are_aside() -> None:
    text = "In 2015 exports grew, from a year earlier. The following year they fell."
    assert read(text) == ["2015", "2014", "2016"]


def test_figures_are_read_as_in_the_country() -> None:
    assert read("09/10/2019", country="US") == ["2019-09-10"]
    assert read("09/10/2019", country="GB") == ["2019-10-09"]
    assert read("09/10/2019") == ["2019-XX-XX"]


def test_a_story_of_the_past_goes_by_its_own_time() -> None:
    years = " ".join(f"In {year} they met." for year in range(1930, 1940))
    assert read(years + " In March they parted.")[-1] == "1939-03"


def test_why() -> None:
    (found,) = annotate(Document(text="three years ago", language="en", date=SAID, explain=True))
    assert found.why == (
        "<duration> ago: 'three years ago' says n=3 unit=Y ago=1",
        "  <number> <unit>: 'three years' says n=3 unit=Y",
        "    number: 'three' says n=3",
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    ).map(" ".join),
    st.sampled_from(["en", "de", "fr", "es", "ru", "uk", "zh", None]),
    st.sampled_from(
        [None, "2019", "2019-10-09", "0001-01-01", "9999-12-31", "0000", "2019-13", "2019-02-30"]
    ),
)
def test_anything_may_come(text: str, language: str | None, said: str | None) -> None:
    document = Document(text=text, language=language, date=said)
    for found in annotate(document):
        assert text[found.span.start : found.span.end] == found.quote
        assert found.value["value"]
