"""Every example and counterexample of every rule and list of every language folder. Form, value and
example stand in one file, which is also its test."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from onrecord.languages.loader import Folder, Language, folder
from onrecord.languages.phrases import shown
from onrecord.languages.schema import ListExamples, Phrase, Rule

ALL = folder().tags


def faults(where: Folder, tag: str) -> list[str]:
    """What a language's files say of themselves that does not hold."""
    language = where.language(tag)
    return [
        f"{tag}/{file}.toml: {fault}"
        for file, content in where.word_files(tag).items()
        for fault in (
            *(f for rule in content.rule for f in _of_rule(language, file, rule)),
            *(f for phrase in content.phrase for f in _of_phrase(where, tag, file, phrase)),
            *(
                f
                for name, ex in content.examples.items()
                for f in _of_list(language, file, name, ex)
            ),
        )
    ]


def _of_rule(language: Language, file: str, rule: Rule) -> Iterator[str]:
    rules = language.rules(file)
    for text, value in rule.examples.items():
        read = [m.value for m in rules.find(text) if m.rule == rule.name]
        if value not in read:
            yield f"rule {rule.name!r} reads {text!r} as {read}, not as {value!r}"
    for text in rule.not_:
        read = [m.value for m in rules.find(text) if m.rule == rule.name]
        if read:
            yield f"rule {rule.name!r} reads {text!r}, a counterexample, as {read}"


def _of_phrase(where: Folder, tag: str, file: str, phrase: Phrase) -> Iterator[str]:
    phrases = _language(where, phrase.language or tag).phrases(file)
    for text, value in phrase.examples.items():
        read = [shown(f.features) for f in phrases.every(text) if f.rule == phrase.name]
        if value not in read:
            yield f"phrase {phrase.name!r} reads {text!r} as {read}, not as {value!r}"
    for text in phrase.not_:
        read = [shown(f.features) for f in phrases.every(text) if f.rule == phrase.name]
        if read:
            yield f"phrase {phrase.name!r} reads {text!r}, a counterexample, as {read}"


@cache
def _language(where: Folder, tag: str) -> Language:
    return where.language(tag)


def _of_list(language: Language, file: str, name: str, given: ListExamples) -> Iterator[str]:
    forms = language.forms(file, name)
    for text, value in given.match.items():
        if forms.value(text) != value:
            yield f"list {name!r} gives {text!r} the value {forms.value(text)!r}, not {value!r}"
    for text in given.not_:
        if forms.value(text) is not None:
            yield f"list {name!r} matches {text!r}, a counterexample"


@pytest.mark.parametrize("tag", ALL)
def test_examples_hold(tag: str) -> None:
    assert faults(folder(), tag) == []


def test_there_is_something_to_hold() -> None:
    rules = [rule for tag in ALL for f in folder().word_files(tag).values() for rule in f.rule]
    assert len(rules) > 50
    assert {"und", "en", "ru", "fr", "es", "de", "uk", "zh"} <= set(ALL)


def test_names_of_rules_tell_languages_apart() -> None:
    """All languages together keep one rule of a name: a second would be lost."""
    patterns: dict[tuple[str, str], set[str]] = {}
    for tag in ALL:
        for file, content in folder().word_files(tag).items():
            for rule in content.rule:
                patterns.setdefault((file, rule.name), set()).add(rule.pattern)
    assert [key for key, found in patterns.items() if key[0] == "times" and len(found) > 1] == []


PLANTED = """
[list.month]
"march" = 3
[examples.month]
match = { "March" = %(month)s }
not = [%(not_month)s]
[[rule]]
name = "<month> <day>"
pattern = '{month}\\s(?P<day>\\d+)'
value = "DATE {month}-{day}"
examples = { "March 6" = "%(value)s" }
not = [%(not_rule)s]
"""
RIGHT = {"month": "3", "not_month": '"May"', "value": "DATE 03-06", "not_rule": '"May 6"'}


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ({}, None),
        ({"value": "DATE 03-07"}, "not as 'DATE 03-07'"),
        ({"not_rule": '"march 7"'}, "a counterexample"),
        ({"month": "4"}, "the value 3, not 4"),
        ({"not_month": '"MARCH"'}, "list 'month' matches"),
    ],
)
def test_a_planted_wrong_example_is_seen(
    tmp_path: Path, planted: dict[str, str], fault: str | None
) -> None:
    (tmp_path / "und").mkdir()
    (tmp_path / "und" / "language.toml").write_text('name = "Root"\nscript = "Zyyy"\n', "utf-8")
    (tmp_path / "und" / "times.toml").write_text(PLANTED % (RIGHT | planted), "utf-8")
    found = faults(Folder(tmp_path), "und")
    assert found == [] if fault is None else fault in "".join(found)
