"""Tests of languages.phrases: the matcher of patterns over words."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.loader import language
from onrecord.languages.phrases import PhraseSet, features, shown
from onrecord.languages.schema import Phrase, Value

LISTS: dict[str, dict[str, Value]] = {
    "number": {"two": 2, "three": 3, "\\d\\d?": True},
    "unit": {"days?": "D", "weeks?": "W"},
    "month": {"may": 5},
    "capital": {"may": True},
}


def phrase(name: str, words: str, value: str, kind: str = "x", **more: object) -> Phrase:
    fields = {"name": name, "words": words, "value": value, "kind": kind}
    return Phrase(**fields, examples={}, not_=(), **more)  # type: ignore[arg-type]


NUMBER = phrase("number", "{number}", "n={number}", "num", whole=False)
LENGTH = phrase("length", "{num} {unit}", "{num} unit={unit}", "dur", level=2)
AGO = phrase("ago", "{dur} ago", "{dur} ago=1", "date", level=3)
MONTH = phrase("month", "{month}", "month={month}")


def phrases(*given: Phrase) -> PhraseSet:
    return PhraseSet(given, LISTS)


def read(text: str, *given: Phrase) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], shown(f.features)) for f in phrases(*given).find(text)]


def test_phrases_of_phrases() -> None:
    assert read("It was two weeks ago.", NUMBER, LENGTH, AGO) == [
        ("two weeks ago", "n=2 unit=W ago=1")
    ]


def test_what_may_not_stand_alone_is_told_only_on_demand() -> None:
    found = phrases(NUMBER, LENGTH)
    assert list(found.find("Two men")) == []
    assert [f.rule for f in found.every("Two men, 3 days")] == ["number", "length", "number"]


def test_a_phrase_tells_what_it_is_made_of() -> None:
    (found,) = phrases(NUMBER, LENGTH, AGO).find("3 days ago")
    assert [part.rule for part in found.inside] == ["length"]
    assert [part.rule for part in found.inside[0].inside] == ["number"]


def test_the_longer_then_the_earlier() -> None:
    longer = phrase("longer", "{unit} {unit}", "a=1")
    first, second = phrase("first", "{unit}", "b=1"), phrase("second", "{unit}", "c=1")
    found = phrases(second, first, longer).find("days weeks, day")
    assert [f.rule for f in found] == ["longer", "second"]


def test_a_capital_where_one_is_needed() -> None:
    assert read("may May MAY", MONTH) == [("May", "month=5"), ("MAY", "month=5")]


def test_phrases_do_not_reach_over_paragraphs() -> None:
    assert read("three\n\ndays", NUMBER, LENGTH) == []
    assert read("three\ndays", NUMBER, LENGTH) == [("three\ndays", "n=3 unit=D")]


def test_offsets_hold_behind_paragraphs_and_wide_letters() -> None:
    text = "İ ﬁ 😀\n\nИ вот two\u00a0days."
    assert read(text, NUMBER, LENGTH) == [("two\u00a0days", "n=2 unit=D")]


def test_a_pair_without_its_group_is_left_out() -> None:
    assert features("a={x} b={y} c=1", {"x": "7"}) == {"a": "7", "c": "1"}
    assert features("{part} b={part}", {"part": {"n": "3"}}) == {"n": "3", "b": "3"}


def test_long_lists_are_read_in_parts_and_in_time() -> None:
    found = phrases(NUMBER, LENGTH, AGO)
    started = time.perf_counter()
    count = sum(1 for _ in found.find("two days ago " * 20_000))
    assert count > 19_000
    assert time.perf_counter() - started < 20


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_phrases_stand_in_the_text_and_apart(text: str) -> None:
    whole = f"{text} on 9 October 2019, two days ago {text}"
    found = list(language("en").phrases("times").find(whole))
    assert all(0 <= f.start < f.end <= len(whole) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert not any(whole[f.start].isspace() or whole[f.end - 1].isspace() for f in found)
