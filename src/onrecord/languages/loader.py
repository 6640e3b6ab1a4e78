"""Reads the language folders, strictly, and gives each language with what it inherits.

Look-up goes `en-GB` -> `en` -> `und`: the lists of the chain are merged (the more particular
language first), rules of one name replace those of the parent.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from onrecord.errors import DataError
from onrecord.languages.phrases import PhraseSet
from onrecord.languages.rules import PLACEHOLDER, Forms, RuleSet
from onrecord.languages.schema import FILES, LanguageInfo, Phrase, Rule, Value, WordFile

ROOT = "und"
T = TypeVar("T")


class Folder:
    """A folder of languages: the package's own, or another that is read as strictly."""

    def __init__(self, path: Traversable) -> None:
        self._path = path
        self._infos: dict[str, LanguageInfo] = {}
        self._files: dict[str, dict[str, WordFile]] = {}

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """All languages, the root first."""
        found = sorted(f.name for f in self._path.iterdir() if (f / "language.toml").is_file())
        return (ROOT, *(tag for tag in found if tag != ROOT))

    def language(self, tag: str | None) -> Language:
        """The language of a tag, or the nearest parent that has a folder; `und` for `None`."""
        candidate = tag or ROOT
        while candidate not in self.tags:
            head, dash, _ = candidate.rpartition("-")
            candidate = head if dash else ROOT
        chain = [candidate]
        while chain[-1] != ROOT:
            chain.append(self.info(chain[-1]).parent or ROOT)
        return Language(candidate, self.info(candidate), tuple(chain), self)

    def everything(self) -> Language:
        """All languages at once."""
        rest = tuple(tag for tag in self.tags if tag != ROOT)
        return Language("mul", LanguageInfo(name="all", script="Zyyy"), (*rest, ROOT), self)

    def info(self, tag: str) -> LanguageInfo:
        """What `language.toml` says of a language."""
        if tag not in self._infos:
            self._infos[tag] = _decoded(self._path / tag / "language.toml", LanguageInfo)
        return self._infos[tag]

    def word_files(self, tag: str) -> dict[str, WordFile]:
        """The word files of a language, checked for what can be checked without matching."""
        if tag not in self._files:
            self._files[tag] = _word_files(self._path / tag, tag, self._inherited(tag))
        return self._files[tag]

    def _inherited(self, tag: str) -> dict[str, set[str]]:
        """Which lists the phrases that a language inherits name, by file."""
        if tag == ROOT:
            return {}
        parent = self.info(tag).parent or ROOT
        named = {name: _named(content) for name, content in self.word_files(parent).items()}
        for name, lists in self._inherited(parent).items():
            named.setdefault(name, set()).update(lists)
        return named


class Language:
    """A language with its words and rules, its own and inherited."""

    def __init__(self, tag: str, info: LanguageInfo, chain: tuple[str, ...], at: Folder) -> None:
        self.tag = tag
        self.info = info
        self.chain = chain
        self._folder = at

    @cached_property
    def _lists(self) -> dict[tuple[str, str], dict[str, Value]]:
        merged: dict[tuple[str, str], dict[str, Value]] = {}
        for tag in reversed(self.chain):
            for name, content in self._folder.word_files(tag).items():
                for key, forms in content.list.items():
                    merged[name, key] = forms | merged.get((name, key), {})
        return merged

    @cached_property
    def _forms(self) -> dict[tuple[str, ...], Forms]:
        return {}

    def listed(self, file: str, name: str) -> dict[str, Value]:
        """The forms of a list as they are written, with their values; empty if there is none."""
        return self._lists.get((file, name), {})

    def forms(self, file: str, *names: str) -> Forms:
        """The list of that name of the file `file`, or several as one; empty if the language has
        none."""
        key = (file, *names)
        if key not in self._forms:
            for name in names:
                if name not in FILES[file]:
                    known = "see languages/schema.py"
                    raise DataError(f"languages: {file}.toml has no list {name!r}; {known}")
            lists = [self._lists.get((file, name), {}) for name in names]
            merged = {form: value for forms in lists for form, value in forms.items()}
            self._forms[key] = Forms(merged, self.info.spaces)
        return self._forms[key]

    @cached_property
    def _rules(self) -> dict[str, RuleSet]:
        return {}

    def rules(self, file: str) -> RuleSet:
        """The rules of a file, this language's own first."""
        if file not in self._rules:
            found: dict[str, Rule] = {}
            for tag in self.chain:
                content = self._folder.word_files(tag).get(file)
                for rule in content.rule if content else ():
                    found.setdefault(rule.name, rule)
            lists = {key: forms for (name, key), forms in self._lists.items() if name == file}
            self._rules[file] = RuleSet(tuple(found.values()), lists, self.info.spaces)
        return self._rules[file]

    @cached_property
    def _phrases(self) -> dict[str, PhraseSet]:
        return {}

    def phrases(self, file: str) -> PhraseSet:
        """The phrases of a file, this language's own first."""
        if file not in self._phrases:
            found: dict[str, Phrase] = {}
            for tag in self.chain:
                content = self._folder.word_files(tag).get(file)
                for phrase in content.phrase if content else ():
                    found.setdefault(phrase.name, phrase)
            lists = {key: forms for (name, key), forms in self._lists.items() if name == file}
            self._phrases[file] = PhraseSet(tuple(found.values()), lists)
        return self._phrases[file]


@cache
def folder() -> Folder:
    """The languages of the package."""
    return Folder(files("onrecord") / "languages")


def tags() -> tuple[str, ...]:
    """All language folders, the root first.

    >>> tags()[0]
    'und'
    """
    return folder().tags


@cache
def language(tag: str | None) -> Language:
    """The language of a BCP 47 tag, or the nearest parent that has a folder; `und` for `None`.

    >>> language("en-GB").tag, language("xx").tag, language(None).tag
    ('en', 'und', 'und')
    """
    return folder().language(tag)


@cache
def everything() -> Language:
    """All languages at once, for text whose language is not known yet (labels, date lines)."""
    return folder().everything()


def _named(content: WordFile) -> set[str]:
    """The lists that rules and phrases of a file name."""
    patterns = (*(r.pattern for r in content.rule), *(p.words for p in content.phrase))
    return {m[2] or m[1] for pattern in patterns for m in PLACEHOLDER.finditer(pattern)}


def _word_files(
    path: Traversable, tag: str, inherited: Mapping[str, set[str]]
) -> dict[str, WordFile]:
    found: dict[str, WordFile] = {}
    for file in sorted(path.iterdir(), key=lambda f: f.name):
        if file.name == "language.toml" or not file.name.endswith(".toml"):
            continue
        name = file.name.removesuffix(".toml")
        if name not in FILES:
            raise DataError(f"languages/{tag}/{file.name}: unknown file; allowed: {sorted(FILES)}")
        content = _decoded(file, WordFile)
        _check(tag, name, content, inherited.get(name, set()))
        found[name] = content
    return found


def _check(tag: str, name: str, content: WordFile, inherited: set[str]) -> None:
    used = _named(content) | inherited
    where = f"languages/{tag}/{name}.toml"
    for key in content.list:
        if key not in used and key not in FILES[name] and tag != ROOT:
            raise DataError(f"{where}: list {key!r} is used by no rule and known to no code")
        if key in FILES[name] and key not in _named(content) and key not in content.examples:
            raise DataError(f"{where}: list {key!r} has no [examples.{key}]")
    for key in content.examples:
        if key not in content.list:
            raise DataError(f"{where}: examples of a list {key!r} that is not there")
    entries: tuple[Rule | Phrase, ...] = (*content.rule, *content.phrase)
    for entry in entries:
        if not entry.examples or not entry.not_:
            raise DataError(f"{where}: rule {entry.name!r} needs examples and counterexamples")


def _decoded(file: Traversable, kind: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, re.error) as error:
        raise DataError(f"{file}: {error}") from error
