"""Results ready to print: addresses spelt quickly are those that are spelt slowly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web import shown
from onrecord.web.found import Results, Value
from onrecord.web.histogram import histogram
from onrecord.web.queries import Search
from onrecord.web.words import words

SAY = words("en")


def _results(facet: str, *values: Value) -> Results:
    return Results(
        query="", total=9, statements=1, of=1, page=1, size=10, sort="date", hits=(), months={},
        facets={facet: values}, notices=(), suggestion=None, next=None, previous=None,
    )  # fmt: skip


@given(st.text(min_size=1, max_size=9), st.lists(st.sampled_from(["A B", "c&d"]), max_size=1))
def test_quick_addresses_are_the_slow_ones(value: str, chosen: list[str]) -> None:
    wanted = Search(q="a b&", speaker=chosen, since="2019", page=4)
    found = _results("speaker", Value(value=value, count=2, chosen=value in chosen))
    (facet,) = shown.facets(found, wanted, SAY)
    assert facet.first[0].address == wanted.toggled("speaker", value)


def test_a_year_is_set_and_taken_away() -> None:
    found = _results("year", Value(value="2019", count=2, chosen=False))
    (facet,) = shown.facets(found, Search(q="x"), SAY)
    assert facet.first[0].address == "/search?q=x&since=2019&until=2019"
    (facet,) = shown.facets(found, Search(q="x", since="2019", until="2019"), SAY)
    assert facet.first[0].address == "/search?q=x"
    assert facet.first[0].chosen


def test_values_beyond_the_first_fold_away() -> None:
    values = [Value(value=f"S{n}", count=30 - n, chosen=False) for n in range(9)]
    (facet,) = shown.facets(_results("speaker", *values), Search(), SAY)
    assert (len(facet.first), len(facet.more)) == (shown.FIRST, 3)
    assert facet.first[0].share == 100.0


def test_empty_months_are_no_links() -> None:
    drawn = histogram({"2019-01": 1, "2019-03": 2})
    bars = shown.statements(drawn, SAY)
    assert [(bar.told, bar.address) for bar in bars] == [
        ("January 2019: 1 statement", "/browse/date?value=2019-01"),
        ("March 2019: 2 statements", "/browse/date?value=2019-03"),
    ]
    assert shown.statements(None, SAY) == ()


def test_every_sign_can_be_tried() -> None:
    assert ('"gas deal"', "/search?q=%22gas+deal%22") in [each[:2] for each in shown.operators(SAY)]
