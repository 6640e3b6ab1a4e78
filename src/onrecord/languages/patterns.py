"""The patterns of phrases, as regular expressions over the characters of a lexicon.

A pattern has `{list}`, `{name:list}`, `{kind}` of a phrase of a lower level, `{name:kind}`, plain
words, marks (`, - / : ' "` as they are, others after a backslash), `~` for any word, `_` for one
that is in no list (at the end of a run), and `( | ) ? * + (?: (?= (?! (?<= (?<!` with their usual
meaning. A list that the language lacks matches nothing. It knows no language and no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.errors import DataError
from onrecord.languages.lexicon import UNKNOWN, Lexicon
from onrecord.languages.schema import Phrase
from onrecord.text.normalize import fold

_ATOM = re.compile(
    r"\s+|(?P<op>\(\?(?:[:=!]|<[=!])|[()|?*+^$])|\{(?P<a>\w+)(?::(?P<b>\w+))?\}|(?P<any>[~_])"
    r"|\\(?P<mark>.)|(?P<word>[^\W\d_]+|\d+|[^\w\s{}\\])"
)
_NOTHING = "(?!)"


class Pattern(NamedTuple):
    """A compiled phrase. `needs`: of each of these sets a run must have a character; `groups`: what
    the phrase calls a group of the expression, and the list or kind that it names."""

    phrase: int
    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    groups: Mapping[str, tuple[str, str]]


def literals(words: str) -> Iterator[str]:
    """The plain words and marks of a pattern.

    >>> list(literals("{the}? year ' s \\\\."))
    ['year', "'", 's', '.']
    """
    return (fold(m["word"] or m["mark"]) for m in _atoms(words) if m["word"] or m["mark"])


def named(words: str) -> Iterator[str]:
    """The lists and kinds that a pattern names.

    >>> list(named("{the}? {last:day}"))
    ['the', 'day']
    """
    return (m["b"] or m["a"] for m in _atoms(words) if m["a"])


def compiled(index: int, phrase: Phrase, lexicon: Lexicon, kinds: Iterable[str]) -> Pattern | None:
    """A phrase as a regular expression; `None` where the language lacks the words for it."""
    return _Compiler(phrase, lexicon, frozenset(kinds)).pattern(index)


class _Compiler:
    def __init__(self, phrase: Phrase, lexicon: Lexicon, kinds: frozenset[str]) -> None:
        self._phrase = phrase
        self._lexicon = lexicon
        self._kinds = kinds
        self._groups: dict[str, tuple[str, str]] = {}

    def pattern(self, index: int) -> Pattern | None:
        atoms = list(_atoms(self._phrase.words))
        choices = _has_choices(atoms)
        pieces: list[str] = []
        needs: list[frozenset[str]] = []
        depth = behind = 0  # `behind`: the depth of a look behind, which has a fixed width
        for n, atom in enumerate(atoms):
            op = atom["op"] or ""
            piece, first = self._piece(atom, bool(behind))
            if op.startswith("(?<"):
                behind = depth + 1
            elif op == ")" and depth == behind:
                behind = 0
            depth += op.startswith("(") - (op == ")")
            optional = n + 1 < len(atoms) and (atoms[n + 1]["op"] or "") in {"?", "*"}
            if first is not None and not (depth or optional or choices):
                if not first:
                    return None
                needs.append(frozenset(first))
            pieces.append(piece)
        return Pattern(index, self._expression(pieces), tuple(needs), self._groups)

    def _expression(self, pieces: Sequence[str]) -> re.Pattern[str]:
        try:
            return re.compile("".join(pieces))
        except re.error as error:
            raise DataError(f"phrase {self._phrase.name!r}: {error}") from error

    def _piece(self, atom: re.Match[str], behind: bool) -> tuple[str, str | None]:
        """What an atom becomes, and with which characters it may begin (`None`: no word)."""
        if atom["op"]:
            return atom["op"], None
        if atom["any"]:
            return ("." if atom["any"] == "~" else UNKNOWN), None
        if not atom["a"]:
            chars = self._lexicon.members("=" + fold(atom["word"] or atom["mark"]))
            return _one_of(chars), chars
        return self._group(atom["a"], atom["b"] or atom["a"], behind)

    def _group(self, group: str, name: str, behind: bool) -> tuple[str, str | None]:
        """Only what the value names is a group; a name may stand more than once."""
        kind = name in self._kinds
        chars = self._lexicon.members("<" + name if kind else name)
        if behind:
            return _one_of(chars), None
        longer = () if kind else self._lexicon.sequences.get(name, ())
        steps = [[self._lexicon.members("=" + word) for word in words] for words in longer]
        steps.sort(key=len, reverse=True)
        choices = ["".join(map(_one_of, step)) for step in steps]
        body = "|".join([*choices, *([_one_of(chars)] if chars else [])]) or _NOTHING
        first = "".join({*chars, *(char for step in steps for char in step[0])})
        if "{" + group + "}" not in self._phrase.value:
            return f"(?:{body})", first
        key = f"g{len(self._groups)}"
        self._groups[key] = (group, name)
        return f"(?P<{key}>{body})", first


def _one_of(chars: str) -> str:
    return f"[{chars}]" if chars else _NOTHING


def _atoms(pattern: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(pattern):
        atom = _ATOM.match(pattern, at)
        if atom is None:
            raise DataError(f"phrase {pattern!r}: unreadable from {pattern[at:]!r}")
        at = atom.end()
        if atom.lastgroup:
            yield atom


def _has_choices(atoms: Sequence[re.Match[str]]) -> bool:
    """Are there alternatives outside of all brackets?"""
    depth = 0
    for atom in atoms:
        op = atom["op"] or ""
        depth += op.startswith("(") - (op == ")")
        if op == "|" and not depth:
            return True
    return False
