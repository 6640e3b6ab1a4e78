"""The words of a text that may be the ones looked for, found by how they begin: most of a text
need not be looked at. It finds candidates; whoever asks decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.search.analysis import PLAIN, UNSPACED, bare, word_at
from onrecord.search.shadows import shadow

_LETTER = rf"[^\W_{UNSPACED}]"
_AFTER = r"[^\W_]*(?:'s(?![^\W_]))?"
_AT = re.compile(_AFTER).match
_SURE, _SHORT = 2, 2


@cache
def _fronts() -> dict[str, list[str]]:
    data = tomllib.loads((files("onrecord") / "search" / "analysis.toml").read_text("utf-8"))
    found: dict[str, list[str]] = data["fronts"]
    return found


def changed(tag: str) -> bool:
    """Does the stemmer of a language take something away from the front of words?

    >>> changed("ar"), changed("en")
    (True, False)
    """
    return tag in _fronts()["changed"]


def opening(term: str) -> str:
    """The letters that each word with a term begins with, as far as accents do not hide it.

    >>> opening("en:ministri"), opening("de:minist"), opening("en:die"), opening(":sankcj")
    ('minist', 'm', 'd', 'sankcj')
    """
    tag, _, stem = term.partition(":")
    if tag == PLAIN:
        return stem
    return stem[:1] if tag in _fronts()["letter"] else stem[: max(1, len(stem) - _SURE)]


def sought(openings: Iterable[str]) -> tuple[str, ...]:
    """Openings as they stand in a shadow, none of them within another.

    >>> sought(["port", "portu", "été", "发"])
    ('ete', 'port')
    """
    found = sorted(shade for each in openings if (shade := shadow(each)) and shade.isalnum())
    return tuple(
        each
        for n, each in enumerate(found)
        if not any(each.startswith(other) for other in found[:n])
    )


def words(shade: str, sought: Sequence[str]) -> list[re.Match[str]]:
    """The words of a shadow that begin so, in order.

    >>> [m[0] for m in words("a port's report, airports, ship's", ("port", "s"))]
    ["port's", "ship's"]
    """
    if len(sought) == 1:
        return _beginning(shade, sought[0])
    found = [match for letters in sought for match in _beginning(shade, letters)]
    found.sort(key=re.Match.start)
    return found


def _beginning(shade: str, letters: str) -> list[re.Match[str]]:
    """No pattern is made for more letters than a few: that would cost more than it saves."""
    if len(letters) <= _SHORT:
        return list(_short(letters).finditer(shade))
    found, at = [], shade.find(letters)
    while at >= 0:
        if at and shade[at - 1].isalnum():
            at = shade.find(letters, at + 1)
        else:
            match = _AT(shade, at)
            assert match is not None  # `letters` are some
            found.append(match)
            at = shade.find(letters, match.end())
    return found


@lru_cache(maxsize=5_000)
def _short(letters: str) -> re.Pattern[str]:
    # An `s` after an apostrophe ends the word before, unless that has ended so already.
    lone = r"(?:(?<![^\W_]'s)|(?<=[^\W_]'s's)|(?=[^\W_]))" if letters == "s" else ""
    # The letters first and what is before them then: the matcher looks for these letters alone.
    return re.compile(rf"{letters}(?<![^\W_]{letters}){lone}{_AFTER}")


@cache
def _accented() -> dict[str, str]:
    """For each letter those that are it once their accents are gone."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x400), *range(0x1E00, 0x2000)):
        letter = chr(code)
        base = bare(letter)[:1]
        if letter.isalpha() and base != letter:
            found[base] = found.get(base, "") + letter
    return found


def words_of_any_script(plain: str, letters: Iterable[str]) -> list[re.Match[str]]:
    """The words of a folded text that begin with one of the letters, with or without accents, in
    order.

    >>> [m[0] for m in words_of_any_script("un été à l'est", "e")]
    ['été', 'est']
    """
    found = []
    for letter in letters:
        for start in _first(letter).finditer(plain):
            match = word_at(plain, start.start())
            if match is not None:
                found.append(match)
    found.sort(key=re.Match.start)
    return found


@lru_cache(maxsize=5_000)
def _first(letter: str) -> re.Pattern[str]:
    return re.compile(rf"[{letter}{_accented().get(letter, '')}](?<!{_LETTER}.)")


def letters(words: Iterable[str]) -> tuple[str, ...]:
    """The first letters of words once their accents are gone.

    >>> letters(["été", "est", "ß"])
    ('e', 's')
    """
    return tuple(dict.fromkeys(bare(word)[:1] for word in words if bare(word)))
