"""Whether two parties that stand beside each other are one: an adjective with its noun, an office
with its holder, a person with the office behind a comma. Knows no word."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence

_PRONOUNS = ("me", "us", "third")
_LONGEST_LINK = 6


def one(reading: Reading, sentence: Sentence, a: Party, b: Party) -> bool:
    """Are two parties one: an adjective with its noun, an office with its holder?"""
    if a.kind in _PRONOUNS or b.kind in (*_PRONOUNS, "place"):
        return False
    if b.first - a.last > _LONGEST_LINK:
        return False
    between = range(a.last, b.first)
    if a.kind == "state-noun" and b.kind == "person" and _titled(reading, sentence, between):
        return True
    if _apposed(reading, sentence, a, b):
        return True
    if reading.fences and a.kind == "organisation" and b.kind == "person":
        return not between  # a council whose members are called by its name
    if a.kind in ("state", "office", "state-noun", "place") and all(
        reading.marked(sentence, n, "linker") for n in between
    ):
        same = {m.iso for m in a.members} & {m.iso for m in b.members if m.iso}
        of = any(reading.marked(sentence, n, "preposition") for n in between)
        noun = b.kind in ("state-noun", "armed", "people", "other")
        two = a.kind == b.kind == "office" and len({m.iso for m in (*a.members, *b.members)}) > 1
        beside = not between and not two  # "of the minister of Orvia the minister of Ruvia"
        return bool(same) or noun or beside or (of and a.kind == "state-noun")
    return False


def _titled(reading: Reading, sentence: Sentence, between: Sequence[int]) -> bool:
    """Do words go on with an office as it is written as a title ("of Foreign Affairs")?"""
    return bool(between) and all(
        reading.marked(sentence, n, "linker", "determiner")
        or reading.text[reading.starts[n]].isupper()
        for n in between
    )


def _apposed(reading: Reading, sentence: Sentence, a: Party, b: Party) -> bool:
    """Is a person set off by commas after an office ("the minister of trade, Ana Orva,")?"""
    if a.kind != "state-noun" or b.kind != "person" or b.last >= sentence.last:
        return False
    comma = b.first - 1
    if comma < a.last or reading.words[comma] != "," or reading.words[b.last] != ",":
        return False
    return comma == a.last or _titled(reading, sentence, range(a.last, comma))


def named_first(reading: Reading, a: Party, b: Party) -> bool:
    """Is an office set off by a comma behind who holds it ("Ana Orva, minister of trade")?"""
    return (
        reading.inflects
        and a.kind == "person"
        and len(a.members) == 1
        and b.kind == "state-noun"
        and b.first == a.last + 1
        and reading.words[a.last] == ","
        and not b.own
    )
