"""The words of a stretch of text and what each may be to a quotation: cue, subject, link.

Knows no word: they are lists of `languages/*/quotations.toml`. Several words that are one entry are
one word here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.languages.lexicon import expanded
from onrecord.languages.loader import language
from onrecord.languages.schema import FILES
from onrecord.text.normalize import fold

_TOKEN = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*|'[a-z]+|[^\w\s]")
_FILE = "quotations"
_KEPT = 50_000
_MOST = 5  # words of an entry
_NOTHING: frozenset[str] = frozenset()
VERBS = frozenset({"say", "think", "act"})


class Word(NamedTuple):
    """A word: where it stands, folded, the lists that it is in, and whether it has a capital."""

    start: int
    end: int
    key: str
    tags: frozenset[str]
    form: str
    capital: bool

    @property
    def cue(self) -> bool:
        """May it be the verb of a saying?"""
        return bool(self.tags & VERBS)

    @property
    def mark(self) -> bool:
        """Is it a punctuation mark?"""
        return not self.key[0].isalnum() and self.key[0] != "'"


class Cues:
    """The lists of a language, by word."""

    def __init__(self, tag: str | None) -> None:
        words = language(tag)
        self.tag = words.tag
        self._tags: dict[str, frozenset[str]] = {}
        self._forms: dict[str, str] = {}
        self._longer: dict[str, list[tuple[str, ...]]] = {}
        self._telling: dict[frozenset[str], _Telling] = {}
        self.names: set[str] = set()
        self.endings: list[tuple[re.Pattern[str], str, str]] = []
        for name in sorted(FILES[_FILE]):
            for form, value in words.listed(_FILE, name).items():
                self.names.add(name)
                self._read(name, form, "" if value is True else str(value))
        for forms in self._longer.values():
            forms.sort(key=len, reverse=True)

    def _read(self, name: str, form: str, value: str) -> None:
        entries = expanded(form)
        if entries is None:
            self.endings.append((re.compile(form), name, value))
            return
        for entry in entries:
            key = fold(entry)
            parts = tuple(m[0] for m in _TOKEN.finditer(key))
            key = " ".join(parts)
            self._tags[key] = self._tags.get(key, _NOTHING) | {name}
            if value:
                self._forms.setdefault(key, value)
            if len(parts) > 1:
                self._longer.setdefault(parts[0], []).append(parts)

    def has(self, name: str) -> bool:
        """Has the language words of a list?"""
        return name in self.names

    def telling(self, text: str, lists: frozenset[str]) -> bool:
        """May a stretch of text hold a word of some lists? Quicker than asking for its words."""
        known = self._telling.get(lists)
        if known is None:
            known = self._telling[lists] = _Telling(self, lists)
        return any(map(known.__getitem__, _TOKEN.findall(fold(text))))

    def opens(self, key: str, lists: frozenset[str]) -> bool:
        """Is a word in some lists, or does an entry of them begin with it?"""
        longer = (" ".join(parts) for parts in self._longer.get(key, ()))
        return any(not lists.isdisjoint(self._tags.get(one) or ()) for one in longer) or (
            not lists.isdisjoint(self.tags(key))
        )

    def tags(self, key: str) -> frozenset[str]:
        """The lists that a word or an entry is in."""
        tags = self._tags.get(key)
        return self._told(key) if tags is None else tags

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words between two places of a text."""
        words: list[Word] = []
        found = list(_TOKEN.finditer(fold(text[start:end])))
        n, longer, tagged = 0, self._longer, self._tags
        while n < len(found):
            key, (at, last) = found[n][0], found[n].span()
            size = self._size([m[0] for m in found[n : n + _MOST]]) if key in longer else 1
            if size > 1:
                key, last = " ".join([m[0] for m in found[n : n + size]]), found[n + size - 1].end()
            tags = tagged.get(key)
            tags = self._told(key) if tags is None else tags
            form = self._forms.get(key, "") if tags else ""
            capital = text[start + at].isupper()
            words.append(Word(start + at, start + last, key, tags, form, capital))
            n += size
        return words

    def _size(self, keys: list[str]) -> int:
        for parts in self._longer[keys[0]]:
            if tuple(keys[: len(parts)]) == parts:
                return len(parts)
        return 1

    def _told(self, key: str) -> frozenset[str]:
        """The lists with endings that a word is in."""
        tags = _NOTHING
        for pattern, name, value in self.endings:
            if pattern.fullmatch(key):
                tags = tags | {name}
                self._forms.setdefault(key, value)
        if len(self._tags) < _KEPT and len(key) < 40:
            self._tags[key] = tags
        return tags


class _Telling(dict[str, bool]):
    """Folded word -> may it be one of some lists? Told once for a word."""

    def __init__(self, cues: Cues, lists: frozenset[str]) -> None:
        super().__init__()
        self._cues, self._lists = cues, lists

    def __missing__(self, key: str) -> bool:
        if len(self) > _KEPT:
            self.clear()
        found = self[key] = self._cues.opens(key, self._lists)
        return found


@cache
def cues(tag: str | None) -> Cues:
    """The words of a language, or of the nearest parent that has a folder."""
    return Cues(tag)
