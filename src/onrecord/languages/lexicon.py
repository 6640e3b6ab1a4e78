"""Words of lists, and which lists each word of a text is in.

A form of a list is a small regular expression. One without repetition stands for few words, which
are listed once; a word of a text is then known by one look-up. Forms with `\\d` are for figures,
which are told by their shape. It knows no language and no phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

from onrecord.errors import DataError
from onrecord.languages.schema import Value
from onrecord.text.normalize import fold

WORD = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:t\d\d:\d\d(?::\d\d)?z?)?(?![\w-])|\d+(?:[.,:/]\d+)*|[^\W\d_]+|[^\w\s]|_+"
)
UNKNOWN = "_"
_FIRST = 0xE000  # private use: one character for each set of lists that a word may be in
_MOST = 6000
_KNOWN = 40_000  # words that are remembered
_LONGEST = 24  # a longer run of digits is no date
_OPEN = re.compile(r"\\[dws]|(?<!\\)[*+.{]")
_PIECE = re.compile(r"\\(.)|\(\?:|\[([^\]]*)\]|(.)")


def expanded(form: str) -> list[str] | None:
    """All words that a form stands for; `None` if they cannot be listed.

    >>> expanded("janv?\\\\.?|mar[st]")
    ['janv.', 'janv', 'jan.', 'jan', 'mars', 'mart']
    """
    if not listable(form):
        return None
    pieces = [m.group(0) for m in _PIECE.finditer(form)]
    words, rest = _alternatives(pieces, 0)
    if rest != len(pieces):
        raise DataError(f"form {form!r}: unbalanced")
    return words


def listable(form: str) -> bool:
    """Can the words that a form stands for be listed?

    >>> listable("mar[st]"), listable("mar+")
    (True, False)
    """
    return _OPEN.search(form) is None


def _alternatives(pieces: list[str], at: int) -> tuple[list[str], int]:
    found: list[str] = []
    parts: list[list[str]] = []
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        at += 1
        if piece == "|":
            found += map("".join, product(*parts))
            parts = []
        elif piece == "?" and parts:
            parts[-1] = [*parts[-1], ""]
        elif piece in {"(?:", "("}:
            inner, at = _alternatives(pieces, at)
            at += 1
            parts.append(inner)
        elif piece.startswith("["):
            parts.append(_members(piece[1:-1]))
        else:
            parts.append([piece[-1]])
    return [*found, *map("".join, product(*parts))], at


def _members(inside: str) -> list[str]:
    """
    >>> _members("a1-3")
    ['a', '1', '2', '3']
    """
    found: list[str] = []
    for one in re.finditer(r"(.)-(.)|(.)", inside):
        first, last = (ord(one[1]), ord(one[2])) if one[1] else (ord(one[3]), ord(one[3]))
        found += map(chr, range(first, last + 1))
    return found


def words_of(text: str) -> tuple[str, ...]:
    """The words, figures and marks of a text, folded.

    >>> words_of("Sept. 9th, 10:30")
    ('sept', '.', '9', 'th', ',', '10:30')
    """
    return tuple(WORD.findall(fold(text)))


class Lexicon:
    """Which lists a word is in, as one character for each set of lists (`UNKNOWN`: none)."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Value]], literals: Iterable[str], capital: str
    ) -> None:
        self.values: dict[str, dict[str, Value]] = {name: {} for name in lists}
        self.sequences: dict[str, list[tuple[str, ...]]] = {name: [] for name in lists}
        self._figures: dict[str, list[tuple[re.Pattern[str], Value]]] = {}
        self._sets: dict[frozenset[str], str] = {}
        self._by_name: dict[str, str] = {}
        self._table: dict[str, str] = {}
        self._lower: dict[str, str] = {}
        sets = self._read(lists)
        for word in literals:
            sets.setdefault(word, set()).add("=" + word)
        for word, names in sets.items():
            if word[0].isdigit():
                names.update(self._shapes(word))
            self._table[word] = self._character(frozenset(names))
        self.needs_capital = self._split(lists.get(capital, {}), sets)
        for figures in _samples():
            self.character(figures)

    def _read(self, lists: Mapping[str, Mapping[str, Value]]) -> dict[str, set[str]]:
        sets: dict[str, set[str]] = {}
        for name, forms in lists.items():
            for form, value in forms.items():
                words = expanded(form)
                if words is None:
                    self._figures.setdefault(name, []).append((_pattern(form), value))
                    continue
                for word in words:
                    self._add(name, words_of(word), value, sets)
        return sets

    def _add(
        self, name: str, words: tuple[str, ...], value: Value, sets: dict[str, set[str]]
    ) -> None:
        known = self.values[name]
        key = " ".join(words)
        if key in known:
            return
        known[key] = value
        if len(words) == 1:
            sets.setdefault(key, set()).add(name)
            return
        self.sequences[name].append(words)
        for word in words:
            sets.setdefault(word, set()).add("=" + word)

    def _split(self, capital: Mapping[str, Value], sets: dict[str, set[str]]) -> str:
        """Words that count only with a capital: small, they are only themselves."""
        marked = set()
        for form in capital:
            for word in expanded(form) or ():
                if word not in self._table:
                    continue
                itself = frozenset({"=" + word}) & sets[word]
                marker = frozenset(sets[word] | {"^" + word})
                self._lower[word] = self._character(itself) if itself else UNKNOWN
                self._table[word] = self._character(marker)
                marked.add(self._table[word])
        return "".join(sorted(marked))

    def _character(self, names: frozenset[str]) -> str:
        if names not in self._sets:
            if len(self._sets) >= _MOST:
                raise DataError("languages: too many kinds of words")
            char = self._sets[names] = chr(_FIRST + len(self._sets))
            for name in names:
                self._by_name[name] = self._by_name.get(name, "") + char
        return self._sets[names]

    def kind(self, name: str) -> str:
        """The character of a phrase of that kind."""
        return self._character(frozenset({"<" + name}))

    def members(self, name: str) -> str:
        """The characters of all words that are in a list (or, after `=`, are that word)."""
        return self._by_name.get(name, "")

    def characters(self, words: Iterable[str]) -> str:
        """One character for each folded word."""
        known, character = self._table.get, self.character
        return "".join([known(word) or character(word) for word in words])

    def character(self, word: str) -> str:
        """The character of a folded word."""
        found = self._table.get(word)
        if found is None and not word[0].isdigit():
            found = UNKNOWN
            if len(self._table) < _KNOWN and len(word) < _LONGEST:  # the frequent ones come first
                self._table[word] = found
        if found is None:
            if len(word) > _LONGEST:
                return UNKNOWN
            names = frozenset(self._shapes(word))
            found = self._sets.get(names, UNKNOWN) if names else UNKNOWN
            if names and found == UNKNOWN and self._open:
                found = self._character(names)
            if len(self._table) < _KNOWN:
                self._table[word] = found
        return found

    _open = True

    def close(self) -> None:
        """From now on no new set of lists: patterns are made of those that there are."""
        self._open = False

    def _shapes(self, figures: str) -> Iterator[str]:
        for name, forms in self._figures.items():
            if any(pattern.fullmatch(figures) for pattern, _ in forms):
                yield name

    def small(self, word: str) -> str:
        """The character of a word that needs a capital and has none."""
        return self._lower.get(word, UNKNOWN)

    def value(self, name: str, words: tuple[str, ...]) -> str:
        """The value of words in a list; what is only marked as being there is its own value."""
        key = " ".join(words)
        found = self.values[name].get(key)
        if found is None:
            forms = self._figures.get(name, ())
            found = next((value for pattern, value in forms if pattern.fullmatch(key)), True)
        return key if found is True else str(found)


def _pattern(form: str) -> re.Pattern[str]:
    try:
        return re.compile(form)
    except re.error as error:
        raise DataError(f"form {form!r}: {error}") from error


def _samples() -> Iterator[str]:
    """Figures of every shape, so that all sets of lists are known before patterns are made."""
    ones = ["0", "00", *map(str, range(1, 100)), *(f"0{n}" for n in range(1, 10))]
    yield from ones
    yield from map(str, range(100, 1000, 37))
    yield from map(str, range(1000, 2400, 13))
    yield from map(str, range(1000, 2400, 10))
    yield from ("2400", "9999", "12345", "1234567")
    some = ["1", "05", "09", "12", "13", "24", "25", "31", "32", "45", "59", "60", "99", "500"]
    for mark in ".,:/":
        yield from (f"{a}{mark}{b}" for a in some for b in some)
        yield from (f"{y}{mark}{b}" for y in ("1914", "1999", "2019", "3000") for b in some)
        yield from (f"{b}{mark}{y}" for y in ("1914", "1999", "2019", "3000") for b in some)
        short = ("1", "05", "12", "13", "31", "32", "60")
        for a, b in product(short, short):
            yield from (f"{a}{mark}{b}{mark}{c}" for c in ("1999", "2019", "19", "99", "500"))
            yield from (f"{y}{mark}{a}{mark}{b}" for y in ("1999", "2019"))
    yield from islice(("2019-10-09", "2019-10-09t10:54", "2019-13-09", "10:54.30"), 4)
    yield from ("1,500", "1,500,000", "1.500.000", "10.10.10.10", "10:54,5", "2019:10")
