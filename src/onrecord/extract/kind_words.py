"""The kind of statement that words name. The words stand in `languages/*/titles.toml`.

Of several words the one that opens the text decides ("Interview following a news conference" is an
interview): the head of a title comes first in all languages read here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from onrecord.languages.loader import Language
from onrecord.languages.rules import Match
from onrecord.records import Kind

KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_FILE = "titles"
_WEAK = "?"
_LONGEST = 600  # characters of a title that are read: rules look far ahead


def of_words(text: str, language: Language, weak: bool = True) -> tuple[Kind, Match] | None:
    """The kind that the words of a title name, and the rule that says so.

    `weak`: are rules taken that hold only where nothing else speaks?
    """
    matches = _matches(text[:_LONGEST], language)
    chosen = tuple(match for match in matches if not match.value.endswith(_WEAK))
    if not chosen and weak:
        chosen = matches
    if not chosen:
        return None
    # The matches come rule by rule: of two of one place and length the earlier rule decides.
    first = min(chosen, key=lambda match: (match.start, -match.end))
    return KINDS[first.value.rstrip(_WEAK)], first


@lru_cache(maxsize=512)  # a title is asked for several times
def _matches(text: str, language: Language) -> tuple[Match, ...]:
    return tuple(language.rules(_FILE).find(text))


def opens(text: str, language: Language) -> bool:
    """Does a text open with the name of a kind ("Interview of the Minister with ...")?"""
    named = of_words(text, language, weak=False)
    return named is not None and named[1].start == 0


def is_name(text: str, language: Language, most: int = 4) -> bool:
    """Is a text of at most so many words only the name of a kind ("Press release")?"""
    if len(text.split()) > most:
        return False
    named = of_words(text, language, weak=False)
    return named is not None and named[1].end - named[1].start >= len(text) - 1
