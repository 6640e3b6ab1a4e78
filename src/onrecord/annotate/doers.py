"""Who did what a noun names, and to whom, where articles and prepositions tell it: "Orvias Angriff
auf Ruvia", "der Angriff Orvias auf Ruvia", "ein Treffen mit".

Only for a language whose clauses commas fence off; `roles` has the others. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.clauses import clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.reading import STRONG, Reading, Sentence

_NEXT = 2  # words between who does it and the noun
_AFTER = 7  # words from a noun to whom it is done to
_OWNER = 3  # words from a noun to whose it is
_CASES = 3  # words from a preposition to its noun
_SUFFERED = frozenset({"assault", "coerce"})
_VICTIMS = ("people", "person", "nation")  # of whom such a noun says to whom it was done
_ASKED = frozenset({"agree", "aid", "concede", "cooperate", "mobilize", "retreat"})


def beside_noun(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
) -> tuple[list[Party], list[Party]]:
    """The parties that did what a noun names, and those to whom it was done; in a meeting the
    subject of its clause takes part."""
    left, right = _beside(read, sentence, cue, parties)
    if cue.list == "consult" and not left:
        left = _visiting(read, sentence, cue, parties)
    return left, right


def _beside(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]
) -> tuple[list[Party], list[Party]]:
    left = [p for p in parties if p.kind != "place" and _adjoins(read, sentence, p, cue)]
    right = [p for p in parties if 0 <= p.first - cue.last <= _AFTER]
    right = [p for p in right if not _broken(read, cue.last, p.first)]
    if left or not right or read.marked(sentence, cue.last - 1, "preposition") is not None:
        return left, right
    first = right[0]
    if cue.list in _SUFFERED and first.kind in _VICTIMS:
        return left, right
    between = range(cue.last, first.first)
    if first.kind != "place" and len(between) <= _OWNER and _owns(read, sentence, between):
        return [first], right[1:]
    return left, right


def _visiting(read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party]) -> list[Party]:
    """Who is the subject of a clause with a noun for a meeting, and so takes part in it."""
    who = clause(read, sentence, cue, parties).subject
    return [who] if who is not None and who.kind != "place" else []


def wanted(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is a noun only what something else is about, after a preposition ("the call for a truce")?"""
    if cue.list not in _ASKED:
        return False
    for n in range(cue.first - 1, max(sentence.first, cue.first - _CASES) - 1, -1):
        if read.marked(sentence, n, "preposition") is not None:
            return True
        plain = read.words[n][0].isalpha() and read.text[read.starts[n]].islower()
        if not plain:
            return False
    return False


def _adjoins(read: Reading, sentence: Sentence, party: Party, cue: Cue) -> bool:
    """Does a party stand before a noun with nothing but adjectives between?"""
    between = range(party.last, cue.first)
    return 0 <= cue.first - party.last <= _NEXT and all(
        read.text[read.starts[n]].islower() and not sentence.marks.get(n) for n in between
    )


def _owns(read: Reading, sentence: Sentence, between: Sequence[int]) -> bool:
    """Do words after a noun say whose it is, or by whom: an article of the second case, or a word
    for by whom, and no other preposition?"""
    for n in between:
        if read.marked(sentence, n, "agent", "genitive") is not None:
            return True
        if read.marked(sentence, n, "preposition") is not None:
            return False
    return True


def _broken(read: Reading, first: int, last: int) -> bool:
    return any(read.words[n] in STRONG or read.words[n] in ",." for n in range(first, last))
