"""Tests of languages.patterns: patterns over words as regular expressions over characters."""

from __future__ import annotations

import pytest

from onrecord.errors import DataError
from onrecord.languages.lexicon import Lexicon
from onrecord.languages.patterns import Pattern, compiled, literals, named
from onrecord.languages.schema import Phrase, Value

LISTS: dict[str, dict[str, Value]] = {"unit": {"days?": "D"}, "of": {"of the|of": True}}


def phrase(words: str, value: str = "unit={unit}") -> Phrase:
    return Phrase(name="p", words=words, value=value, kind="k", examples={}, not_=())


def pattern(words: str) -> tuple[Pattern | None, Lexicon]:
    lexicon = Lexicon(LISTS, sorted(literals(words)), "capital")
    lexicon.kind("num")
    return compiled(0, phrase(words), lexicon, ["num"]), lexicon


def matches(words: str, text: tuple[str, ...]) -> bool:
    made, lexicon = pattern(words)
    assert made is not None
    return made.expression.fullmatch(lexicon.characters(text)) is not None


@pytest.mark.parametrize(
    ("words", "text", "fits"),
    [
        ("{unit}", ("days",), True),
        ("{unit}", ("of",), False),
        ("each? {unit}", ("day",), True),
        ("{unit} {of} {unit}", ("day", "of", "the", "days"), True),
        ("{unit} ~", ("day", "of"), True),
        ("{unit} _", ("day", "unheard"), True),
        ("{unit} ( of | \\. )", ("day", "."), True),
        ("(?<!of) {unit}", ("day",), True),
    ],
)
def test_patterns(words: str, text: tuple[str, ...], fits: bool) -> None:
    assert matches(words, text) is fits


def test_a_language_without_the_words_has_no_phrase() -> None:
    assert pattern("{unit} {moon}")[0] is None
    assert pattern("{unit} {moon}?")[0] is not None
    assert pattern("{unit} | {moon}")[0] is not None


def test_what_a_run_needs() -> None:
    made, lexicon = pattern("{of}? {unit} ago (of)?")
    assert made is not None
    assert [set(need) for need in made.needs] == [
        set(lexicon.members("unit")),
        set(lexicon.members("=ago")),
    ]


def test_only_what_the_value_names_is_a_group() -> None:
    made, _ = pattern("{of} {last:unit} {unit} {unit}")
    assert made is not None
    assert list(made.groups.values()) == [("unit", "unit"), ("unit", "unit")]


def test_names_of_a_pattern() -> None:
    assert list(named("{a}? {b:c} of")) == ["a", "c"]
    assert list(literals("{a}? Of ' s")) == ["of", "'", "s"]


@pytest.mark.parametrize("words", ["{unit", "(", "{unit} )", "(?<={of}+) {unit}"])
def test_wrong_patterns(words: str) -> None:
    with pytest.raises(DataError):
        pattern(words)
