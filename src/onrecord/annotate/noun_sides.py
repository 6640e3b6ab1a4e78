"""Who stands on which side of a noun that names an event: who did it, and to whom.

Works on the parties beside the noun; knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.clauses import placed
from onrecord.annotate.cues import Cue
from onrecord.annotate.party import Party
from onrecord.annotate.reading import Reading, Sentence

BY = "by"  # the value of a noun after which comes who did it ("aggression of Orvia")
_BEFORE, _AFTER = 3, 7
_NEXT = 4  # words between who did it and to whom
_BREAK = frozenset(".,;:?!")

Sides = tuple[list[Party], list[Party]]


def sides(
    read: Reading, sentence: Sentence, cue: Cue, parties: Sequence[Party], verbs: Sequence[int]
) -> Sides:
    """The parties before a noun that may have done it, and those after it to whom it was done.
    `verbs`: where other events are told; a party before one of them is its own."""
    left = [
        p
        for p in parties
        if 0 <= cue.first - p.last <= _BEFORE
        and p.named
        and not any(p.last <= verb < cue.first for verb in verbs)
    ]
    right = [
        p
        for p in parties
        if 0 <= p.first - cue.last <= _AFTER and not _broken(read, cue.last, p.first)
    ]
    return _turned(read, sentence, cue, left, right)


def _turned(
    read: Reading, sentence: Sentence, cue: Cue, left: list[Party], right: list[Party]
) -> Sides:
    """Of two after the noun the first did it to the second ("the attack of Orvia on Ruvia"), or, if
    the second is told as who did it, the other way round."""
    if left or not right:
        return left, right
    first, others = right[0], right[1:]
    second = others[0] if others else None
    if second is not None and 0 < second.first - first.last <= _NEXT:
        between = range(first.last, second.first)
        if any(read.marked(sentence, n, "agent") for n in between):
            return [second], [first]
        led = any(_leads(read, sentence, n) for n in between)
        if led and not placed(read, sentence, second):
            return [first], [second]
    by = cue.value == BY and first.named and not placed(read, sentence, first)
    return ([first], []) if by else (left, right)


def _leads(read: Reading, sentence: Sentence, n: int) -> bool:
    """Does a word lead to whom it is done, and is it no mere "of"?"""
    preposition = read.marked(sentence, n, "preposition") is not None
    return preposition and read.marked(sentence, n, "linker") is None


def _broken(read: Reading, first: int, last: int) -> bool:
    return any(read.words[n] in _BREAK for n in range(first, last))
