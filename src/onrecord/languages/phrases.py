"""Phrases: patterns over words instead of characters, and the one matcher that uses them.

Each word of a text becomes one character that stands for the set of lists that it is in; a phrase
is a regular expression over these. Words known to no list part the text into short runs, most of
which recur: what a run holds depends on its characters alone and is remembered, so that a text is
read at the speed of its look-ups. Phrases of one level are found together, the longer first, then
the earlier in the file; each is then one word, of its kind, to the phrases of the next level.

A pattern has `{list}`, `{name:list}`, `{kind}` of a lower level, `{kind:name}` likewise under
another name, plain words, marks (`, - / : ' "` as they are, others after `\\`), `~` for any word,
`_` for one that is in no list (at the end of a run), and `( | ) ? * + (?: (?= (?! (?<= (?<!` with their usual meaning. It knows no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.lexicon import UNKNOWN, WORD, Lexicon, words_of
from onrecord.languages.schema import Phrase, Value
from onrecord.text.normalize import fold

Features = dict[str, str]
_ATOM = re.compile(
    r"\s+|(?P<op>\(\?(?:[:=!]|<[=!])|[()|?*+^$])|\{(?P<a>\w+)(?::(?P<b>\w+))?\}|(?P<any>[~_])"
    r"|\\(?P<mark>.)|(?P<word>[^\W\d_]+|\d+|[^\w\s])"
)
_FIELD = re.compile(r"\{(\w+)\}")
_RUN = re.compile(f"[^{UNKNOWN}]+{UNKNOWN}?")
_LONGEST = 120  # words of a run that are looked at together
_REMEMBERED = 40  # words of a run that is remembered
_KEPT = 50_000
_APART = re.compile(r"\n\s*\n")
CAPITAL = "capital"


class Node(NamedTuple):
    """A phrase in a run: which, from which word to which, and what its groups are."""

    phrase: int
    start: int
    end: int
    parts: tuple[tuple[str, str, int, int, Node | None], ...]  # group, list, start, end, phrase


class Found(NamedTuple):
    """A phrase in a text: where, its name, its kind, its features, and the phrases in it."""

    start: int
    end: int
    rule: str
    kind: str
    features: Features
    inside: tuple[Found, ...]


class _Compiled(NamedTuple):
    index: int
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    groups: Mapping[str, tuple[str, str]]  # in the pattern: (as the phrase calls it, list or kind)


class PhraseSet:
    """Phrases with the lists that they name, compiled at first use."""

    def __init__(self, phrases: Sequence[Phrase], lists: Mapping[str, Mapping[str, Value]]) -> None:
        self._phrases = phrases
        self._lists = lists
        self._memory: dict[str, tuple[Node, ...]] = {}

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._phrases)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(phrase.kind for phrase in self._phrases)

    @cached_property
    def _lexicon(self) -> Lexicon:
        literals = {m["word"] or m["mark"] for p in self._phrases for m in _atoms(p.words)}
        named = {m["b"] or m["a"] for p in self._phrases for m in _atoms(p.words)}
        lists = {name: forms for name, forms in self._lists.items() if name in {*named, CAPITAL}}
        return Lexicon(lists, literals - {None, ""}, CAPITAL)

    @cached_property
    def _levels(self) -> tuple[tuple[_Compiled, ...], ...]:
        for kind in sorted(self._kinds):
            self._lexicon.kind(kind)
        self._lexicon.close()
        levels: dict[int, list[_Compiled]] = {}
        for index, phrase in enumerate(self._phrases):
            compiled = self._compile(index, phrase)
            if compiled:
                levels.setdefault(phrase.level, []).append(compiled)
        return tuple(tuple(levels[level]) for level in sorted(levels))

    def _compile(self, index: int, phrase: Phrase) -> _Compiled | None:
        """A phrase as a regular expression over characters of the lexicon; `None` where the
        language lacks the words for it."""
        pieces: list[str] = []
        groups: dict[str, tuple[str, str]] = {}
        atoms = list(_atoms(phrase.words))
        alternatives = _has_top_alternatives(atoms)
        needs: list[frozenset[str]] = []
        depth = 0
        behind = 0  # depth at which a look behind began: it has a fixed width
        for n, atom in enumerate(atoms):
            piece, chars = self._piece(phrase, atom, groups, bool(behind))
            if (atom["op"] or "").startswith("(?<"):
                behind = depth + 1
            elif atom["op"] == ")" and depth == behind:
                behind = 0
            depth += (atom["op"] or "").startswith("(") - (atom["op"] == ")")
            optional = n + 1 < len(atoms) and (atoms[n + 1]["op"] or "") in {"?", "*"}
            if chars is not None and not depth and not optional and not alternatives:
                if not chars:
                    return None
                needs.append(frozenset(chars))
            pieces.append(piece)
        try:
            pattern = re.compile("".join(pieces))
        except re.error as error:
            raise DataError(f"phrase {phrase.name!r}: {error}") from error
        return _Compiled(index, pattern, tuple(needs), groups)

    def _piece(
        self, phrase: Phrase, atom: re.Match[str], groups: dict[str, tuple[str, str]], behind: bool
    ) -> tuple[str, set[str] | None]:
        """What an atom of a pattern becomes, and with which characters it may begin. Only what
        the value names is a group; a name may stand more than once."""
        if atom["op"]:
            return atom["op"], None
        if atom["any"]:
            return ("." if atom["any"] == "~" else UNKNOWN), None
        if not atom["a"]:
            chars = self._lexicon.members("=" + fold(atom["word"] or atom["mark"]))
            return f"[{chars}]", set(chars)
        group, name = atom["a"], atom["b"] or atom["a"]
        if name in self._kinds:
            chars, longer = self._lexicon.members("<" + name), []
        elif name in self._lists:
            chars = self._lexicon.members(name)
            longer = sorted(self._lexicon.sequences.get(name, ()), key=len, reverse=True)
        else:
            chars, longer = "", []
        if behind:
            return (f"[{chars}]" if chars else "(?!)"), None
        choices = [
            "".join(f"[{self._lexicon.members('=' + w)}]" for w in words) for words in longer
        ]
        firsts = {c for words in longer for c in self._lexicon.members("=" + words[0])}
        if chars:
            choices.append(f"[{chars}]")
        body = "|".join(choices) or "(?!)"
        if "{" + group + "}" not in phrase.value:
            return f"(?:{body})", firsts | set(chars)
        key = f"g{len(groups)}"
        groups[key] = (group, name)
        return f"(?P<{key}>{body})", firsts | set(chars)

    def find(self, text: str) -> Iterator[Found]:
        """The phrases of a text that no other takes in, in order."""
        start = 0
        for gap in _APART.finditer(text):
            yield from self._in_paragraph(text[start : gap.start()], start)
            start = gap.end()
        yield from self._in_paragraph(text[start:] if start else text, start)

    def _in_paragraph(self, text: str, offset: int) -> Iterator[Found]:
        levels = self._levels
        folded = fold(text)
        words = WORD.findall(folded)
        known, character = self._lexicon._table.get, self._lexicon.character
        chars = "".join([known(word) or character(word) for word in words])
        spans: list[tuple[int, int]] | None = None
        if self._capitals and self._capitals.search(chars):
            spans = [m.span() for m in WORD.finditer(folded)]
            chars = self._small(text, chars, words, spans)
        memory = self._memory
        for run in _RUN.finditer(chars):
            key = run[0]
            nodes = memory.get(key)
            if nodes is None:
                nodes = self._read(key, levels)
            if nodes:
                if spans is None:
                    spans = [m.span() for m in WORD.finditer(folded)]
                for node in nodes:
                    yield self._told(node, run.start(), words, spans, offset)

    @cached_property
    def _capitals(self) -> re.Pattern[str] | None:
        marked = self._lexicon.needs_capital
        return re.compile(f"[{marked}]") if marked else None

    def _small(
        self, text: str, chars: str, words: Sequence[str], spans: Sequence[tuple[int, int]]
    ) -> str:
        """The characters, with those words put right that would need a capital and have none."""
        assert self._capitals
        found = list(chars)
        for match in self._capitals.finditer(chars):
            at = match.start()
            if text[spans[at][0]].islower():
                found[at] = self._lexicon.small(words[at])
        return "".join(found)

    def _read(self, run: str, levels: Sequence[Sequence[_Compiled]]) -> tuple[Node, ...]:
        if len(run) > _LONGEST:  # a list or table: read in parts
            parts = (run[at : at + _LONGEST] for at in range(0, len(run), _LONGEST))
            return tuple(
                _moved(node, n * _LONGEST)
                for n, part in enumerate(parts)
                for node in self._read(part, levels)
            )
        nodes = self._parse(run, levels)
        if len(run) <= _REMEMBERED:
            if len(self._memory) > _KEPT:
                self._memory.clear()
            self._memory[run] = nodes
        return nodes

    def _parse(self, run: str, levels: Sequence[Sequence[_Compiled]]) -> tuple[Node, ...]:
        # one cell a word, or a phrase found at a lower level
        cells: list[tuple[int, int, Node | None]] = [(n, n + 1, None) for n in range(len(run))]
        for level in levels:
            found = self._best(run, level, cells)
            if not found:
                continue
            pieces: list[str] = []
            merged: list[tuple[int, int, Node | None]] = []
            at = 0
            for first, last, node in found:
                pieces += (run[at:first], self._lexicon.kind(self._phrases[node.phrase].kind))
                merged += [*cells[at:first], (node.start, node.end, node)]
                at = last
            run = "".join([*pieces, run[at:]])
            cells = [*merged, *cells[at:]]
        return tuple(n for _, _, n in cells if n and self._phrases[n.phrase].whole)

    def _best(
        self,
        run: str,
        level: Sequence[_Compiled],
        cells: Sequence[tuple[int, int, Node | None]],
    ) -> list[tuple[int, int, Node]]:
        """The phrases of a level that do not overlap: the longer, then the earlier in the file."""
        there = set(run)
        ranked: list[tuple[int, int, int, _Compiled, re.Match[str]]] = []
        for order, rule in enumerate(level):
            if any(need.isdisjoint(there) for need in rule.needs):
                continue
            for match in rule.pattern.finditer(run):
                start, end = match.span()
                if start < end:
                    ranked.append((start - end, order, start, rule, match))
        ranked.sort(key=lambda item: item[:3])
        free = [True] * len(run)
        kept: list[tuple[int, int, Node]] = []
        for _, _, _, rule, match in ranked:
            start, end = match.span()
            if all(free[start:end]):
                free[start:end] = [False] * (end - start)
                kept.append((start, end, _node(rule, match, cells)))
        return sorted(kept, key=lambda item: item[0])

    def _told(
        self,
        node: Node,
        base: int,
        words: Sequence[str],
        spans: Sequence[tuple[int, int]],
        offset: int,
    ) -> Found:
        phrase = self._phrases[node.phrase]
        values: dict[str, str | Features] = {}
        inside: list[Found] = []
        for group, name, start, end, child in node.parts:
            if child is not None:
                part = self._told(child, base, words, spans, offset)
                inside.append(part)
                values[group] = part.features
            else:
                values[group] = self._lexicon.value(name, tuple(words[base + start : base + end]))
        return Found(
            spans[base + node.start][0] + offset,
            spans[base + node.end - 1][1] + offset,
            phrase.name,
            phrase.kind,
            features(phrase.value, values),
            tuple(inside),
        )


def _node(
    rule: _Compiled, match: re.Match[str], cells: Sequence[tuple[int, int, Node | None]]
) -> Node:
    parts = []
    for key, (group, name) in rule.groups.items():
        start, end = match.span(key)
        if start >= 0:
            parts.append((group, name, cells[start][0], cells[end - 1][1], cells[start][2]))
    first, last = match.span()
    return Node(rule.index, cells[first][0], cells[last - 1][1], tuple(parts))


def _moved(node: Node, by: int) -> Node:
    parts = tuple(
        (group, name, start + by, end + by, _moved(child, by) if child else None)
        for group, name, start, end, child in node.parts
    )
    return Node(node.phrase, node.start + by, node.end + by, parts)


def _atoms(pattern: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(pattern):
        atom = _ATOM.match(pattern, at)
        if atom is None:
            raise DataError(f"phrase {pattern!r}: unreadable from {pattern[at:]!r}")
        at = atom.end()
        if atom.lastgroup:
            yield atom


def _has_top_alternatives(atoms: Sequence[re.Match[str]]) -> bool:
    depth = 0
    for atom in atoms:
        depth += (atom["op"] or "").startswith("(") - (atom["op"] == ")")
        if atom["op"] == "|" and not depth:
            return True
    return False


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
            elif part is not None:
                told[key[1:-1]] = part
            continue
        names = _FIELD.findall(value)
        if any(name not in values for name in names):
            continue
        told[key] = _FIELD.sub(lambda m: _plain(values[m[1]]), value)
    return told


def _plain(value: str | Features) -> str:
    return value if isinstance(value, str) else value.get("n", "")


def shown(told: Features) -> str:
    """Features as one line.

    >>> shown({"n": "3", "unit": "Y"})
    'n=3 unit=Y'
    """
    return " ".join(f"{key}={value}" for key, value in told.items())


__all__ = ["Found", "PhraseSet", "features", "shown", "words_of"]
