"""What the word before a party tells of it: that it is no subject, or only where something is.
Knows no word."""

from __future__ import annotations

from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence

_BACK = 4  # words from a party to its preposition


def addressed(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Does a preposition stand before a party?"""
    for n in range(party.first - 1, max(sentence.first, party.first - _BACK) - 1, -1):
        if reading.marked(sentence, n, "preposition"):
            return True
        if reading.words[n] != "'" and not reading.marked(sentence, n, "determiner", "linker"):
            return False
    return False


def located(reading: Reading, sentence: Sentence, party: Party) -> bool:
    """Does a party only say where something is ("attacks in Mali")?"""
    n = party.first - 1
    if party.kind == "place" and reading.marked(sentence, n, "placing") == "town":
        return True
    while n >= sentence.first and (
        reading.words[n] == "'"
        or (
            reading.marked(sentence, n, "determiner") and not reading.marked(sentence, n, "placing")
        )
    ):
        n -= 1
    return n >= sentence.first and reading.marked(sentence, n, "placing") not in (None, "town")
