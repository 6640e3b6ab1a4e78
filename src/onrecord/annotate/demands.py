"""Which duties and appeals are demands: put to a named other, of something that is to be done.
Knows no word."""

from __future__ import annotations

from onrecord.annotate.cues import Cue
from onrecord.annotate.frames import Clause, closing, content, room
from onrecord.annotate.predicates import finite
from onrecord.annotate.prepositions import addressed
from onrecord.annotate.reading import Reading, Sentence

_ASKED = 4  # words from an appeal to whom it is put to
_DUTY = 3  # words of a duty
_ACT = 2  # words that say what is asked for
_NEVER = -3  # where no word is


def _suffers(read: Reading, sentence: Sentence, cue: Cue) -> bool:
    """Is it a state or in the passive ("must be released"): by whom is not said?"""
    return cue.last < sentence.last and read.marked(sentence, cue.last, "auxiliary") == "be"


def _voiced(read: Reading, about: Clause) -> bool:
    """Is a demand that of who speaks, or of nobody else who is named?"""
    who = about.subject
    return who is None or who.own or not who.named or read.ours(m.iso for m in who.members)


def _done(read: Reading, sentence: Sentence, about: Clause) -> bool:
    """Does a duty that stands second end in the passive, or with nothing to do but its verb?"""
    last = closing(read, about)
    passive = read.marked(sentence, last, "auxiliary") in ("future", "be", "is")
    return passive or room(read, about) < _DUTY


def demanded(read: Reading, sentence: Sentence, cue: Cue, about: Clause) -> bool:
    """Is a demand addressed to a named other?"""
    if cue.value == "ask" and read.drops and not _voiced(read, about):
        return False
    if cue.value == "ask":
        participle = read.ends(cue.first, "past") or read.ends(cue.first, "participle")
        passive = about.told.get("be") == cue.first - 1 and participle
        active = finite(read, sentence, about) and not passive
        if about.passive and "is" in about.told:
            return about.subject is not None and content(read, about)
        who = about.objects[0] if about.objects and active else None
        if who is None or who.own or who.first - cue.last >= _ASKED:
            return False
        if read.fences:
            return room(read, about) - (who.last - who.first) >= _ACT
        return about.last - who.last >= _ACT or who.first > cue.last + _ACT
    if read.fences and _done(read, sentence, about):
        return False
    if _suffers(read, sentence, cue) or cue.first - about.told.get("negated", _NEVER) in (1, 2):
        return False
    who = about.subject
    if who is not None and read.inflects and addressed(read, sentence, who):
        return False
    if who is not None and read.ours(member.iso for member in who.members):
        return False
    return who is not None and not who.own and who.named and who.kind != "third"
