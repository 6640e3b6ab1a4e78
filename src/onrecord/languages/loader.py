"""Reads the language folders, strictly, and gives each language with what it inherits.

Look-up goes `en-GB` -> `en` -> `und`: the lists of the chain are merged (the more particular
language first), rules of one name replace those of the parent.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from onrecord.errors import DataError
from onrecord.languages.rules import PLACEHOLDER, Forms, RuleSet
from onrecord.languages.schema import FILES, LanguageInfo, Rule, Value, WordFile

ROOT = "und"
T = TypeVar("T")


class Language:
    """A language with its words and rules, its own and inherited."""

    def __init__(self, tag: str, info: LanguageInfo, chain: tuple[str, ...]) -> None:
        self.tag = tag
        self.info = info
        self.chain = chain

    @cached_property
    def _lists(self) -> dict[tuple[str, str], dict[str, Value]]:
        merged: dict[tuple[str, str], dict[str, Value]] = {}
        for tag in reversed(self.chain):
            for name, content in _word_files(tag).items():
                for key, forms in content.list.items():
                    merged[name, key] = forms | merged.get((name, key), {})
        return merged

    @cached_property
    def _forms(self) -> dict[tuple[str, str], Forms]:
        return {}

    def forms(self, file: str, name: str) -> Forms:
        """The list `name` of the file `file`; empty if the language has none."""
        if name not in FILES[file]:
            raise DataError(f"languages: {file}.toml has no list {name!r}; see languages/schema.py")
        key = (file, name)
        if key not in self._forms:
            self._forms[key] = Forms(self._lists.get(key, {}), self.info.spaces)
        return self._forms[key]

    @cached_property
    def _rules(self) -> dict[str, RuleSet]:
        return {}

    def rules(self, file: str) -> RuleSet:
        """The rules of a file, this language's own first."""
        if file not in self._rules:
            found: dict[str, Rule] = {}
            for tag in self.chain:
                content = _word_files(tag).get(file)
                for rule in content.rule if content else ():
                    found.setdefault(rule.name, rule)
            lists = {key: forms for (name, key), forms in self._lists.items() if name == file}
            self._rules[file] = RuleSet(tuple(found.values()), lists, self.info.spaces)
        return self._rules[file]


def tags() -> tuple[str, ...]:
    """All language folders, the root first.

    >>> tags()[0]
    'und'
    """
    names = sorted(f.name for f in _folder().iterdir() if (f / "language.toml").is_file())
    return (ROOT, *(name for name in names if name != ROOT))


@cache
def language(tag: str | None) -> Language:
    """The language of a BCP 47 tag, or the nearest parent that has a folder; `und` for `None`.

    >>> language("en-GB").tag, language("xx").tag, language(None).tag
    ('en', 'und', 'und')
    """
    known = tags()
    candidate = tag or ROOT
    while candidate not in known:
        head, dash, _ = candidate.rpartition("-")
        candidate = head if dash else ROOT
    chain = [candidate]
    while chain[-1] != ROOT:
        chain.append(_info(chain[-1]).parent or ROOT)
    return Language(candidate, _info(candidate), tuple(chain))


@cache
def everything() -> Language:
    """All languages at once, for text whose language is not known yet (labels, date lines)."""
    rest = tuple(tag for tag in tags() if tag != ROOT)
    return Language("mul", LanguageInfo(name="all", script="Zyyy"), (*rest, ROOT))


@cache
def _info(tag: str) -> LanguageInfo:
    return _decoded(_folder() / tag / "language.toml", LanguageInfo)


@cache
def _word_files(tag: str) -> dict[str, WordFile]:
    """The word files of one folder, checked for what can be checked without matching."""
    found: dict[str, WordFile] = {}
    for file in sorted((_folder() / tag).iterdir(), key=lambda f: f.name):
        if file.name == "language.toml" or not file.name.endswith(".toml"):
            continue
        name = file.name.removesuffix(".toml")
        if name not in FILES:
            raise DataError(f"languages/{tag}/{file.name}: unknown file; allowed: {sorted(FILES)}")
        content = _decoded(file, WordFile)
        _check(tag, name, content)
        found[name] = content
    return found


def _check(tag: str, name: str, content: WordFile) -> None:
    used = {m[2] or m[1] for rule in content.rule for m in PLACEHOLDER.finditer(rule.pattern)}
    where = f"languages/{tag}/{name}.toml"
    for key in content.list:
        if key not in used and key not in FILES[name] and tag != ROOT:
            raise DataError(f"{where}: list {key!r} is used by no rule and known to no code")
        if key in FILES[name] and key not in used and key not in content.examples:
            raise DataError(f"{where}: list {key!r} has no [examples.{key}]")
    for key in content.examples:
        if key not in content.list:
            raise DataError(f"{where}: examples of a list {key!r} that is not there")
    for rule in content.rule:
        if not rule.examples or not rule.not_:
            raise DataError(f"{where}: rule {rule.name!r} needs examples and counterexamples")


def _decoded(file: Traversable, kind: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, re.error) as error:
        raise DataError(f"{file}: {error}") from error


def _folder() -> Traversable:
    return files("onrecord") / "languages"
