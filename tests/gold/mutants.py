"""Rules of the language data with one taken out, and whether the examples of the data notice.

A `rule` is noticed if its file, read as the program reads it (the kind of a title, the best dates
of a line), says otherwise of any example. A `phrase` is noticed if times are read otherwise in the
texts written for them. A list or form is noticed if an example of its list has another value, or a
rule or phrase that names the list fails on its examples, or the texts of times are read otherwise.
What a language inherits is noticed if any of its heirs notices.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple
from unittest.mock import patch

from onrecord.annotate.document import Document
from onrecord.annotate.times import annotate
from onrecord.errors import DataError
from onrecord.extract.kind_words import is_name, of_words, opens
from onrecord.languages.lexicon import expanded
from onrecord.languages.loader import Language, folder, language
from onrecord.languages.phrases import PhraseSet, shown
from onrecord.languages.rules import PLACEHOLDER, RuleSet
from onrecord.languages.schema import ListExamples, Phrase, Value
from onrecord.text.normalize import fold
from tests.gold.times_quality import FOLDER, languages
from tests.support import marked

Lists = dict[str, dict[str, Value]]


class Mutant(NamedTuple):
    """What is taken out: its kind, file, language and name; of a form: of which list, and whether
    it is a pattern, not words written out."""

    kind: str
    file: str
    tag: str
    name: str
    list: str = ""
    pattern: bool = False


def mutants() -> Iterator[Mutant]:
    """All rules of the language data."""
    for tag in folder().tags:
        for file, content in folder().word_files(tag).items():
            yield from (Mutant("phrase", file, tag, p.name) for p in content.phrase)
            yield from (Mutant("rule", file, tag, rule.name) for rule in content.rule)
            for name, forms in content.list.items():
                yield Mutant("list", file, tag, name, name)
                for form in forms:
                    yield Mutant("form", file, tag, form, name, expanded(form) is None)


def noticed(mutant: Mutant) -> bool:
    """Do the examples of the data, or of any heir, notice that a rule is not there?"""
    tries = {"phrase": _phrase, "rule": _rule, "list": _words, "form": _words}
    try:
        return any(tries[mutant.kind](mutant, tag) for tag in _heirs(mutant.tag))
    except DataError:  # what is left cannot be read at all
        return True


@cache
def _heirs(tag: str) -> tuple[str, ...]:
    """A language and those that inherit from it."""
    return (tag, *(t for t in folder().tags if t != tag and tag in language(t).chain))


def _replaced(mutant: Mutant, tag: str, rules: bool) -> bool:
    """Has an heir another rule of that name, so that the loss cannot touch it?"""
    for nearer in language(tag).chain:
        if nearer == mutant.tag:
            return False
        content = folder().word_files(nearer).get(mutant.file)
        held = (content.rule if rules else content.phrase) if content else ()
        if any(one.name == mutant.name for one in held):
            return True
    return False


# Rules


def _rule(mutant: Mutant, tag: str) -> bool:
    if _replaced(mutant, tag, rules=True):
        return False
    rules = language(tag).rules(mutant.file)
    kept = tuple(rule for rule in rules if rule.name != mutant.name)
    rest = RuleSet(kept, _lists(tag, mutant.file), language(tag).info.spaces)
    less = _Changed(tag, mutant.file, rest)
    own = next(rule for rule in rules if rule.name == mutant.name)
    texts = [*own.examples, *_examples(tag, mutant.file)]
    return any(_read(language(tag), mutant, text) != _read(less, mutant, text) for text in texts)


class _Changed(Language):
    """A language with other rules."""

    def __init__(self, tag: str, file: str, rules: RuleSet) -> None:
        whole = language(tag)
        super().__init__(whole.tag, whole.info, whole.chain, folder())
        self._rules[file] = rules


def _read(words: Language, mutant: Mutant, text: str) -> object:
    """What the program takes from a text, whichever rule says it."""
    if mutant.file == "titles":
        named = of_words(text, words)
        return named and named[0], opens(text, words), is_name(text, words)
    return [(m.start, m.end, m.value) for m in words.rules(mutant.file).best(text)]


@cache
def _examples(tag: str, file: str) -> tuple[str, ...]:
    return tuple(text for rule in language(tag).rules(file) for text in rule.examples)


@cache
def _lists(tag: str, file: str) -> Lists:
    """The lists of a file of a language, with those that it inherits."""
    chain = language(tag).chain
    contents = [folder().word_files(t).get(file) for t in chain]
    names = {name for content in contents if content for name in content.list}
    return {name: dict(language(tag).listed(file, name)) for name in names}


# Words: lists and their forms


def _words(mutant: Mutant, tag: str) -> bool:
    lists = _lists(tag, mutant.file)
    given = _list_examples(tag, mutant.file, mutant.list)
    if given and tag == mutant.tag and value_changes(mutant, lists[mutant.list], given):
        return True
    return _rules_fail(mutant, tag) or (mutant.file == "times" and _times_change(mutant, tag))


def _list_examples(tag: str, file: str, name: str) -> ListExamples | None:
    content = folder().word_files(tag).get(file)
    return content.examples.get(name) if content else None


def _out(mutant: Mutant, form: str) -> bool:
    """Is a form of the list taken out? What the parents have of the same form stays."""
    if form not in folder().word_files(mutant.tag)[mutant.file].list[mutant.list]:
        return False
    return mutant.kind == "list" or form == mutant.name


def value_changes(mutant: Mutant, forms: dict[str, Value], given: ListExamples) -> bool:
    """Has an example another value, or none, without what is taken out?"""
    for text in given.match:
        values = [(form, forms[form]) for form in forms if _whole(form).fullmatch(fold(text))]
        rest = [(form, value) for form, value in values if not _out(mutant, form)]
        if values and (not rest or rest[0][1] != values[0][1]):
            return True
    return False


@cache
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(_folded(form))


@cache
def _anywhere(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_folded(form)})(?![^\W\d_])")


def _folded(form: str) -> str:
    pieces = re.split(r"(\\.)", form)
    return "".join(p if n % 2 else fold(p) for n, p in enumerate(pieces))


def _less(mutant: Mutant, tag: str) -> Lists:
    lists = _lists(tag, mutant.file)
    left = {form: value for form, value in lists[mutant.list].items() if not _out(mutant, form)}
    return lists | {mutant.list: left}


def _rules_fail(mutant: Mutant, tag: str) -> bool:
    named = [
        rule
        for rule in language(tag).rules(mutant.file)
        if any((m[2] or m[1]) == mutant.list for m in PLACEHOLDER.finditer(rule.pattern))
        and any(_may_hold(mutant, text) for text in rule.examples)
    ]
    if not named:
        return False
    less = RuleSet(named, _less(mutant, tag), language(tag).info.spaces)
    return any(
        value not in [m.value for m in less.find(text) if m.rule == rule.name]
        for rule in named
        for text, value in rule.examples.items()
        if value in [m.value for m in language(tag).rules(mutant.file).find(text)]
    )


def _may_hold(mutant: Mutant, text: str) -> bool:
    return mutant.kind == "list" or bool(_anywhere(mutant.name).search(fold(text)))


# Times


def _phrase(mutant: Mutant, tag: str) -> bool:
    if _replaced(mutant, tag, rules=False):
        return False
    kept = tuple(p for p in language(tag).phrases(mutant.file) if p.name != mutant.name)
    return _read_otherwise(tag, PhraseSet(kept, _lists(tag, mutant.file)), _as_is(tag))


def _times_change(mutant: Mutant, tag: str) -> bool:
    texts = [text for text in _as_is(tag) if _may_hold(mutant, text)]
    phrases = tuple(language(tag).phrases("times"))
    held = [
        phrase
        for phrase in phrases
        if (phrase.language or mutant.tag) == tag
        and any(_may_hold(mutant, text) for text in phrase.examples)
    ]
    if not texts and not held:
        return False
    less = PhraseSet(phrases, _less(mutant, tag))
    fails = any(
        value in _told(language(tag).phrases("times"), phrase, text)
        and value not in _told(less, phrase, text)
        for phrase in held
        for text, value in phrase.examples.items()
    )
    return fails or _read_otherwise(tag, less, texts)


def _told(phrases: PhraseSet, phrase: Phrase, text: str) -> list[str]:
    return [shown(f.features) for f in phrases.every(text) if f.rule == phrase.name]


def _read_otherwise(tag: str, less: PhraseSet, texts: Iterable[str]) -> bool:
    whole = _as_is(tag)
    with patch.object(Language, "phrases", lambda self, file: less):
        return any(_times(tag, text) != whole[text] for text in texts)


@cache
def _said(tag: str) -> str:
    """When the texts of a language were said."""
    return str(_written(tag)["said"])


@cache
def _as_is(tag: str) -> dict[str, list[str]]:
    """The texts written for times in a language, and what is read in each with all phrases."""
    if tag not in languages():
        return {}
    texts = [marked(notation)[0] for notation in _written(tag)["texts"]]
    return {text: _times(tag, text) for text in texts}


@cache
def _written(tag: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))


def _times(tag: str, text: str) -> list[str]:
    found = annotate(Document(text=text, language=tag, date=_said(tag)))
    return [f"{a.quote} = {a.value}" for a in found]
