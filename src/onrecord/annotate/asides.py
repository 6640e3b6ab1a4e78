"""What may stand aside in a clause that commas fence off: which helping verb still waits for its own
behind a comma, and which words open a clause of their own. Knows no word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cues import Cue
from onrecord.annotate.reading import Reading, Sentence

_MODAL = frozenset({"future", "intended", "must", "hypothetical"})
_PERFECT = frozenset({"have", "be", "is"})


def opens(read: Reading, sentence: Sentence, n: int) -> bool:
    """May a word after a comma open a clause of its own, alone or after a preposition?"""
    if read.marked(sentence, n, "subordinator") is not None:
        return True
    n += read.marked(sentence, n, "preposition") is not None
    return read.marked(sentence, n, "relative") is not None


def helps(read: Reading, sentence: Sentence, cue: Cue, verbs: Sequence[int]) -> bool:
    """Are some verbs only helping ones, of which one waits for the cue: an infinitive or a
    participle?"""
    helping = {read.marked(sentence, n, "auxiliary") for n in verbs}
    participle = read.ends(cue.last - 1, "perfect")
    fits = helping & _MODAL or (participle and helping & _PERFECT)
    return bool(fits) and None not in helping
