"""The names of the gazetteer that begin at a word, and the words as they are printed.

Knows how names of several words are looked up; not whether a name counts where it stands: `known`,
`known_states`, `known_places`.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.annotate import lexis
from onrecord.annotate.known_names import Table, keys, known, opens, single
from onrecord.annotate.words import Words
from onrecord.gazetteer import tables


class Hit(NamedTuple):
    """A name of a table at words `first` to `last`, and its value there."""

    first: int
    last: int
    table: Table
    value: str
    key: str


def hits(words: Words, first: int, size: int) -> list[Hit]:
    """The names that begin with a word, the longest first, tables in their order."""
    key = words.forms[first].key
    all_names = keys()
    found: list[Hit] = meanings(first, first + 1, key) if key in all_names else []
    for last in range(first + 2, min(first + size, len(words)) + 1):
        joint = words.joint(last - 1)
        if joint is None:
            break
        key += joint + words.forms[last - 1].key
        if last == first + 2 and not opens(key):
            break
        if key in all_names:
            found = meanings(first, last, key) + found
    return found


def meanings(first: int, last: int, key: str) -> list[Hit]:
    return [Hit(first, last, t, t.names[key], key) for t in known() if key in t.names]


def printed(words: Words, first: int, last: int) -> str:
    """The words of a stretch as they stand in the text."""
    return words.text[words.starts[first] : words.ends[last - 1]]


def is_person(words: Words, first: int, last: int) -> bool:
    """Is a single word that may be a place part of a person's name: after a given name, or a given
    name itself before a word with a capital that is nothing else?"""
    if last != first + 1:
        return False
    forms = words.forms
    if words.open(first) and first:
        before = forms[first - 1]
        if before.classes & lexis.GIVEN and not single(before.key) and words.gap(first) == " ":
            return True
        if (
            len(words.printed[first - 1]) == 1
            and words.printed[first - 1].isupper()
            and "." in words.gap(first)
        ):
            return True
    if forms[first].classes & lexis.GIVEN and words.open(last) and words.gap(last) == " ":
        after = forms[last]
        likely = lexis.GIVEN | lexis.FAMILY | lexis.NAMELIKE | lexis.PARTICLE
        sure = after.key in tables.state_names() or after.key in tables.place_names()
        return after.shape == lexis.CAPITAL and not sure and not after.classes & ~likely
    return False
