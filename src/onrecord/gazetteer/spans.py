"""Finding of names in a text: whole words, longest first, from left to right, without overlap.

Knows how names are looked for and the rules of capitals; does not know any name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from onrecord.gazetteer.fold import Token, tokens

Match = tuple[int, int, str]
_TEXTS_KEPT = 4


@lru_cache(_TEXTS_KEPT)
def _tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, kept while several tables are looked up in it."""
    return tuple(tokens(text))


def matches(
    text: str,
    names: Mapping[str, str],
    longest: Mapping[str, int],
    accept: Callable[[str, int, int, str], bool],
) -> Iterator[Match]:
    """(start, end, value) of the names in the text that `accept(text, start, end, value)` lets
    pass.

    `names` maps folded names to values, `longest` the first token of those of
    several tokens to the greatest number of their tokens.
    """
    found = _tokens(text)
    i = 0
    while i < len(found):
        taken = 1
        for end, value in reversed(_known(found, i, longest.get(found[i].form, 1), names)):
            if accept(text, found[i].start, found[end].end, value):
                yield found[i].start, found[end].end, value
                taken = end - i + 1
                break
        i += taken


def _known(
    found: tuple[Token, ...], first: int, size: int, names: Mapping[str, str]
) -> list[tuple[int, str]]:
    """Index of the last token and value of every known name that starts at a token, shortest
    first."""
    known: list[tuple[int, str]] = []
    name = found[first].form
    if name in names:
        known.append((first, names[name]))
    for j in range(first + 1, min(first + size, len(found))):
        joint = found[j].joint
        if joint is None:
            break
        name += joint + found[j].form
        if name in names:
            known.append((j, names[name]))
    return known


def is_capital(text: str, start: int) -> bool:
    """Whether a word may begin a proper name there: it has a capital, or its script knows none."""
    return not text[start].islower()


def is_acronym(form: str) -> bool:
    """Whether a form is written as an acronym: more capitals than small letters.

    >>> is_acronym("U.S."), is_acronym("UdSSR"), is_acronym("Us")
    (True, True, False)
    """
    return sum(map(str.isupper, form)) > sum(map(str.islower, form))


def is_first(text: str, start: int) -> bool:
    """Whether a sentence, or the text, begins there: a capital says nothing then."""
    before = text[:start].rstrip(" \t\u00a0\"'(\u00ab\u201c\u201e\u2018\u2014\u2013-")
    return not before or before[-1] in ".!?:\n\u2026"


def with_last_stop(text: str, start: int, end: int) -> int:
    """The end of an acronym with its last full stop, where it has them."""
    return (
        end + 1
        if text[end : end + 1] == "." and "." in text[start:end] and text[start:end].isupper()
        else end
    )
