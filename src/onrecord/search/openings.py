"""The words of a text that may be the ones looked for, found by how they begin: most of a text
need not be looked at. It finds candidates; whoever asks decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.search.analysis import PLAIN, UNSPACED, bare, marks, rest

_LETTER = rf"[^\W_{UNSPACED}]"
_SURE = 2


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


@lru_cache(maxsize=1_000)
def plain(openings: frozenset[str]) -> re.Pattern[str] | None:
    """Finds the words of a folded text all in ASCII that begin so.

    >>> plain(frozenset({"port", "s"})).findall("a port's report, airports, ship's")
    ["port's", "ship's"]
    """
    ways = [_way(each) for each in sorted(openings) if each.isascii()]
    if not ways:
        return None
    # The letters first and what is before them then: the matcher looks for these letters alone.
    some = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return re.compile(rf"{some}[a-z0-9]*(?:'s(?![a-z0-9]))?")


def _way(letters: str) -> str:
    lone = r"(?:(?<![a-z0-9]'s)|(?=[a-z0-9]))" if letters == "s" else ""
    return rf"{letters}(?<![a-z0-9]{letters}){lone}"


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


@lru_cache(maxsize=1_000)
def any_script(letters: frozenset[str]) -> re.Pattern[str] | None:
    """Finds the words of a folded text that begin with one of the letters, with or without accents.

    >>> any_script(frozenset("e")).findall("un été à l'est")
    ['été', 'est']
    """
    if not letters:
        return None
    wanted = "".join(each + _accented().get(each, "") for each in sorted(letters))
    return re.compile(
        rf"[{wanted}](?<!{_LETTER}.)(?<![{marks()}].)"
        rf"(?:(?<!{_LETTER}'s)|(?={_LETTER})){_LETTER}*{rest()}"
    )


def letters(words: Iterable[str]) -> Iterator[str]:
    """The first letters of words once their accents are gone."""
    for word in words:
        yield from bare(word)[:1]
