"""Which counterexamples stand near enough to their rule to prove something.

One is near if a word of the rule stands in it (the trigger is there, and the rule still does not
see it), or the beginning of one: "startled" beside "start". Of a list: if a form stands in the text
without regard to where words end, or begins as a word of the text does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.languages.lexicon import expanded
from onrecord.languages.loader import folder, language
from onrecord.languages.patterns import literals, named
from onrecord.languages.rules import PLACEHOLDER
from onrecord.text.normalize import fold

_BEGINNING = 3  # letters that two words share at least
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"\\.|[^\W\d_]{2,}")


class Counterexample(NamedTuple):
    """A counterexample: where it stands, of which rule or list, and is it near to it?"""

    tag: str
    file: str
    kind: str
    name: str
    text: str
    near: bool


def counterexamples() -> Iterator[Counterexample]:
    """All of the language data."""
    for tag in folder().tags:
        for file, content in folder().word_files(tag).items():
            for rule in content.rule:
                lists = {m[2] or m[1] for m in PLACEHOLDER.finditer(rule.pattern)}
                plain = _PLAIN.findall(PLACEHOLDER.sub(" ", rule.pattern))
                words = frozenset(fold(w) for w in plain if w[0] != "\\")
                for text in rule.not_:
                    near = _near_to(text, tag, file, lists, words)
                    yield Counterexample(tag, file, "rule", rule.name, text, near)
            for phrase in content.phrase:
                spoken = phrase.language or tag
                for text in phrase.not_:
                    words = frozenset(literals(phrase.words))
                    near = _near_to(text, spoken, file, set(named(phrase.words)), words)
                    yield Counterexample(tag, file, "phrase", phrase.name, text, near)
            for name, given in content.examples.items():
                for text in given.not_:
                    near = _near_to(text, tag, file, {name}, frozenset())
                    yield Counterexample(tag, file, "list", name, text, near)


def _near_to(text: str, tag: str, file: str, lists: set[str], words: frozenset[str]) -> bool:
    folded = fold(text)
    if set(_WORD.findall(folded)) & words or any(w in folded for w in words if len(w) > _BEGINNING):
        return True
    return any(_is_beside(folded, language(tag).listed(file, name)) for name in lists)


def _is_beside(folded: str, forms: Iterable[str]) -> bool:
    beginnings = {word[:_BEGINNING] for word in _WORD.findall(folded) if len(word) >= _BEGINNING}
    return any(_loose(form).search(folded) or beginnings & _beginnings(form) for form in forms)


@cache
def _loose(form: str) -> re.Pattern[str]:
    return re.compile("".join(p if n % 2 else fold(p) for n, p in enumerate(_split(form))))


def _split(form: str) -> list[str]:
    return re.split(r"(\\.)", form)


@cache
def _beginnings(form: str) -> frozenset[str]:
    words = expanded(form) or _PLAIN.findall(form)
    return frozenset(
        fold(part)[:_BEGINNING]
        for word in words
        for part in _WORD.findall(word)
        if len(part) >= _BEGINNING
    )


def table(tags: Sequence[str], files: Sequence[str], most: int) -> Iterator[str]:
    """A line a file: how many are near; then some of those that are not."""
    asked = [
        one
        for one in counterexamples()
        if (not tags or one.tag in tags) and (not files or one.file in files)
    ]
    whole, near = Counter(o.file for o in asked), Counter(o.file for o in asked if o.near)
    yield from (f"{file:12} {near[file]} of {whole[file]}" for file in sorted(whole))
    yield f"counterexamples that stand near to their rule: {near.total()} of {whole.total()}"
    far = [one for one in asked if not one.near]
    for one in far[:most]:
        yield f"far: {one.tag}/{one.file} {one.kind} {one.name!r}: {one.text!r}"
