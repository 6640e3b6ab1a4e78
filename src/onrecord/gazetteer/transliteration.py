"""Names across scripts: a Russian name spelt in other languages, and whether two are one name.

Knows the letters that sound alike (`people/transliteration.toml`), not any person. Two spellings
are one name if their consonants can be the same, in order; vowels, and letters that may be silent,
do not count. That is for names already near each other (one surname within one statement): it says
"may be", and given names, where both are there, must agree too.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import msgspec

from onrecord.gazetteer.fold import fold, tokens

_TABLE = Path(__file__).parent / "people" / "transliteration.toml"
_SILENT = ""
_NAMES_KEPT = 4096


class Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """transliteration.toml."""

    ukrainian: str
    patronymics: tuple[str, ...]
    cyrillic: dict[str, str]
    spelling: dict[str, dict[str, str]]
    after_vowel: dict[str, dict[str, str]]
    endings: dict[str, dict[str, str]]
    vowels: str
    sounds: dict[str, tuple[str, ...]]
    given: tuple[tuple[str, ...], ...]


@cache
def tables() -> Tables:
    """The tables, read once."""
    return msgspec.convert(tomllib.loads(_TABLE.read_text("utf-8")), Tables)


def transliterated(name: str, language: str, letters: Tables) -> str:
    """A Russian name in the spelling of a language.

    >>> transliterated("Сергей Лавров", "de", tables())
    'Sergej Lawrow'
    """
    return " ".join(
        "-".join(_word(part, language, letters) for part in word.split("-"))
        for word in name.split(" ")
    )


def _word(word: str, language: str, letters: Tables) -> str:
    """A word, letter by letter, its ending first."""
    small = word.casefold()
    for ending, spelling in letters.endings.get(language, {}).items():
        if small.endswith(ending) and len(small) > len(ending):
            return _spelled(small[: -len(ending)], language, letters) + spelling
    return _spelled(small, language, letters)


def _spelled(small: str, language: str, letters: Tables) -> str:
    usual = letters.spelling[language]
    soft = letters.after_vowel.get(language, {})
    written = ""
    for before, char in pairwise("\u044c" + small):
        at_start = before in letters.vowels or (before == "\u044c" and char in soft)
        written += soft[char] if at_start and char in soft else usual.get(char, char)
    return written[:1].upper() + written[1:]


def same_person(a: str, b: str) -> bool:
    """Whether two written names may be of one person, whatever their script and spelling.

    The family names must agree, and the given names if both have one (an initial agrees with a
    name that begins so).

    >>> same_person("Лавров", "Sergey Lavrov"), same_person("Lawrow", "Lavróv")
    (True, True)
    >>> same_person("Чавушоглу", "Mevlut Cavusoglu"), same_person("Igor Ivanov", "Sergey Ivanov")
    (True, False)
    """
    first, second = _words(a), _words(b)
    if not first or not second or not sounds_alike(first[-1], second[-1]):
        return False
    given = (first[0], second[0])
    if len(first) < 2 or len(second) < 2:
        return True
    return _same_given(*given)


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words may be one name, spelt for different languages.

    >>> sounds_alike("Захарова", "Sacharowa"), sounds_alike("Putin", "Peskov")
    (True, False)
    """
    return a == b or (_begins_alike(a, b) and _match(_sounds(_latin(a)), _sounds(_latin(b))))


def _begins_alike(a: str, b: str) -> bool:
    """Whether both begin with a vowel, or neither does: it is heard in every spelling."""
    vowels = tables().vowels + "yj"
    first, second = _latin(a)[:1], _latin(b)[:1]
    soft = set("yjhie")
    return (first in vowels) == (second in vowels) or bool(soft & {first, second})


def _same_given(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return _latin(a)[:1] == _latin(b)[:1] or sounds_alike(a, b)
    first, second = _latin(a), _latin(b)
    return sounds_alike(a, b) or any(first in forms and second in forms for forms in tables().given)


@lru_cache(_NAMES_KEPT)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(token.form for token in tokens(name))


@lru_cache(_NAMES_KEPT)
def _latin(word: str) -> str:
    """A word in Latin letters."""
    cyrillic = tables().cyrillic
    return "".join(cyrillic.get(char, char) for char in fold(word))


@lru_cache(_NAMES_KEPT)
def _sounds(word: str) -> tuple[tuple[str, ...], ...]:
    """What each letter or group of letters may sound like; vowels are silent."""
    known = tables().sounds
    longest = max(map(len, known))
    found: list[tuple[str, ...]] = []
    i, joined = 0, False
    while i < len(word):
        sizes = range(min(longest, len(word) - i), 0, -1)
        group = next((word[i : i + size] for size in sizes if word[i : i + size] in known), "")
        if group and not (joined and known[group] == found[-1]):
            found.append(known[group])
        joined = bool(group)
        i += len(group) or 1
    return tuple(found)


@lru_cache(_NAMES_KEPT)
def _match(a: tuple[tuple[str, ...], ...], b: tuple[tuple[str, ...], ...]) -> bool:
    """Whether two rows of sounds can be the same."""
    if not a or not b:
        return all(_SILENT in sounds for sounds in a + b)
    if set(a[0]) & set(b[0]) and _match(a[1:], b[1:]):
        return True
    if _SILENT in a[0] and _match(a[1:], b):
        return True
    return _SILENT in b[0] and _match(a, b[1:])
