"""The words of one act where a conjunction joins its verb to that of another ("condemns the war and
calls for talks"), in a language whose list of endings has participles. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.clauses import Clause
from onrecord.annotate.cues import Cue
from onrecord.annotate.reading import Reading, Sentence

_VERBS = ("v", "r", "own")
_JOINED = 3  # words from a conjunction to the verb that it joins


def alone(reading: Reading, sentence: Sentence, found: Clause, others: Sequence[Cue]) -> Clause:
    """A clause without the words of the acts before and after it."""
    if not reading.inflects:
        return found
    cue, first, last = found.cue, found.first, found.last
    for other in others:
        if cue.last < other.first < last:
            joint = _joint(reading, sentence, other.first, cue.last)
            last = last if joint is None else joint
        elif first <= other.first and other.last <= cue.first:
            joint = _joint(reading, sentence, cue.first, other.last)
            first = first if joint is None else joint + 1
    return found._replace(first=first, last=last)


def verbs(reading: Reading, sentence: Sentence, promises: Sequence[Cue]) -> list[Cue]:
    """The verbs of a sentence that may be joined to a promise."""
    acts = (c for file in ("events", "positions") for c in reading.acts(file, sentence))
    return [*promises, *(c for c in acts if c.value in _VERBS and reading.drops)]


def _joint(reading: Reading, sentence: Sentence, at: int, least: int) -> int | None:
    """The conjunction right before a verb, or a few words before it."""
    near = range(at - 1, max(least, at - _JOINED) - 1, -1)
    return next((n for n in near if reading.marked(sentence, n, "conjunction") is not None), None)
