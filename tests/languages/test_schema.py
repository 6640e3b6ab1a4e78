"""Tests of languages.schema: the form of the files, read strictly."""

from __future__ import annotations

import tomllib

import msgspec
import pytest

from onrecord.languages.schema import FILES, LanguageInfo, Rule, WordFile


def info(text: str) -> LanguageInfo:
    return msgspec.convert(tomllib.loads(text), LanguageInfo)


def test_language_has_defaults() -> None:
    read = info('name = "English"\nscript = "Latn"')
    assert (read.spaces, read.direction, read.parent, read.date_order) == (True, "ltr", None, {})


def test_date_order_by_country() -> None:
    read = info('name = "English"\nscript = "Latn"\ndate_order = { US = "mdy" }')
    assert read.date_order == {"US": "mdy"}


@pytest.mark.parametrize(
    "text",
    [
        'name = "English"',
        'name = "English"\nscript = "Latn"\nspcaes = false',
        'name = "English"\nscript = "Latn"\ndate_order = { US = "month first" }',
    ],
)
def test_wrong_language_files(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        info(text)


def test_a_rule_needs_examples_and_counterexamples() -> None:
    rule = {"name": "n", "pattern": "p", "value": "v", "examples": {"p": "v"}, "not": ["q"]}
    assert msgspec.convert(rule, Rule).not_ == ("q",)
    for key in rule:
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({k: v for k, v in rule.items() if k != key}, Rule)


def test_word_file_refuses_other_keys() -> None:
    with pytest.raises(msgspec.ValidationError, match="lists"):
        msgspec.convert({"lists": {}}, WordFile)


def test_lists_that_code_asks_for() -> None:
    assert {"published_cue", "updated_cue", "said_cue", "month", "weekday"} <= FILES["times"]
