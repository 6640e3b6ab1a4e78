"""Tests of languages.rules: the one matcher."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DataError
from onrecord.languages.loader import language
from onrecord.languages.rules import Forms, RuleSet
from onrecord.languages.schema import Rule, Value

MONTHS: dict[str, Value] = {"mars|märz": 3, "mai": 5}


def rule(pattern: str, value: str, name: str = "r", words: bool = True) -> Rule:
    return Rule(name=name, pattern=pattern, value=value, examples={}, not_=(), words=words)


def rules(*given: Rule, spaces: bool = True) -> RuleSet:
    return RuleSet(given, {"month": MONTHS, "day": {r"\d\d?": True}}, spaces)


def test_forms_are_whole_words_in_folded_text() -> None:
    forms = Forms(MONTHS)
    assert list(forms.find("MÄRZ, Maibaum, mai")) == [(0, 4, 3), (15, 18, 5)]
    assert forms.value("März ") is None
    assert forms.opens("Mai 2019") == (3, 5)
    assert forms.opens("Im Mai") is None
    assert not Forms({})
    assert list(Forms({}).find("anything")) == []


def test_without_spaces_forms_stand_anywhere() -> None:
    assert list(Forms({"月": 1}, spaces=False).find("三月六")) == [(1, 2, 1)]


def test_values_come_from_lists_and_groups() -> None:
    (match,) = rules(rule(r"{day}\s{month}", "DATE {year}-{month}-{day}")).best("am 6 März")
    assert (match.start, match.end, match.value) == (3, 9, "DATE XXXX-03-06")
    assert match.parts == {"day": "6", "month": 3}


def test_a_list_under_another_name() -> None:
    (match,) = rules(rule(r"{day}-{last:day}\s{month}", "{day}/{last}")).best("6-7 Mai")
    assert match.value == "06/07"


def test_words_are_whole_unless_the_rule_says_no() -> None:
    whole, part = rule("mai", "M"), rule("mai", "M", words=False)
    assert rules(whole).best("Maibaum") == []
    assert len(rules(part).best("Maibaum")) == 1


def test_figures_are_whole_without_spaces_too() -> None:
    found = rules(rule("{day}月", "M{day}"), spaces=False)
    assert [m.value for m in found.best("在6月")] == ["M06"]
    assert [m.value for m in found.best("在126月")] == []


def test_the_longer_match_is_better_then_the_earlier_rule() -> None:
    both = rules(
        rule("{month}", "M", "a"), rule(r"{day}\s{month}", "D", "b"), rule("mai", "X", "c")
    )
    assert [m.rule for m in both.best("6 Mai, Mai")] == ["b", "a"]


@pytest.mark.parametrize("pattern", ["{moon}", "(", "[z-a]"])
def test_wrong_patterns(pattern: str) -> None:
    with pytest.raises(DataError):
        rules(rule(pattern, "v")).best("text")


@given(st.text(max_size=80))
def test_matches_stand_in_the_text_and_apart(text: str) -> None:
    found = language("en").rules("times").best(text + " 9 October 2019 " + text)
    assert all(0 <= m.start < m.end <= 2 * len(text) + 16 for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
