"""Phrases: patterns over words instead of characters, and the one matcher that uses them.

Each word of a text becomes one character that stands for the set of lists that it is in; a phrase
is a regular expression over these (`languages/patterns.py`). Words that are in no list part the
text into short runs, most of which recur: what a run holds depends on its characters alone and is
remembered, so that a text is read at the speed of its look-ups. Phrases of one level are found
together, the longer first, then the earlier in the file; each is then one word, of its kind, to the
phrases of the next level. It knows no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.languages import patterns
from onrecord.languages.lexicon import UNKNOWN, WORD, Lexicon
from onrecord.languages.patterns import Pattern
from onrecord.languages.schema import Phrase, Value
from onrecord.text.normalize import fold

Features = dict[str, str]
CAPITAL = "capital"  # the list of words that count only with a capital letter
_FIELD = re.compile(r"\{(\w+)\}")
_RUN = re.compile(f"[^{UNKNOWN}]+{UNKNOWN}?")
_LONGEST = 120  # words of a run that are looked at together
_REMEMBERED = 40  # words of a run that is remembered
_KEPT = 50_000  # runs that are remembered
_APART = re.compile(r"\n\s*\n")


class Node(NamedTuple):
    """A phrase in a run: which, from which word to which, and its groups."""

    phrase: int
    start: int
    end: int
    parts: tuple[Part, ...]


class Part(NamedTuple):
    """A group of a phrase: its name, the list or kind, from which word to which; the phrase, if it
    is one."""

    group: str
    name: str
    start: int
    end: int
    node: Node | None


class Found(NamedTuple):
    """A phrase in a text: where, its name, its kind, its features, and the phrases in it."""

    start: int
    end: int
    rule: str
    kind: str
    features: Features
    inside: tuple[Found, ...]


class _Read(NamedTuple):
    """A paragraph: its words, where they stand, and where it stands in the text."""

    words: Sequence[str]
    spans: Sequence[tuple[int, int]]
    offset: int


class _Level(NamedTuple):
    """Phrases that are found together: by a character that a run must have for each, and those that
    need none."""

    patterns: tuple[Pattern, ...]
    by_need: Mapping[str, tuple[int, ...]]
    always: tuple[int, ...]

    def promising(self, there: set[str]) -> list[int]:
        """The numbers of the phrases that a run with such characters may hold."""
        found = set(self.always)
        for char in there & self.by_need.keys():
            found.update(self.by_need[char])
        if not found:
            return []
        absent = [(n, self.patterns[n].needs) for n in found]
        return [n for n, needs in absent if not any(map(there.isdisjoint, needs))]


Cell = tuple[int, int, Node | None]  # a word, or a phrase found at a lower level


class PhraseSet:
    """Phrases with the lists that they name, compiled at first use."""

    def __init__(self, phrases: Sequence[Phrase], lists: Mapping[str, Mapping[str, Value]]) -> None:
        self._phrases = phrases
        self._lists = lists
        self._memory: dict[str, tuple[Node, ...]] = {}

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._phrases)

    @cached_property
    def _lexicon(self) -> Lexicon:
        literals = {word for phrase in self._phrases for word in patterns.literals(phrase.words)}
        names = {CAPITAL, *(n for phrase in self._phrases for n in patterns.named(phrase.words))}
        lists = {name: forms for name, forms in self._lists.items() if name in names}
        return Lexicon(lists, sorted(literals), CAPITAL)

    @cached_property
    def _levels(self) -> tuple[_Level, ...]:
        kinds = sorted({phrase.kind for phrase in self._phrases})
        for kind in kinds:
            self._lexicon.kind(kind)
        self._lexicon.close()
        levels: dict[int, list[Pattern]] = {}
        for index, phrase in enumerate(self._phrases):
            pattern = patterns.compiled(index, phrase, self._lexicon, kinds)
            if pattern:
                levels.setdefault(phrase.level, []).append(pattern)
        return tuple(_level(levels[level]) for level in sorted(levels))

    def find(self, text: str) -> Iterator[Found]:
        """The phrases of a text that no other takes in, in order."""
        for paragraph, offset in _paragraphs(text):
            yield from self._in_paragraph(paragraph, offset)

    def every(self, text: str) -> Iterator[Found]:
        """All phrases of a text, also those in others and those that may not stand alone: slow, to
        tell why something was found or not."""
        for paragraph, offset in _paragraphs(text):
            read, chars = self._characters(paragraph, offset)
            for run in _RUN.finditer(chars):
                for node in self._parse(run[0]):
                    yield from _flat(self._told(node, run.start(), read))

    def _in_paragraph(self, text: str, offset: int) -> Iterator[Found]:
        levels = self._levels
        folded = fold(text)
        words = WORD.findall(folded)
        chars = self._lexicon.characters(words) if levels else ""
        read: _Read | None = None
        if self._capitals and self._capitals.search(chars):
            read, chars = self._characters(text, offset)
        memory = self._memory
        for run in _RUN.finditer(chars):
            nodes = memory.get(run[0])
            if nodes is None:
                nodes = self._remembered(run[0])
            if nodes:
                if read is None:
                    read = _Read(words, [m.span() for m in WORD.finditer(folded)], offset)
                for node in nodes:
                    yield self._told(node, run.start(), read)

    def _characters(self, text: str, offset: int) -> tuple[_Read, str]:
        """A paragraph read, words that need a capital and have none put right."""
        found = list(WORD.finditer(fold(text)))
        read = _Read([m[0] for m in found], [m.span() for m in found], offset)
        if not self._levels:
            return read, ""
        chars = list(self._lexicon.characters(read.words))
        if self._capitals:
            for match in self._capitals.finditer("".join(chars)):
                at = match.start()
                if text[read.spans[at][0]].islower():
                    chars[at] = self._lexicon.small(read.words[at])
        return read, "".join(chars)

    @cached_property
    def _capitals(self) -> re.Pattern[str] | None:
        marked = self._lexicon.needs_capital
        return re.compile(f"[{marked}]") if marked else None

    def _remembered(self, run: str) -> tuple[Node, ...]:
        if len(run) > _LONGEST:  # a list or table: read in parts
            parts = (run[at : at + _LONGEST] for at in range(0, len(run), _LONGEST))
            return tuple(
                _moved(node, n * _LONGEST)
                for n, part in enumerate(parts)
                for node in self._remembered(part)
            )
        nodes = tuple(n for n in self._parse(run) if self._phrases[n.phrase].whole)
        if len(run) <= _REMEMBERED:
            if len(self._memory) > _KEPT:
                self._memory.clear()
            self._memory[run] = nodes
        return nodes

    def _parse(self, run: str) -> tuple[Node, ...]:
        cells: list[Cell] = [(n, n + 1, None) for n in range(len(run))]
        there = set(run)
        for level in self._levels:
            numbers = level.promising(there)
            if not numbers:
                continue
            pieces: list[str] = []
            merged: list[Cell] = []
            at = 0
            for first, last, node in _best(run, level, numbers, cells):
                pieces += (run[at:first], self._lexicon.kind(self._phrases[node.phrase].kind))
                merged += [*cells[at:first], (node.start, node.end, node)]
                at = last
            if at:
                run = "".join([*pieces, run[at:]])
                cells = [*merged, *cells[at:]]
                there = set(run)
        return tuple(node for _, _, node in cells if node)

    def _told(self, node: Node, base: int, read: _Read) -> Found:
        phrase = self._phrases[node.phrase]
        values: dict[str, str | Features] = {}
        inside: list[Found] = []
        for part in node.parts:
            if part.node is not None:
                inside.append(self._told(part.node, base, read))
                values[part.group] = inside[-1].features
            else:
                words = tuple(read.words[base + part.start : base + part.end])
                values[part.group] = self._lexicon.value(part.name, words)
        return Found(
            read.spans[base + node.start][0] + read.offset,
            read.spans[base + node.end - 1][1] + read.offset,
            phrase.name,
            phrase.kind,
            features(phrase.value, values),
            tuple(inside),
        )


def _paragraphs(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for gap in _APART.finditer(text):
        yield text[start : gap.start()], start
        start = gap.end()
    yield (text[start:] if start else text), start


def _level(patterns: Sequence[Pattern]) -> _Level:
    by_need: dict[str, list[int]] = {}
    for n, pattern in enumerate(patterns):
        for char in min(pattern.needs, key=len, default=frozenset()):
            by_need.setdefault(char, []).append(n)
    always = tuple(n for n, pattern in enumerate(patterns) if not pattern.needs)
    known = {char: tuple(numbers) for char, numbers in by_need.items()}
    return _Level(tuple(patterns), known, always)


def _best(
    run: str, level: _Level, numbers: Sequence[int], cells: Sequence[Cell]
) -> list[tuple[int, int, Node]]:
    """The phrases of a level that do not overlap: the longer, then the earlier in the file."""
    ranked: list[tuple[int, int, int, Pattern, re.Match[str]]] = []
    for order in numbers:
        pattern = level.patterns[order]
        for match in pattern.expression.finditer(run):
            start, end = match.span()
            if start < end:
                ranked.append((start - end, order, start, pattern, match))
    if not ranked:
        return []
    ranked.sort(key=lambda item: item[:3])
    free = [True] * len(run)
    kept: list[tuple[int, int, Node]] = []
    for _, _, _, pattern, match in ranked:
        start, end = match.span()
        if all(free[start:end]):
            free[start:end] = [False] * (end - start)
            kept.append((start, end, _node(pattern, match, cells)))
    return sorted(kept, key=lambda item: item[0])


def _node(pattern: Pattern, match: re.Match[str], cells: Sequence[Cell]) -> Node:
    parts = []
    for key, (group, name) in pattern.groups.items():
        start, end = match.span(key)
        if start >= 0:
            parts.append(Part(group, name, cells[start][0], cells[end - 1][1], cells[start][2]))
    first, last = match.span()
    return Node(pattern.phrase, cells[first][0], cells[last - 1][1], tuple(parts))


def _moved(node: Node, by: int) -> Node:
    parts = tuple(
        part._replace(
            start=part.start + by,
            end=part.end + by,
            node=_moved(part.node, by) if part.node else None,
        )
        for part in node.parts
    )
    return Node(node.phrase, node.start + by, node.end + by, parts)


def _flat(found: Found) -> Iterator[Found]:
    yield found
    for part in found.inside:
        yield from _flat(part)


def features(template: str, values: Mapping[str, str | Features]) -> Features:
    """What a phrase says: `key=value` pairs, with the values of its groups; a pair whose group is
    not there is left out, and a group alone gives all that it says.

    >>> features("shift=past {num} unit={unit} mod={mod}", {"num": {"n": "3"}, "unit": "Y"})
    {'shift': 'past', 'n': '3', 'unit': 'Y'}
    """
    told: Features = {}
    for field in template.split():
        key, equals, value = field.partition("=")
        if not equals:
            part = values.get(key[1:-1])
            if isinstance(part, dict):
                told |= part
            continue
        if all(name in values for name in _FIELD.findall(value)):
            told[key] = _FIELD.sub(lambda m: _plain(values[m[1]]), value)
    return told


def _plain(value: str | Features) -> str:
    return value if isinstance(value, str) else value.get("n", "")


def shown(told: Mapping[str, str]) -> str:
    """Features as one line.

    >>> shown({"n": "3", "unit": "Y"})
    'n=3 unit=Y'
    """
    return " ".join(f"{key}={value}" for key, value in told.items())
