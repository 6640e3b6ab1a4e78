"""What the word before a party tells of it: that it is no subject, or only where something is.
Knows no word."""

from __future__ import annotations

from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence

_CASE = "case"  # of a preposition: the ending of its noun tells whether it says where or whither
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
    value = reading.marked(sentence, n, "placing") if n >= sentence.first else None
    if value == _CASE and party.kind != "place":
        return _at_rest(reading, party)
    return value not in (None, "town")


def _at_rest(reading: Reading, party: Party) -> bool:
    """Has the name of a party the ending of where something is, and not of where it goes, or an
    ending for neither (an acronym)?"""
    words = range(party.first, party.last)
    if any(len(reading.words[n]) > 1 and reading.ends(n, "locative") for n in words):
        return True
    return all(reading.text[reading.starts[n] : reading.stops[n]].isupper() for n in words)
