"""States by their names: names, adjectives, inflected and former forms in any language.

Knows which forms count in running text (names with a capital, acronyms in capitals, adjectives as
their language writes them); not which of several states a text is about. A name that two states
share, "Congo" or "Korea", is nobody's. "Georgia" is the state, unless the text says otherwise
("Atlanta, Georgia"); "Jordan" after a first name that the table of decoys does not hold is taken
for the state.
"""

from __future__ import annotations

from onrecord.gazetteer.fold import key
from onrecord.gazetteer.spans import is_acronym, is_capital, is_first, matches, with_last_stop
from onrecord.gazetteer.tables import articles, state_heads, state_names

StateSpan = tuple[int, int, str]
_DECOY = "-"
_LEAST_TEXT = 12


def find_state(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of the state that a name, adjective or inflected form means; None if none
    or unclear.

    Withdrawn codes for states that are no more: SU, YU, CS (Czechoslovakia), DD. Acronyms count in
    capitals only.

    >>> find_state("Kazakh"), find_state("the Russian Federation"), find_state("États-Unis")
    ('KZ', 'RU', 'US')
    >>> find_state("us"), find_state("Congo"), find_state("Atlantis")
    (None, None, None)
    """
    folded = key(name)
    names = state_names()
    value = (
        names.get(folded) or names.get(without_article(folded)) or names.get(_uninverted(folded))
    )
    if value is None:
        return None
    iso, rule = value.split()[:2]
    if iso == _DECOY or (rule == "u" and not is_acronym(name)):
        return None
    return iso


def states_in(text: str, language: str | None = None) -> tuple[StateSpan, ...]:
    """(start, end, ISO) of the names and adjectives of states in a short text, longest first, not
    overlapping.

    `language` only lets in names that are ordinary words elsewhere (German for Iceland).

    >>> states_in("Minister of Foreign Affairs of Kazakhstan")
    ((31, 41, 'KZ'),)
    >>> states_in("tell us of a turkey sandwich in May"), states_in("The Gulf of Mexico")
    ((), ())
    """
    loud = len(text) >= _LEAST_TEXT and text.isupper()
    spoken = None if language is None else language.partition("-")[0].lower()

    def accept(_: str, start: int, end: int, value: str) -> bool:
        return _counts(text, start, end, value, loud, spoken)

    found = matches(text, state_names(), state_heads(), accept)
    return tuple(
        (start, with_last_stop(text, start, end), value[:2])
        for start, end, value in found
        if value[0] != _DECOY
    )


def without_article(folded: str) -> str:
    """A folded name without the article or the word for town before it."""
    for article in articles():
        if folded.startswith(article) and folded[len(article) : len(article) + 1] == " ":
            return folded[len(article) + 1 :]
    return folded


def _uninverted(folded: str) -> str:
    """A folded name as of a list, "korea, republic of", in the order of a sentence."""
    first, _, rest = folded.partition(", ")
    return f"{rest} {first}" if rest else folded


def _counts(text: str, start: int, end: int, value: str, loud: bool, language: str | None) -> bool:
    """Whether a form counts where it stands, by its rule (compilation.py says how rules come
    about)."""
    _, rule, *only = value.split()
    if only and only[0] != language:
        return False
    if rule == "n":
        return is_capital(text, start)
    if rule == "a" or rule == "d":
        return True
    if rule == "u":
        return is_acronym(text[start:end]) and not (loud and text[start:end].isalpha())
    if rule == "m":
        return is_capital(text, start) and not is_first(text, start)
    if rule == "p":
        return is_capital(text, start) and text[start:end].isascii()
    return rule == "l" and text[start].islower()
