"""What who speaks is about to say, show or think: the management of the talk, which binds nobody.

The verbs are the list `talk` of `languages/*/commitments.toml`. Adverbs may stand before them.
"""

from __future__ import annotations

from onrecord.annotate.cues import cues
from onrecord.annotate.frames import Clause, closing
from onrecord.annotate.reading import Reading, Sentence

_SELF = ("me", "us")
_ALONE = "me"  # of a verb: management of the talk only where the speaker alone does it
_ADVERBS = 4  # words from the future to its verb
_ENDS = ("preposition", "determiner", "conjunction", "subordinator")


def talks(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Is it only said what will be said, shown or thought next ("I'll just add")?"""
    subject = about.subject
    if subject is None or subject.kind not in _SELF:
        return False
    known = cues(read.document.language, "commitments", "talk")
    last = min(about.cue.last + _ADVERBS, sentence.last, max(about.last, about.cue.last))
    end = closing(read, about)
    ends = (end,) if read.inverts and end > about.cue.last else ()
    for n in (*range(about.cue.last - 1, last), *ends):
        for found in known.at(read.words, n, sentence.last):
            return found.value != _ALONE or subject.kind == _ALONE
        if n >= about.cue.last and n < last and read.marked(sentence, n, *_ENDS):
            break
    return False
